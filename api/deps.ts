/** What the server is given, and what its routes share. Tests pass literals; `main.ts` passes the real ones. */
import type { PayloadCodec } from '@temporalio/common';
import type { ChannelRegistry } from '../channels';
import type { Config } from '../config';
import type { Business } from '../domain/business';
import type { Log } from '../log';
import type { Store } from '../store/store';
import type { Callers } from './callers';
import type { ConversationWorkflows } from './conversations';
import type { Live } from './live';
import type { Metrics } from './metrics';
import type { Origins } from './origins';
import type { RateLimit } from './rate-limit';
import type { TakeIn } from './take-in';
import type { WebSessions } from './web-session';

export interface ServerDeps {
  config: Pick<Config, 'loopback' | 'apiKeys' | 'webOrigins' | 'rateLimit' | 'temporal'>;
  store: Store;
  conversations: ConversationWorkflows;
  business: Business;
  channels: ChannelRegistry;
  /** What turns Temporal's stored payloads into readable ones, for the codec routes. */
  payloadCodec: PayloadCodec;
  log: Log;
  metrics?: Metrics;
  /** How long a route waits for the store. Default 1,700: under the two seconds a provider waits, with room for the answer. */
  storeDeadlineMs?: number;
}

export interface RouteDeps extends ServerDeps {
  metrics: Metrics;
  callers: Callers;
  webSessions: WebSessions;
  origins: Origins;
  live: Live;
  takeIn: TakeIn;
  conversationLimit: RateLimit;
  sessionLimit: RateLimit;
}
