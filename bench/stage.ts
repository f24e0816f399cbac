/**
 * Everything a run needs, on loopback and in a folder of its own: servers, the model, and the two contenders as
 * processes beside each other, so that every figure of one has the other's of the same minute next to it.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { loadConfig } from '../config';
import { type LoadedBusiness, loadBusiness } from '../load-business';
import type { Child } from '../scripts/servers/child';
import { anyFreePort } from '../scripts/servers/ports';
import { type Servers, startServers } from '../scripts/servers/start-servers';
import { registerSearchAttributes } from '../worker/search-attributes';
import { cachedWorkflowBundle } from '../worker/workflow-bundle';
import type { Contender } from './contender';
import { type BatonAddress, baton } from './contenders/baton';
import { thinLoop } from './contenders/thin-loop';
import { type LoopbackModel, startModel } from './model';
import { ROOT, run } from './program';
import { questionsOf } from './questions';

export interface Stage {
  temporalAddress: string;
  mongodbUri: string;
  model: LoopbackModel;
  thin: Contender;
  baton: Contender;
  batonAddress: BatonAddress;
  questions: readonly string[];
  /** One more Baton with a database and a task queue of its own; by another way to MongoDB, or without a worker. */
  anotherBaton(options: { mongodbUri?: string; worker?: boolean }): Promise<AnotherBaton>;
  close(): Promise<void>;
}

export interface AnotherBaton {
  address: BatonAddress;
  database: string;
  close(): Promise<void>;
}

/** What was downloaded or installed once; the same folder as that of `npm start` and the tests. */
export const CACHE = join(ROOT, '.baton');

export async function openStage(profile: string | null): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  if (profile) mkdirSync(profile, { recursive: true });
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const config = loadConfig(undefined, { apiKeys: false, masterKeys: false });
    const servers = await bringServers(config, dataDir);
    closing.push(() => servers.close());
    const model = await startModel();
    closing.push(() => model.close());
    const business = await loadBusiness(config.businessDir);
    const common = { dataDir, servers, model, business, bundle: await cachedWorkflowBundle(dataDir) };
    let others = 0;
    const thin = await startThinLoop(common);
    closing.push(() => thin.child.stop());
    const product = await startBaton(common, {
      profile,
      name: 'baton',
      mongodbUri: servers.mongodbUri ?? '',
      worker: true,
    });
    closing.push(product.close);
    return {
      temporalAddress: servers.temporalAddress ?? '',
      mongodbUri: servers.mongodbUri ?? '',
      model,
      thin: thin.contender,
      baton: product.contender,
      batonAddress: product.address,
      questions: questionsOf(business),
      anotherBaton: ({ mongodbUri = servers.mongodbUri ?? '', worker = true }) =>
        startBaton(common, { profile: null, name: `another-${others++}`, mongodbUri, worker }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Common {
  dataDir: string;
  servers: Servers;
  model: LoopbackModel;
  business: LoadedBusiness;
  bundle: string;
}

async function bringServers({ given, mongodbUri, temporal }: ReturnType<typeof loadConfig>, dataDir: string) {
  const servers = await startServers({
    dataDir,
    cacheDir: CACHE,
    need: ['mongodb', 'temporal'],
    given: {
      ...(given.mongodb && { mongodbUri }),
      ...(given.temporal && { temporalAddress: temporal.connection.address }),
    },
    report: console.log,
  });
  if (given.temporal) {
    const connection = await Connection.connect(temporal.connection);
    await registerSearchAttributes(connection, temporal.namespace);
    await connection.close();
  }
  return servers;
}

const pidsOf = ({ started }: Servers, ...names: string[]) =>
  started.flatMap(({ child }) => (names.includes(child.name) ? [child.pid] : []));

async function startThinLoop({ dataDir, servers, model }: Common): Promise<{ contender: Contender; child: Child }> {
  const port = await anyFreePort();
  const args = [servers.temporalAddress ?? '', model.url, String(port)];
  const child = await run({
    name: 'thin-loop',
    script: 'bench/thin-loop/main.ts',
    args,
    env: {},
    dataDir,
    profile: null,
  });
  const app = [child.pid];
  return { child, contender: thinLoop({ url: `http://127.0.0.1:${port}`, app, servers: pidsOf(servers, 'temporal') }) };
}

async function startBaton(
  { dataDir, servers, model, bundle }: Common,
  { profile, name, mongodbUri, worker }: { profile: string | null; name: string; mongodbUri: string; worker: boolean },
) {
  const port = await anyFreePort();
  const secret = () => randomBytes(24).toString('base64url');
  const address = { url: `http://127.0.0.1:${port}`, channelKey: secret(), viewerKey: secret() };
  const database = `bench-${randomBytes(4).toString('hex')}`;
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    MONGODB_URI: inDatabase(mongodbUri, database),
    TEMPORAL_ADDRESS: servers.temporalAddress ?? '',
    TASK_QUEUE: name,
    WORKFLOW_BUNDLE: bundle,
    MODEL: 'openai:loopback',
    OPENAI_BASE_URL: model.url,
    OPENAI_API_KEY: 'loopback',
    API_KEYS: `channel:${address.channelKey},viewer:${address.viewerKey}`,
    RATE_LIMIT_KEY: '100000',
    RATE_LIMIT_CONVERSATION: '100000',
  };
  const processes = await Promise.all(
    (worker ? ['api', 'worker'] : ['api']).map((room) =>
      run({ name: `${name}-${room}`, script: `${room}/main.ts`, env, dataDir, profile }),
    ),
  );
  const pids = { app: processes.map(({ pid }) => pid), servers: pidsOf(servers, 'temporal', 'mongodb') };
  return {
    address,
    database,
    contender: baton(address, pids),
    close: async () => {
      await Promise.all(processes.map((one) => one.stop(15_000)));
    },
  };
}

function inDatabase(uri: string, name: string): string {
  const address = new URL(uri);
  address.pathname = `/${name}`;
  return address.href;
}
