/**
 * Gives the run a folder of its own, and ends what runs that were killed left behind. Servers are started by the first
 * test file that asks for them, so a run of pure tests starts none.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans } from '../../scripts/servers/orphans';
import { isAlive } from '../../scripts/servers/os-process';
import { RUN_PREFIX, RUN_VARIABLE } from './run-folder';

export default async function globalSetUp(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(RUN_PREFIX))) {
    await sweep(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), RUN_PREFIX));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  process.env[RUN_VARIABLE] = folder;
}

async function sweep(folder: string): Promise<void> {
  const owner = join(folder, 'owner');
  if (!existsSync(owner) || isAlive(Number(readFileSync(owner, 'utf8')))) return;
  await endRun(folder);
}

/** A file's own servers live in folders below the run's. */
export async function endRun(folder: string): Promise<void> {
  const own = readdirSync(folder).filter((name) => name.startsWith('own-'));
  await Promise.all([folder, ...own.map((name) => join(folder, name))].map(endOrphans));
  rmSync(folder, { recursive: true, force: true });
}
