/**
 * The API put together: what serves requests, the pump behind them, and their way to Temporal. Whoever opened the store
 * closes it, after this.
 */
import { createPayloadCodec } from '../store/payload-codec';
import { createConversations } from './conversations';
import type { ServerDeps } from './deps';
import { createMetrics } from './metrics';
import { createPump } from './pump';
import { createServer } from './server';

export interface Api {
  /** Port 0 takes a free one; resolves with the port taken. */
  listen(port: number, host: string): Promise<number>;
  /** Resolves when every message that was taken has been signalled, or left to the pump. */
  forwarded(): Promise<void>;
  /** Finishes what is under way; what could not be signalled stays for the next process's pump. */
  close(): Promise<void>;
}

export function createApi(deps: Omit<ServerDeps, 'conversations' | 'payloadCodec'>): Api {
  const { config, store, log, metrics = createMetrics() } = deps;
  const payloadCodec = createPayloadCodec(store.payloadKeys);
  const conversations = createConversations(config.temporal, payloadCodec);
  const server = createServer({ ...deps, conversations, payloadCodec, metrics });
  const pump = createPump({ ingress: store.ingress, forward: server.forward, metrics, log });
  return {
    async listen(port, host) {
      const taken = await server.listen(port, host);
      pump.start();
      return taken;
    },
    forwarded: server.forwarded,
    async close() {
      await server.close();
      await pump.stop();
      await store.ingress.flush().catch(() => log.warn('marks of signalled messages were left to the pump'));
      await conversations.close();
    },
  };
}
