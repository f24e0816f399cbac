/**
 * Baton as it runs for people: API, worker, Temporal and MongoDB as four processes, each of which can be killed (with
 * -9, as crashes do) and started again on the same port and data. The model is a loopback server in the caller.
 */
import { randomUUID } from 'node:crypto';
import { run } from '../../bench/program';
import { anyFreePort } from '../../scripts/servers/ports';
import { type OpenAiServer, sensibleAnswer, startOpenAiServer } from './openai-server';
import { roleKeys } from './role-keys';
import { type OwnServer, ownFolder, spawnOwnServers, workflowBundlePath } from './servers';
import { Talk } from './talk';

/** Always the same, so that the histories of a run that went wrong can be opened and replayed afterwards. */
const MASTER_KEY = `test:${Buffer.alloc(32, 7).toString('base64')}`;

export const VICTIMS = ['worker', 'api', 'temporal', 'mongodb'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface Processes extends Record<Victim, OwnServer> {
  model: OpenAiServer;
  talk(conversationId?: string): Talk;
  close(): Promise<void>;
}

export async function startProcesses({
  dataDir = ownFolder(),
  modelDelayMs = 300,
}: {
  dataDir?: string;
  modelDelayMs?: number;
} = {}): Promise<Processes> {
  const servers = await spawnOwnServers(dataDir);
  const model = await startOpenAiServer((request) => {
    // Nobody looks at them here, and over a long run they would only grow.
    model.requests.length = 0;
    return { ...sensibleAnswer(request), delayMs: modelDelayMs };
  });
  const { keys, apiKeys } = roleKeys();
  const port = await anyFreePort();
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    MONGODB_URI: servers.mongodbUri,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TASK_QUEUE: 'processes',
    WORKFLOW_BUNDLE: await workflowBundlePath(),
    MODEL: 'openai:loopback',
    OPENAI_BASE_URL: model.url,
    OPENAI_API_KEY: 'loopback',
    API_KEYS: apiKeys,
    MASTER_KEYS: MASTER_KEY,
    RATE_LIMIT_KEY: '10000',
    RATE_LIMIT_CONVERSATION: '1000',
  };
  const [api, worker] = await Promise.all([program(dataDir, 'api', env), program(dataDir, 'worker', env)]);
  return {
    api,
    worker,
    temporal: servers.temporal,
    mongodb: servers.mongodb,
    model,
    talk: (conversationId = `talk-${randomUUID()}`) => new Talk(`http://127.0.0.1:${port}`, keys, conversationId),
    async close() {
      await Promise.all([api.kill(), worker.kill()]);
      await Promise.all([servers.close(), model.close()]);
    },
  };
}

async function program(dataDir: string, name: 'api' | 'worker', env: Record<string, string>): Promise<OwnServer> {
  const start = () => run({ name, script: `${name}/main.ts`, env, dataDir });
  let child = await start();
  return {
    pid: () => child.pid,
    kill: () => child.kill(),
    restart: async () => {
      await child.kill();
      child = await start();
    },
  };
}
