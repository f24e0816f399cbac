/**
 * `npm run docker:check`: what can be known of the image without an engine. The build stage's steps run in a copy of
 * what the build would see, and the pruned result must still load both processes' code. System packages are left out.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const ROOT = dirname(__dirname);

/** The `RUN` lines of one stage, in order. */
export function runSteps(dockerfile: string, stage: number): string[] {
  const stages = dockerfile.split(/^FROM .*$/m).slice(1);
  return [...(stages[stage] ?? '').matchAll(/^RUN (.*)$/gm)].map(([, step = '']) => step);
}

/** Whether the build leaves a path out. Knows the two forms in use here: a name, and any file with an ending. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    pattern.startsWith('**/*') ? path.endsWith(pattern.slice(4)) : path === pattern || path.startsWith(`${pattern}/`),
  );
}

function check(): void {
  const patterns = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  const copy = mkdtempSync(join(tmpdir(), 'baton-image-'));
  try {
    cpSync(ROOT, copy, { recursive: true, filter: (path) => !isIgnored(relative(ROOT, path), patterns) });
    for (const step of runSteps(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'), 0)) run(copy, step);
    run(copy, 'test -s dist/workflow-bundle.js');
    run(copy, `node --import tsx -e "require('./api/server'); require('./worker/create-worker'); process.exit(0)"`);
    console.log('The image steps hold.');
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function run(cwd: string, step: string): void {
  console.log(`RUN ${step}`);
  const { status } = spawnSync('/bin/sh', ['-euc', step], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`this step failed: ${step}`);
}

if (require.main === module) {
  try {
    check();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
