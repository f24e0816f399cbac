/**
 * The API process: starts without Temporal and without MongoDB, answers 503 until messages can be stored, and on
 * SIGTERM, or when the launcher that started it is gone, finishes what is under way before it goes.
 */
import { collectDefaultMetrics } from 'prom-client';
import { createChannels } from '../channels';
import { loadConfig } from '../config';
import { loadBusiness } from '../load-business';
import { createLog } from '../log';
import { connectStore } from '../store';
import { createApi } from './create-api';
import { createMetrics } from './metrics';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const business = await loadBusiness(config.businessDir, {
    variables: { ...(config.sampleServiceUrl && { SAMPLE_SERVICE_URL: config.sampleServiceUrl }) },
    rehearsedIn: config.requireRehearsal ? config.dataDir : null,
  });
  const channels = createChannels(business, config.secret);
  for (const [channel, accounts] of Object.entries(business.channels)) {
    if (!Array.isArray(accounts)) continue;
    const unserved = accounts.filter(({ account }) => !channels.find(channel, account));
    if (unserved.length > 0) log.warn({ channel }, 'business.yaml declares accounts of a channel that is not built in');
  }
  const store = await connectStore({
    uri: config.mongodbUri,
    masterKeys: config.masterKeys,
    retention: business.retention,
    log,
  });
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.register });

  const api = createApi({ config, store, business, channels, log, metrics });
  const port = await api.listen(config.port, config.host);
  log.info({ host: config.host, port }, 'the API listens');
  process.send?.('ready');

  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    log.info('leaving: finishing what is under way');
    await api.close();
    await store.close();
    // The channel to a parent would keep the process alive.
    if (process.connected) process.disconnect();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());
  // A launcher that is killed can stop nobody any more.
  process.on('disconnect', () => void leave());
  if (process.connected === false) void leave();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.name}: ${error.message}` : 'the API could not start');
  process.exit(1);
});
