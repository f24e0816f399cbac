/**
 * A provider's receipts, from the outbox to the row that people read. They take no event number (the workflow gives
 * those, and knows nothing of receipts): the last few stand on the conversation, where live readers find them.
 */
import type { DeliveryState } from '../domain/message';
import type { StoreContext } from './context';
import { leastAdvanced, statesBefore } from './delivery';
import type { Receipt, TranscriptDocument } from './documents';
import { op } from './models';

const KEPT = 30;
/** Outbox keys end with the number of the part. */
const PART = /:\d+$/;

/** A send's row in the transcript is named after its first part. */
export const firstPartOf = (outboxKey: string): string => outboxKey.replace(PART, ':0');

export async function noteDelivery(context: StoreContext, outboxKey: string): Promise<void> {
  const { database } = context;
  const { transcripts, conversations } = database.models;
  const send = outboxKey.replace(PART, '');
  const row = await database.run(() => transcripts.findOne({ outboxKey: firstPartOf(outboxKey) }).lean());
  const delivery = row && (await deliveryOf(context, row, send));
  if (!row || !delivery || delivery === row.delivery) return;
  const onward = { _id: row._id, delivery: op({ $in: [...statesBefore(delivery), null] }) };
  const { modifiedCount } = await database.run(() => transcripts.updateOne(onward, { $set: { delivery } }));
  if (modifiedCount === 0) return;
  const { seq, eventNo, messageId, visibility } = row;
  const receipt: Receipt = { seq, eventNo, messageId, visibility, delivery };
  const told = { $push: { receipts: { $each: [receipt], $slice: -KEPT } }, $set: { recordedAt: new Date() } };
  await database.run(() => conversations.updateOne({ _id: row.workflowId }, told));
}

/** Of all parts of one send; null where the outbox has none. */
async function deliveryOf(
  { database }: StoreContext,
  { workflowId }: TranscriptDocument,
  send: string,
): Promise<DeliveryState | null> {
  // `;` follows `:` in the order of characters: all keys that begin with the send's.
  const filter = { workflowId, _id: op({ $gte: `${send}:`, $lt: `${send};` }) };
  const parts = await database.run(() => database.models.outbox.find(filter, { state: 1 }).lean());
  return leastAdvanced(parts.filter(({ _id }) => _id.replace(PART, '') === send).map(({ state }) => state));
}

/** What a reader who has the rows up to event `after` may still have to hear; the newest word on each row. */
export function receiptsUpTo(receipts: readonly Receipt[] | undefined, after: number): Receipt[] {
  const latest = new Map((receipts ?? []).map((receipt) => [receipt.seq, receipt]));
  return [...latest.values()].filter(({ eventNo }) => eventNo <= after);
}
