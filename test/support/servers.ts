/**
 * Servers for tests. A MongoDB and a Temporal serve many files of the run; every caller gets a database and a task queue
 * of its own in them. Tests that kill servers get their own pair.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { surroundings } from '../../config';
import type { Child } from '../../scripts/servers/child';
import { findExecutable } from '../../scripts/servers/executables';
import { withLock } from '../../scripts/servers/lock-file';
import { startMongodb } from '../../scripts/servers/mongodb';
import { endOrphans } from '../../scripts/servers/orphans';
import { keptPort } from '../../scripts/servers/ports';
import { startServers } from '../../scripts/servers/start-servers';
import { startTemporal } from '../../scripts/servers/temporal';
import { runFolder } from './run-folder';

export { workflowBundlePath } from './workflow-bundle';

const ROOT = join(__dirname, '../..');
/** Kept between runs: what was downloaded or installed once. */
const CACHE = join(ROOT, '.baton');
const USES_OF_A_PAIR = 15;

interface Shared {
  mongodb: string;
  temporalAddress: string;
  temporalUi: string;
}

export interface TestServers {
  /** A database that no one else uses. */
  mongodbUri: string;
  temporalAddress: string;
  temporalUi: string;
  namespace: string;
  taskQueue: string;
}

export async function testServers(): Promise<TestServers> {
  const shared = await sharedServers();
  const name = `test-${randomBytes(6).toString('hex')}`;
  return {
    mongodbUri: inDatabase(shared.mongodb, name),
    temporalAddress: shared.temporalAddress,
    temporalUi: shared.temporalUi,
    namespace: 'default',
    taskQueue: name,
  };
}

/**
 * One pair for each of the runner's workers, whose files follow one another, and a fresh one after so many files: the
 * embedded MongoDB grows slower with every database it has held.
 */
async function sharedServers(): Promise<Shared> {
  const worker = process.env.JEST_WORKER_ID ?? '1';
  return withLock(join(runFolder(), `servers-${worker}.lock`), async () => {
    const uses = join(runFolder(), `servers-${worker}.uses`);
    const before = existsSync(uses) ? readFileSync(uses, 'utf8').length : 0;
    writeFileSync(uses, '.'.repeat(before + 1));
    const pair = (number: number) => join(runFolder(), `own-shared-${worker}-${number}`);
    const now = Math.floor(before / USES_OF_A_PAIR);
    const folder = pair(now);
    const record = join(folder, 'servers.json');
    if (existsSync(record)) return JSON.parse(readFileSync(record, 'utf8')) as Shared;
    // Not the last one: a file that crosses the line may still speak to it.
    if (now > 1) await endOrphans(pair(now - 2));
    mkdirSync(folder, { recursive: true });
    const { started, mongodbUri, temporalAddress, temporalUi } = await startServers({
      dataDir: folder,
      cacheDir: CACHE,
      need: ['mongodb', 'temporal'],
    });
    for (const { child } of started) child.process.unref();
    const shared = { mongodb: mongodbUri ?? '', temporalAddress: temporalAddress ?? '', temporalUi: temporalUi ?? '' };
    writeFileSync(record, JSON.stringify(shared));
    return shared;
  });
}

function inDatabase(uri: string, name: string): string {
  const address = new URL(uri);
  address.pathname = `/${name}`;
  return address.href;
}

/** The time-skipping server's program, for `TestWorkflowEnvironment.createTimeSkipping`. */
export async function timeSkippingServer(): Promise<string> {
  const { path } = await findExecutable('temporal-test', search());
  return path;
}

const search = () => ({ ...surroundings(), cacheDir: CACHE, report: () => {} });

/** A server that can be killed in the middle of things and started again on the same port and data. */
export interface OwnServer {
  /** Of the process that runs now. */
  pid(): number;
  kill(): Promise<void>;
  restart(): Promise<void>;
}
interface StallingServer extends OwnServer {
  /** As on a machine that is out of breath: still there, and silent for so long. */
  stall(ms: number): Promise<void>;
}
export interface OwnServers {
  mongodbUri: string;
  temporalAddress: string;
  mongodb: StallingServer;
  temporal: StallingServer;
  close(): Promise<void>;
}

/** A folder that the end of the run sweeps, with every process recorded in it. */
export function ownFolder(): string {
  const folder = join(runFolder(), `own-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder);
  return folder;
}

export async function spawnOwnServers(dataDir: string = ownFolder()): Promise<OwnServers> {
  const [mongod, temporal] = await Promise.all([
    findExecutable('mongodb', search()),
    findExecutable('temporal', search()),
  ]);
  const port = await keptPort(dataDir, 'mongodb');
  const temporalPort = await keptPort(dataDir, 'temporal');
  const uiPort = await keptPort(dataDir, 'temporal-ui');
  const database = await killable(() => startMongodb(mongod, { dataDir, port }));
  const workflows = await killable(() => startTemporal(temporal, { dataDir, port: temporalPort, uiPort }));
  return {
    mongodbUri: database.first.uri,
    temporalAddress: workflows.first.address,
    mongodb: database.server,
    temporal: workflows.server,
    close: async () => {
      await Promise.all([database.server.kill(), workflows.server.kill()]);
    },
  };
}

async function killable<S extends { child: Child }>(
  start: () => Promise<S>,
): Promise<{ first: S; server: StallingServer }> {
  const first = await start();
  let child = first.child;
  return {
    first,
    server: {
      pid: () => child.pid,
      kill: () => child.kill(),
      async stall(ms) {
        child.process.kill('SIGSTOP');
        await pause(ms);
        child.process.kill('SIGCONT');
      },
      restart: async () => {
        await child.kill();
        child = (await start()).child;
      },
    },
  };
}
