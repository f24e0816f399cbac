/**
 * Which versions of a business have been rehearsed: a fingerprint over every file of its folder, remembered in the data
 * folder. With REQUIRE_REHEARSAL a process refuses to start with a version that no rehearsal has passed.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

export class NotRehearsed extends Error {
  override name = 'NotRehearsed';
}

const file = (dataDir: string) => join(dataDir, 'rehearsals.json');
/** The last versions that passed: going back to one of them needs no new rehearsal. */
const KEPT = 20;

/** Changes with any byte of business.yaml or the knowledge. */
export async function businessFingerprint(dir: string): Promise<string> {
  const entries = await readdir(join(dir, 'knowledge'), { recursive: true }).catch(() => []);
  const names = [
    'business.yaml',
    ...entries.filter((name) => /\.(md|csv)$/.test(name)).map((name) => join('knowledge', name)),
  ];
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const bytes = await readFile(join(dir, name));
    hash.update(`${name.split(sep).join('/')}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('base64url');
}

export async function rememberRehearsal(dataDir: string, fingerprint: string): Promise<void> {
  const known = (await passed(dataDir)).filter((one) => one !== fingerprint);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(file(dataDir), `${JSON.stringify([fingerprint, ...known].slice(0, KEPT), null, 2)}\n`);
}

/** Throws `NotRehearsed`. */
export async function assertRehearsed(dataDir: string, dir: string): Promise<void> {
  if ((await passed(dataDir)).includes(await businessFingerprint(dir))) return;
  throw new NotRehearsed(
    `REQUIRE_REHEARSAL is on, and this version of ${dir} has passed no rehearsal: run npm run rehearse -- --business ${dir} SCENARIO.yaml ...`,
  );
}

async function passed(dataDir: string): Promise<string[]> {
  try {
    return JSON.parse(await readFile(file(dataDir), 'utf8')) as string[];
  } catch {
    return [];
  }
}
