/**
 * The workflow's word on its mode, in one write: the fields, the events that readers get, and the log of handoffs for
 * the insight page. Written again it changes nothing; an older epoch adds its events and leaves the fields alone.
 */
import type { StoreContext } from './context';
import type { ConversationKey, ModeRecord, StoredEvent } from './store';

const EVENTS_KEPT = 50;
const HANDOFFS_KEPT = 100;

export async function recordMode(
  { database }: StoreContext,
  { workflowId }: ConversationKey,
  record: ModeRecord,
  events: readonly StoredEvent[],
): Promise<void> {
  const storedAt = new Date();
  // Evidence may begin with `$`: everything that is not ours goes in as a literal.
  const current = { $lte: ['$epoch', record.epoch] };
  const fields = Object.entries(record).map(([field, value]) => [
    field,
    { $cond: [current, { $literal: value }, `$${field}`] },
  ]);
  const fresh = events.map((event) => ({ ...event, storedAt }));
  const others = { $filter: { input: '$events', cond: { $not: [{ $in: ['$$this.n', events.map(({ n }) => n)] }] } } };
  const kept = { $slice: [{ $concatArrays: [others, { $literal: fresh }] }, -EVENTS_KEPT] };
  // `epoch` is among the fields, so what depends on the stored epoch stands in one stage with it.
  const change = [
    {
      $set: {
        ...Object.fromEntries(fields),
        events: kept,
        handoffs: handoffLog(record, current),
        recordedAt: storedAt,
      },
    },
  ];
  const { conversations } = database.models;
  await database.run(() => conversations.updateOne({ _id: workflowId }, change));
}

/** A handoff is one entry, known by when it began; its first answer is when the mode becomes `operator`. */
function handoffLog({ mode, handoff }: ModeRecord, current: object) {
  const answeredAt = new Date().toISOString();
  if (mode === 'operator') {
    const answered = {
      $mergeObjects: ['$$this', { answeredAt: { $ifNull: ['$$this.answeredAt', answeredAt] } }],
    };
    return { $cond: [current, { $map: { input: '$handoffs', in: answered } }, '$handoffs'] };
  }
  if (mode !== 'waiting' || !handoff) return '$handoffs';
  const entry = { since: handoff.since, reasons: handoff.reasons.map(({ reason }) => reason) };
  const known = { $in: [entry.since, { $map: { input: '$handoffs', in: '$$this.since' } }] };
  const added = { $slice: [{ $concatArrays: ['$handoffs', { $literal: [entry] }] }, -HANDOFFS_KEPT] };
  return { $cond: [known, '$handoffs', added] };
}
