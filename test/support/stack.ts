/**
 * The whole product in one test file: the real API over HTTP, a real worker, the run's Temporal and MongoDB, a
 * database and a task queue of its own. Only what lives on the internet may be replaced, by options.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createAnswerer } from '../../activities/llm/create-answerer';
import { offlineAnswerer } from '../../activities/llm/offline-answerer';
import { createApi } from '../../api/create-api';
import { createRegistry } from '../../channels';
import { createApiChannel } from '../../channels/api';
import type { Channel } from '../../channels/channel';
import { createWebChannel } from '../../channels/web';
import { type Config, loadConfig, type Role } from '../../config';
import { type SampleService, startSampleService } from '../../examples/riverside-hotel/service/sample-service';
import { type LoadedBusiness, loadBusiness } from '../../load-business';
import { createLog } from '../../log';
import { connectStore, type Store } from '../../store';
import { createWorker } from '../../worker/create-worker';
import { warmUp } from '../../worker/warm-up';
import { PATIENT_MS, patientStore } from './patient-store';
import { roleKeys } from './role-keys';
import { testServers, workflowBundlePath } from './servers';
import { Talk } from './talk';

export interface StackOptions {
  /** Changes the sample business before anything starts. */
  business?: (business: LoadedBusiness) => LoadedBusiness;
  model?: Partial<Config['model']>;
  /** Besides `api` and `web`. */
  channels?: readonly Channel[];
  servers?: { mongodbUri: string; temporalAddress: string };
  env?: Record<string, string>;
  /** False: messages are taken in and nobody answers them. */
  worker?: boolean;
}

export interface TestStack {
  url: string;
  keys: Record<Role, string>;
  config: Config;
  /** The worker's; `apiStore` is the API's. */
  store: Store;
  apiStore: Store;
  business: LoadedBusiness;
  service: SampleService;
  /** Every log line the API and the worker wrote. */
  logs: string[];
  /** A new conversation on the `api` channel. */
  talk(conversationId?: string): Talk;
  close(): Promise<void>;
}

export async function startStack(options: StackOptions = {}): Promise<TestStack> {
  try {
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR' } } });
  } catch {
    // Another stack of this file installed it.
  }
  const service = await startSampleService();
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-stack-'));
  const { keys, apiKeys } = roleKeys();
  const servers = await testServers();
  const config = loadConfig({
    MONGODB_URI: options.servers?.mongodbUri ?? servers.mongodbUri,
    TEMPORAL_ADDRESS: options.servers?.temporalAddress ?? servers.temporalAddress,
    TASK_QUEUE: servers.taskQueue,
    DATA_DIR: dataDir,
    PORT: '0',
    API_KEYS: apiKeys,
    RATE_LIMIT_KEY: '10000',
    RATE_LIMIT_CONVERSATION: '1000',
    ...options.env,
  });
  const logs: string[] = [];
  const log = createLog('info', { write: (line) => void logs.push(line) });
  const loaded = await loadBusiness(config.businessDir, { variables: { SAMPLE_SERVICE_URL: service.url } });
  const business = options.business?.(loaded) ?? loaded;
  const channels = createRegistry([
    createApiChannel({ secret: null, callbackUrl: null }),
    createWebChannel(),
    ...(options.channels ?? []),
  ]);
  const { mongodbUri: uri, masterKeys } = config;
  // Servers of the file's own are there to be taken away.
  const open = options.servers ? connectStore : patientStore;
  const openStore = () => open({ uri, masterKeys, retention: business.retention, log });
  // Two stores, as in two processes: nothing may depend on sharing memory.
  const [apiStore, workerStore] = await Promise.all([openStore(), openStore()]);
  const api = createApi({
    ...{ config, store: apiStore, business, channels, log },
    ...(!options.servers && { storeDeadlineMs: PATIENT_MS }),
  });
  const port = await api.listen(0, '127.0.0.1');
  const model = { ...config.model, ...options.model };
  const startWorker = async () => {
    // As the worker process does: on a busy machine the first draft would outlast its heartbeats.
    await warmUp(business, model.name, offlineAnswerer);
    return createWorker(config, await workflowBundlePath(), {
      store: workerStore,
      business: () => business,
      channels,
      model: createAnswerer(model, workerStore.spending),
      secret: config.secret,
      log,
    });
  };
  const running = options.worker === false ? null : await startWorker();
  const worked = running?.worker.run();
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    keys,
    config,
    store: workerStore,
    apiStore,
    business,
    service,
    logs,
    talk: (conversationId = `talk-${randomUUID()}`) => new Talk(url, keys, conversationId),
    async close() {
      running?.worker.shutdown();
      await worked;
      await api.close();
      await running?.connection.close();
      await Promise.all([apiStore.close(), workerStore.close(), service.close()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
