import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBusiness } from '../../load-business';
import { LEAST } from './business-text';

const EXAMPLE = join(__dirname, '../../examples/riverside-hotel');

describe('the sample business', () => {
  it('loads with as many answers in Vietnamese as in English, each asked in several ways', async () => {
    const { knowledge } = await loadBusiness(EXAMPLE);
    const count = (language: string) => knowledge.filter((answer) => answer.language === language).length;
    expect(count('en')).toBeGreaterThanOrEqual(25);
    expect(count('vi')).toBe(count('en'));
    expect(knowledge.filter(({ questions }) => questions.length < 6)).toEqual([]);
  });

  it('keeps two sensitive topics and the built-in one', async () => {
    const { topics } = await loadBusiness(EXAMPLE);
    expect(topics.map(({ id }) => id)).toEqual(['refund_dispute', 'guest_safety', 'acute_distress']);
  });

  it('reaches its service at the given address', async () => {
    const { tools } = await loadBusiness(EXAMPLE, { variables: { SAMPLE_SERVICE_URL: 'http://127.0.0.1:4711' } });
    expect(tools.map(({ url }) => new URL(url).port)).toEqual(['4711', '4711', '4711']);
    expect(tools.map(({ effect }) => effect)).toEqual(['read', 'read', 'write']);
    expect((await loadBusiness(EXAMPLE)).tools[0]?.url).toBe('http://127.0.0.1:8077/bookings/{bookingId}');
  });
});

describe('a folder of a business', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'business-'));
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('may know nothing yet', async () => {
    await writeFile(join(dir, 'business.yaml'), LEAST);
    expect((await loadBusiness(dir)).knowledge).toEqual([]);
  });

  it('tells the problems of all its files together', async () => {
    await mkdir(join(dir, 'knowledge/en'), { recursive: true });
    await writeFile(join(dir, 'business.yaml'), `${LEAST}colour: red\n`);
    await writeFile(join(dir, 'knowledge/en/a.md'), '## A\n');
    await writeFile(join(dir, 'knowledge/b.csv'), Buffer.from([0x74, 0xff]));
    await expect(loadBusiness(dir)).rejects.toThrow(`${join(dir, 'business.yaml')}:5:1: colour: unknown key`);
    await expect(loadBusiness(dir)).rejects.toThrow(`${join(dir, 'knowledge/b.csv')}:1:1: expected UTF-8 text`);
  });

  it('needs its business.yaml', async () => {
    await expect(loadBusiness(join(dir, 'nowhere'))).rejects.toThrow(
      'business.yaml:1:1: expected a file that can be read',
    );
  });
});
