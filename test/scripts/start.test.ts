import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { environmentWith } from '../../config';
import { tryLock } from '../../scripts/servers/lock-file';
import { temporaryFolder } from '../support/temporary-folder';

const ROOT = join(__dirname, '../..');
const folder = temporaryFolder();

function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT,
    env: environmentWith(env),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })));
}

describe('npm start says in one paragraph what to do', () => {
  it('when its port is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    const { code, said } = await start({ PORT: String(port), DATA_DIR: join(folder(), 'port') });
    squatter.close();
    expect(code).toBe(1);
    expect(said).toBe(
      `Baton could not run. Port ${port} on 127.0.0.1 is not free: another program listens there. ` +
        `Stop it, or choose another port: PORT=${port + 1} npm start.`,
    );
  });

  it('when it runs already on the same data', async () => {
    const dataDir = join(folder(), 'locked');
    const lock = tryLock(join(dataDir, 'lock'));
    const { code, said } = await start({ DATA_DIR: dataDir });
    if (lock.taken) lock.release();
    expect(code).toBe(1);
    expect(said).toMatch(
      /^Baton could not run\. Baton already runs on the data folder .*locked, as process \d+\. Stop that one/,
    );
  });

  it('when the data folder is a file', async () => {
    writeFileSync(join(folder(), 'file'), '');
    const { code, said } = await start({ DATA_DIR: join(folder(), 'file') });
    expect(code).toBe(1);
    expect(said).toMatch(/^Baton could not run\. Cannot (write|read) .*keys\.json.*/);
    expect(said.split('\n')).toHaveLength(1);
  });

  it('when the local keys are damaged', async () => {
    const dataDir = join(folder(), 'damaged');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'keys.json'), '{');
    const { code, said } = await start({ DATA_DIR: dataDir });
    expect([code, said.split('\n').length]).toEqual([1, 1]);
    expect(said).toContain('keys.json is damaged. Restore it from a backup');
  });

  it('when the environment is wrong, with every key that is', async () => {
    const { code, said } = await start({ PORT: 'x', MODEL: 'y', DATA_DIR: join(folder(), 'env') });
    expect(code).toBe(1);
    expect(said).toMatch(/PORT: [\s\S]*MODEL: /);
  });

  it('when MONGODB_URI leads nowhere', async () => {
    const { code, said } = await start({
      PORT: '0',
      DATA_DIR: join(folder(), 'nowhere'),
      MONGODB_URI: 'mongodb://127.0.0.1:9/x',
      TEMPORAL_ADDRESS: '127.0.0.1:9',
      WORKFLOW_BUNDLE: '/nowhere.js',
    });
    expect(code).toBe(1);
    expect(said).toMatch(/address in MONGODB_URI: .*Start it or correct the address\.$/);
  });
});
