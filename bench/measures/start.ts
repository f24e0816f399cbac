/** `npm start` as a person does it for the second time: seconds until it says it is ready, then memory at rest. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWith } from '../../config';
import { anyFreePort } from '../../scripts/servers/ports';
import { rssBytes } from '../process-cost';
import { ROOT } from '../program';
import { CACHE } from '../stage';
import { number, type Row } from '../table';

const READY_SECONDS = 15;
const MEGABYTES = 600;
const PATIENCE_MS = 180_000;
const SETTLE_MS = 5_000;
/** What ends the run ends what it started: a group of its own hears no Ctrl-C of ours. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function startToReady(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-bench-start-'));
  try {
    // The servers are in the data folder already; the first start makes the keys and the bundle.
    for (const name of ['python', 'bin']) {
      if (existsSync(join(CACHE, name))) symlinkSync(join(CACHE, name), join(dataDir, name));
    }
    const first = await start(dataDir);
    await first.stop();
    const again = await start(dataDir);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const memory = ['api', 'worker'].map((name) => ({ name, megabytes: residentMegabytes(dataDir, name) }));
    await again.stop();
    const sum = memory.reduce((total, { megabytes }) => total + megabytes, 0);
    return [
      {
        what: '`npm start` until ready, servers in the data folder',
        figure: `${number(again.seconds)} s`,
        goal: `<= ${READY_SECONDS} s`,
        met: again.seconds <= READY_SECONDS,
        note: `with an empty data folder ${number(first.seconds)} s`,
      },
      {
        what: 'memory of API and worker at rest',
        figure: `${number(sum)} MB`,
        goal: `< ${MEGABYTES} MB`,
        met: sum < MEGABYTES,
        note: memory.map(({ name, megabytes }) => `${name} ${number(megabytes)}`).join(', '),
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function start(dataDir: string): Promise<{ seconds: number; stop(): Promise<void> }> {
  const env = environmentWith({ DATA_DIR: dataDir, PORT: String(await anyFreePort()) });
  const startedAt = performance.now();
  // A process group of its own, as a terminal gives it: npm, the shell and the launcher end by one signal.
  const npm = spawn('npm', ['start'], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => npm.once('exit', () => resolve()));
  const signalled = () => void stop().then(() => process.exit(130));
  const stop = async () => {
    for (const signal of ENDINGS) process.off(signal, signalled);
    if (npm.pid && npm.exitCode === null) process.kill(-npm.pid, 'SIGTERM');
    await exited;
  };
  for (const signal of ENDINGS) process.on(signal, signalled);
  try {
    await saysReady(npm, exited);
  } catch (error) {
    await stop();
    throw error;
  }
  return { seconds: (performance.now() - startedAt) / 1000, stop };
}

function saysReady({ stdout, stderr }: ChildProcess, exited: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`npm start ${why}: ${said.trim().slice(-500)}`));
    const timer = setTimeout(() => fail('was not ready in time'), PATIENCE_MS);
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (!said.includes('Baton is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    stdout?.on('data', hear);
    stderr?.on('data', hear);
    void exited.then(() => {
      clearTimeout(timer);
      fail('ended');
    });
  });
}

/** The launcher records its children, one file a process id with the command line in it. */
function residentMegabytes(dataDir: string, room: string): number {
  const folder = join(dataDir, 'children');
  const pid = readdirSync(folder).find((name) =>
    readFileSync(join(folder, name), 'utf8').includes(join(room, 'main.ts')),
  );
  return pid === undefined ? Number.NaN : rssBytes(Number(pid)) / 2 ** 20;
}
