/** One Node program of this repository as a process of its own, to be measured or killed. */
import { join } from 'node:path';
import { environmentWith } from '../config';
import { type Child, launch, untilReady } from '../scripts/servers/child';

export const ROOT = join(__dirname, '..');

export interface Program {
  name: string;
  /** From the root. */
  script: string;
  args?: readonly string[];
  env: Record<string, string>;
  dataDir: string;
  /** Folder for a CPU profile, written when the program ends. */
  profile?: string | null;
}

/** Resolves when the program has said `ready` over its IPC channel. */
export async function run({ name, script, args: words = [], env, dataDir, profile = null }: Program): Promise<Child> {
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${join(profile, name)}`] : [];
  const args = [...profiling, '--import', 'tsx', join(ROOT, script), ...words];
  const child = launch({
    name,
    file: process.execPath,
    args,
    env: environmentWith(env),
    dataDir,
    cwd: ROOT,
    ipc: true,
  });
  let ready = false;
  child.process.once('message', (message) => {
    ready = message === 'ready';
  });
  await untilReady(child, async () => {
    if (!ready) throw new Error('not ready yet');
  });
  return child;
}
