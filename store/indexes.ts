/**
 * Every index the promises rest on, made at the start and safe to make again. The unique ones come before anything is
 * accepted; a changed retention replaces the time-to-live index. Fields that most rows lack have sparse indexes,
 * not partial ones: the embedded server keeps partial indexes but reads past them.
 */
import type { Connection } from 'mongoose';
import type { Models } from './models';

export interface Retention {
  /** At least 8: a redelivery after a week is still recognised. Default 30; null keeps them until they are erased. */
  originalsDays?: number | null;
  /** Null (the default) keeps transcripts until they are erased. */
  transcriptsDays?: number | null;
  /** Null (the default) keeps audit records for good. */
  auditDays?: number | null;
}

const DAY_SECONDS = 86_400;
/** A tool result or an outbox row is of no use once its conversation's turn is long over. */
const WORKING_DAYS = 30;

export async function ensureIndexes(connection: Connection, models: Models, retention: Retention): Promise<void> {
  const originalsDays = retention.originalsDays === undefined ? 30 : retention.originalsDays;
  const { conversations, originals, transcripts, aliases, outbox, threads, sendLimits, toolResults, audit } = models;
  await Promise.all([
    conversations.collection.createIndexes([
      { key: { businessId: 1, conversationId: 1 }, unique: true },
      { key: { businessId: 1, lastMessageAt: -1, _id: -1 } },
      { key: { businessId: 1, mode: 1, lastMessageAt: -1, _id: -1 } },
    ]),
    originals.collection.createIndexes([
      { key: { dedupeKey: 1 }, unique: true },
      { key: { pendingAt: 1 }, sparse: true },
      { key: { heldUntil: 1 }, sparse: true },
      { key: { workflowId: 1 } },
    ]),
    transcripts.collection.createIndexes([
      { key: { workflowId: 1, seq: 1 }, unique: true },
      { key: { workflowId: 1, eventNo: 1 } },
      { key: { originalId: 1 }, unique: true, sparse: true },
      { key: { outboxKey: 1 }, unique: true, sparse: true },
      { key: { businessId: 1, at: 1 } },
    ]),
    aliases.collection.createIndexes([{ key: { workflowId: 1 } }]),
    outbox.collection.createIndexes([
      { key: { workflowId: 1 } },
      { key: { addressHash: 1, at: -1 } },
      { key: { providerMessageId: 1 }, sparse: true },
    ]),
    threads.collection.createIndexes([
      { key: { place: 1, tag: 1 }, unique: true },
      { key: { place: 1, thread: 1 }, sparse: true },
      { key: { place: 1, at: -1 } },
      { key: { workflowId: 1 } },
    ]),
    sendLimits.collection.createIndexes([{ key: { at: 1 }, expireAfterSeconds: DAY_SECONDS }]),
    toolResults.collection.createIndexes([{ key: { workflowId: 1 } }]),
    audit.collection.createIndexes([{ key: { businessId: 1, at: -1 } }]),
  ]);
  await expireAfter(connection, 'originals', 'at', originalsDays);
  await expireAfter(connection, 'outbox', 'at', WORKING_DAYS);
  await expireAfter(connection, 'toolResults', 'at', WORKING_DAYS);
  await expireAfter(connection, 'transcripts', 'storedAt', retention.transcriptsDays ?? null);
  await expireAfter(connection, 'audit', 'at', retention.auditDays ?? null);
}

async function expireAfter(connection: Connection, name: string, field: string, days: number | null): Promise<void> {
  const collection = connection.collection(name);
  const indexes = (await collection.listIndexes().toArray()) as { name: string; expireAfterSeconds?: number }[];
  const existing = indexes.find((index) => index.name === `${field}_1` && index.expireAfterSeconds !== undefined);
  const seconds = days === null ? null : days * DAY_SECONDS;
  if (existing?.expireAfterSeconds === (seconds ?? undefined)) return;
  // Dropped and made again rather than modified in place: the role `readWrite` may do the one and not the other.
  if (existing) await collection.dropIndex(existing.name);
  if (seconds !== null) await collection.createIndex({ [field]: 1 }, { expireAfterSeconds: seconds });
}
