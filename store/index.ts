/** The door of the store: `connectStore` puts the parts together. Starts, and stays up, without MongoDB. */
import { createAccessTokens } from './access-tokens';
import { openDatabase, type StoreLog } from './connection';
import type { StoreContext } from './context';
import { createConversations } from './conversations';
import { createHomes } from './homes';
import { ensureIndexes, type Retention } from './indexes';
import { createIngress } from './ingress';
import { lookupKey } from './lookup-key';
import { type MasterKeyOptions, masterKeys } from './master-keys';
import type { Operation } from './operations';
import { createOriginals, recordAudit } from './originals';
import { createOutbox } from './outbox';
import { rewrapKeys } from './rotation';
import { createSendLimits } from './send-limits';
import { createSpending } from './spending';
import type { Store } from './store';
import { createThreads } from './threads';
import { createToolResults } from './tool-results';
import { createTranscripts } from './transcripts';
import { createWatch } from './watch';

export { fingerprint } from './access-tokens';
export { ConversationIdTaken } from './homes';
export { createPayloadCodec } from './payload-codec';
export type * from './store';
export { StoreUnavailable } from './unavailable';

export interface StoreOptions {
  uri: string;
  /** Overrides the database named in the URI. */
  database?: string;
  /** Current first, or named. Older keys stay listed until `rewrapKeys` has run. */
  masterKeys: MasterKeyOptions;
  retention?: Retention;
  log?: StoreLog;
  /** How long a call waits for MongoDB before it rejects with `StoreUnavailable`. Default 2,000. */
  deadlineMs?: number;
  /** Told of every finished command: for metrics. */
  onOperation?: (operation: Operation) => void;
}

const SHORTEST_RETENTION_DAYS = 8;

/** Resolves after the first attempt to connect, successful or not; `ping` says which. Throws only on wrong options. */
export async function connectStore(options: StoreOptions): Promise<Store> {
  const retention = options.retention ?? {};
  if ((retention.originalsDays ?? SHORTEST_RETENTION_DAYS) < SHORTEST_RETENTION_DAYS) {
    throw new Error(
      `Originals are kept for at least ${SHORTEST_RETENTION_DAYS} days: duplicates are recognised by them`,
    );
  }
  const master = masterKeys(options.masterKeys);
  const lookup = lookupKey(master);
  const database = openDatabase({
    ...options,
    async prepare(connection, models) {
      await ensureIndexes(connection, models, retention);
      await lookup.load(models);
    },
  });
  const context: StoreContext = { database, master, lookup, homes: createHomes(database, master, lookup) };
  const transcripts = createTranscripts(context);
  const ingress = createIngress(context);
  const spending = createSpending(context);
  const watching = createWatch(database);
  await database.firstAttempt;
  return {
    ingress,
    originals: createOriginals(context),
    transcripts,
    outbox: createOutbox(context),
    conversations: createConversations(context, transcripts.forget),
    threads: createThreads(context),
    sendLimits: createSendLimits(context),
    toolResults: createToolResults(context),
    accessTokens: createAccessTokens(context),
    spending,
    audit: { record: (entry) => recordAudit(context, entry) },
    rewrapKeys: () => rewrapKeys(context),
    watch: watching.watch,
    payloadKeys: master.payloadKeys,
    ping: () => database.ping(),
    operations: database.operations,
    async close() {
      await Promise.all([ingress.flush(), spending.flush()]).catch(() => undefined);
      await watching.close();
      await database.close();
    },
  };
}
