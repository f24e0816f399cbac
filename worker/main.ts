/**
 * The worker process. Keeps trying until Temporal is there, says `ready` when it polls, and on SIGTERM lets running
 * activities end before it goes, as it does when the launcher that started it is gone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { ActivityDeps } from '../activities/deps';
import { createAnswerer } from '../activities/llm/create-answerer';
import { createOfflineAnswerer } from '../activities/llm/offline-answerer';
import { createEmbedder } from '../activities/llm/retrieval/create-embedder';
import { addMcpTools } from '../activities/llm/tools/mcp-tools';
import { createChannels } from '../channels';
import { type Config, loadConfig } from '../config';
import { type LoadedBusiness, loadBusiness } from '../load-business';
import { createLog, type Log } from '../log';
import { connectStore } from '../store';
import { createPayloadCodec } from '../store/payload-codec';
import { createTokenKeepers } from './access-tokens';
import { createWorker, type RunningWorker } from './create-worker';
import { registerSearchAttributes } from './search-attributes';
import { warmUp } from './warm-up';
import { cachedWorkflowBundle } from './workflow-bundle';

async function main(): Promise<void> {
  // Until it polls there is nothing to finish.
  let leave: () => void = () => process.exit();
  process.on('disconnect', () => leave());
  const config = loadConfig(undefined, { apiKeys: false });
  const log = createLog(config.logLevel);
  installRuntime(log, config);
  const loaded = await loadBusiness(config.businessDir, {
    variables: { ...(config.sampleServiceUrl && { SAMPLE_SERVICE_URL: config.sampleServiceUrl }) },
    rehearsedIn: config.requireRehearsal ? config.dataDir : null,
  });
  const { business, mcp } = await addMcpTools(loaded, {
    dir: config.businessDir,
    secret: config.secret,
    warn: log.warn.bind(log),
  });
  const bundlePath = config.workflowBundle ?? (await cachedWorkflowBundle(config.dataDir));
  const embedder = createEmbedder(config.embeddings, (line) => log.warn(line));
  const offline = createOfflineAnswerer({ embedder, dataDir: config.dataDir });
  await warmUp(business, config.model.name, offline);
  const store = await connectStore({
    uri: config.mongodbUri,
    masterKeys: config.masterKeys,
    retention: business.retention,
    log,
  });
  const keepers = createTokenKeepers({
    ...{ temporal: config.temporal, store, business, secret: config.secret },
    payloadCodec: createPayloadCodec(store.payloadKeys),
  });
  const { worker, connection } = await connected(
    config,
    bundlePath,
    {
      store,
      business: serving(business),
      channels: createChannels(business, config.secret, { accessTokens: keepers.tokens }),
      model: createAnswerer(config.model, store.spending, offline),
      secret: config.secret,
      ...(mcp && { mcp }),
      log,
    },
    log,
  );
  log.info({ model: config.model.name, taskQueue: config.temporal.taskQueue }, 'the worker polls');
  process.send?.('ready');
  leave = () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  // The keepers run on a worker; this one polls in a moment.
  const keeping = keepers.start();
  await Promise.all([worker.run(), keeping]);
  await keepers.close();
  await connection.close();
  await mcp?.close();
  await store.close();
  if (process.connected) process.disconnect();
}

/** One business an installation for now; the look-up is by id all the same. */
function serving(business: LoadedBusiness): ActivityDeps['business'] {
  return (businessId) => {
    if (businessId !== business.id) throw new Error(`this worker serves "${business.id}", not "${businessId}"`);
    return business;
  };
}

async function connected(config: Config, bundlePath: string, deps: ActivityDeps, log: Log): Promise<RunningWorker> {
  for (let attempt = 1; ; attempt++) {
    try {
      await announceSearchAttributes(config);
      return await createWorker(config, bundlePath, deps);
    } catch (error) {
      log.warn({ err: error, attempt }, 'Temporal does not answer yet');
      await sleep(Math.min(200 * attempt, 5_000));
    }
  }
}

async function announceSearchAttributes({ temporal }: Config): Promise<void> {
  const connection = await Connection.connect(temporal.connection);
  try {
    await registerSearchAttributes(connection, temporal.namespace);
  } finally {
    await connection.close();
  }
}

/** The SDK's own words go through our log, which redacts. */
function installRuntime(log: Log, { workerMetrics }: Config): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      const { error, workflowId, activityType, mode, epoch, reason, attempt } = (meta ?? {}) as Record<string, unknown>;
      const fields = {
        workflowId,
        activityType,
        mode,
        epoch,
        reason,
        attempt,
        ...(error !== undefined && { err: error }),
      };
      if (level === 'ERROR') log.error(fields, message);
      else if (level === 'WARN') log.warn(fields, message);
      else log.info(fields, message);
    }),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
      ...(workerMetrics && { metrics: { prometheus: { bindAddress: workerMetrics } } }),
    },
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : 'the worker could not start');
  process.exit(1);
});
