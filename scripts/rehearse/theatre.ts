/**
 * Where rehearsals play: the real API, the real worker with the business under test, a database that is thrown away,
 * and Temporal's time-skipping server, on which a night passes in a moment. Nothing leaves the machine but calls to the
 * model and to the business's own tools.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { createAnswerer } from '../../activities/llm/create-answerer';
import { createOfflineAnswerer } from '../../activities/llm/offline-answerer';
import { createEmbedder } from '../../activities/llm/retrieval/create-embedder';
import type { McpServers } from '../../activities/llm/tools/mcp-servers';
import { createApi } from '../../api/create-api';
import { createRegistry } from '../../channels';
import { createApiChannel } from '../../channels/api';
import { type Config, environmentWith, loadConfig, ROLES, type Role, surroundings } from '../../config';
import type { LoadedBusiness } from '../../load-business';
import { createLog } from '../../log';
import { connectStore } from '../../store';
import { createWorker } from '../../worker/create-worker';
import { registerSearchAttributes } from '../../worker/search-attributes';
import { cachedWorkflowBundle } from '../../worker/workflow-bundle';
import { ConversationClient } from '../demo/conversation-client';
import { findExecutable } from '../servers/executables';
import { startServers } from '../servers/start-servers';

export interface Theatre {
  /** A conversation that begins now. */
  conversation(): ConversationClient;
  /** Lets time pass, all timers due in it firing. */
  skip(ms: number): Promise<void>;
  /** From the next message on the same business answers under another threshold. */
  setConfidence(threshold: number): void;
  close(): Promise<void>;
}

/** `cacheDir`: where downloaded servers and the workflow bundle are kept between rehearsals. */
export async function openTheatre(
  business: LoadedBusiness,
  { cacheDir, report, mcp }: { cacheDir: string; report: (line: string) => void; mcp?: McpServers | undefined },
): Promise<Theatre> {
  let cast = business;
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const each of closers.reverse()) await each();
  };
  try {
    const dataDir = mkdtempSync(join(tmpdir(), 'baton-rehearsal-'));
    closers.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const servers = await startServers({ dataDir, cacheDir, need: ['mongodb'], report });
    closers.push(servers.close);
    const program = await findExecutable('temporal-test', { ...surroundings(), cacheDir, report });
    const env = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: program.path } },
    });
    closers.push(() => env.teardown());
    await registerSearchAttributes(env.connection, 'default');
    const keys = newKeys();
    const config = loadConfig(
      environmentWith({
        MONGODB_URI: servers.mongodbUri as string,
        TEMPORAL_ADDRESS: env.address,
        TEMPORAL_NAMESPACE: 'default',
        TASK_QUEUE: 'rehearsal',
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        API_KEYS: ROLES.map((role) => `${role}:${keys[role]}`).join(','),
        RATE_LIMIT_KEY: '100000',
        RATE_LIMIT_CONVERSATION: '1000',
      }),
    );
    const { baseUrl, forwarded } = await raise(
      config,
      { business: () => cast, mcp, report },
      await cachedWorkflowBundle(cacheDir),
      closers,
    );
    return {
      conversation: () => new ConversationClient({ baseUrl, keys }, `rehearsal-${randomBytes(6).toString('hex')}`),
      // What was said before the pause has been said before it.
      skip: (ms) => forwarded().then(() => env.sleep(ms)),
      setConfidence: (confidence) => {
        cast = { ...business, handoff: { ...business.handoff, confidence } };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const newKeys = () =>
  Object.fromEntries(ROLES.map((role) => [role, randomBytes(18).toString('base64url')])) as Record<Role, string>;

/** API and worker in this process: the API's address, and when it has passed on what it took. */
async function raise(
  config: Config,
  {
    business,
    mcp,
    report,
  }: { business: () => LoadedBusiness; mcp: McpServers | undefined; report(line: string): void },
  bundlePath: string,
  closers: (() => unknown)[],
): Promise<{ baseUrl: string; forwarded(): Promise<void> }> {
  const log = createLog('error');
  const channels = createRegistry([createApiChannel({ secret: null, callbackUrl: null })]);
  const { mongodbUri: uri, masterKeys } = config;
  const store = await connectStore({ uri, masterKeys, retention: business().retention, log });
  closers.push(() => store.close());
  const api = createApi({ config, store, business: business(), channels, log });
  const port = await api.listen(0, '127.0.0.1');
  closers.push(() => api.close());
  const embedder = createEmbedder(config.embeddings, report);
  closers.push(() => embedder?.close());
  const { worker, connection } = await createWorker(config, bundlePath, {
    store,
    business,
    ...(mcp && { mcp }),
    channels,
    model: createAnswerer(config.model, undefined, createOfflineAnswerer({ embedder })),
    secret: config.secret,
    log,
  });
  const running = worker.run();
  closers.push(async () => {
    worker.shutdown();
    await running;
    await connection.close();
  });
  return { baseUrl: `http://127.0.0.1:${port}`, forwarded: api.forwarded };
}
