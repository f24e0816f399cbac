/**
 * The workflow code as one file, built once per state of the sources (it takes seconds) and then taken from the data
 * folder. The name carries a hash of everything that goes in, so an old bundle is never run for new code.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { version } from '@temporalio/worker/package.json';

const ROOT = dirname(__dirname);
const ROOMS = ['workflows', 'domain'];

export async function buildWorkflowBundle(target: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(ROOT, 'workflows', 'index.ts'),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}`, code);
  renameSync(`${target}.${process.pid}`, target);
}

/** The path of a bundle of the sources as they are now. Two that build at once put the same file in place. */
export async function cachedWorkflowBundle(dataDir: string, build = buildWorkflowBundle): Promise<string> {
  const target = join(dataDir, `workflow-bundle-${sourcesHash()}.js`);
  if (existsSync(target)) return target;
  await build(target);
  removeOld(dataDir);
  return target;
}

/** A running worker may be started again with the bundle it had, so only those of other days go. */
function removeOld(dataDir: string): void {
  const dayAgo = Date.now() - 86_400_000;
  for (const name of readdirSync(dataDir).filter((entry) => /^workflow-bundle-\w+\.js$/.test(entry))) {
    if (statSync(join(dataDir, name)).mtimeMs < dayAgo) rmSync(join(dataDir, name), { force: true });
  }
}

function sourcesHash(): string {
  const hash = createHash('sha256').update(version);
  for (const room of ROOMS) {
    for (const file of readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(`\n${room}/${file}\n`).update(readFileSync(join(ROOT, room, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
