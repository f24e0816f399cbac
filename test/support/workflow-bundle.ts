/** The workflow bundle for tests: built at most once per state of the sources, in a process of its own, outside jest's transforms. */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withLock } from '../../scripts/servers/lock-file';
import { cachedWorkflowBundle } from '../../worker/workflow-bundle';

const ROOT = join(__dirname, '../..');

export function workflowBundlePath(): Promise<string> {
  const folder = join(ROOT, '.baton');
  mkdirSync(folder, { recursive: true });
  return withLock(join(folder, 'workflow-bundle.lock'), () => cachedWorkflowBundle(folder, buildOutside));
}

async function buildOutside(target: string): Promise<void> {
  const script = join(ROOT, 'scripts/bundle-workflows.ts');
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script, target], { cwd: ROOT });
}
