import { bringEmbeddings } from '../../scripts/servers/embeddings';
import { temporaryFolder } from '../support/temporary-folder';

describe('the multilingual embeddings server', () => {
  const folder = temporaryFolder();
  const said: string[] = [];
  const report = (line: string) => said.push(line);

  it('is not brought where it was not asked for, or an address was given', async () => {
    expect(await bringEmbeddings({ dataDir: folder(), embeddings: { kind: 'bundled' } }, report)).toBeNull();
    const given = { kind: 'multilingual' as const, baseUrl: 'http://127.0.0.1:9/v1' };
    expect(await bringEmbeddings({ dataDir: folder(), embeddings: given }, report)).toBeNull();
    expect(said).toEqual([]);
  });

  it('that can not be installed is said, and the start goes on without it', async () => {
    const settings = { dataDir: folder(), embeddings: { kind: 'multilingual' as const }, path: folder() };
    expect(await bringEmbeddings(settings, report)).toBeNull();
    expect(said).toEqual([expect.stringMatching(/Python 3\.10 or newer.*words alone/)]);
  });
});
