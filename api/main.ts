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
import { createPayloadCodec } from '../store/payload-codec';
import { createConversations } from './conversations';
import { createMetrics } from './metrics';
import { createPump } from './pump';
import { createServer } from './server';

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
  const payloadCodec = createPayloadCodec(store.payloadKeys);
  const conversations = createConversations(config.temporal, payloadCodec);
  const metrics = createMetrics();
  collectDefaultMetrics({ register: metrics.register });

  const server = createServer({ config, store, conversations, business, channels, payloadCodec, log, metrics });
  const pump = createPump({ ingress: store.ingress, forward: server.forward, metrics, log });
  const port = await server.listen(config.port, config.host);
  pump.start();
  log.info({ host: config.host, port }, 'the API listens');
  process.send?.('ready');

  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    log.info('leaving: finishing what is under way');
    await server.close();
    await pump.stop();
    await store.ingress.flush().catch(() => log.warn('marks of signalled messages were left to the pump'));
    await conversations.close();
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
