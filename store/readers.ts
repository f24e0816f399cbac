/**
 * What readers follow: rows by `seq`, events by their number. Numbers are given before rows are written and writers land
 * out of order, so a reader stops before a hole younger than two seconds; an older hole is a number never used.
 */
import type { StoreContext } from './context';
import { draftUnderWay } from './drafts';
import { op } from './models';
import { receiptsUpTo } from './receipts';
import type { ConversationKey, Conversations, ReadPage } from './store';
import { toMessage } from './transcript-rows';

const HOLE_MS = 2000;
/** One answer holds so many changed rows; the reader asks on from the last. */
const EVENTS_AT_ONCE = 200;

/** `n`: the item's number; `earlier`: numbers it had before, which are no holes either. */
interface Numbered {
  n: number;
  writtenAt: Date;
  earlier?: readonly number[];
}

/** The longest run of items, ordered by number, that has no young hole before any of them. */
function beforeYoungHole<Item extends Numbered>(items: readonly Item[], after: number): Item[] {
  const youngest = Date.now() - HOLE_MS;
  const used = new Set(items.flatMap(({ n, earlier = [] }) => [n, ...earlier]));
  let last = after;
  const end = items.findIndex(({ n, writtenAt }) => {
    while (used.has(last + 1)) last += 1;
    const isYoungHole = n > last && writtenAt.getTime() > youngest;
    last = Math.max(last, n);
    return isYoungHole;
  });
  return end < 0 ? [...items] : items.slice(0, end);
}

/** Pages through rows of every visibility, because a hole shows only among all of them. */
export async function messagesAfter(
  { database }: StoreContext,
  { workflowId }: ConversationKey,
  { after, limit, visibility }: { after: number; limit: number; visibility: 'public' | 'all' },
): Promise<ReadPage> {
  const { transcripts } = database.models;
  const page: ReadPage = { messages: [], next: after };
  const chunk = limit + 20;
  for (let more = true; more; ) {
    const filter = { workflowId, seq: op({ $gt: page.next }) };
    const rows = await database.run(() => transcripts.find(filter).sort({ seq: 1 }).limit(chunk).lean());
    const items = rows.map((row) => ({ n: row.seq, writtenAt: row.storedAt, row }));
    const settled = beforeYoungHole(items, page.next);
    for (const { row } of settled) {
      if (page.messages.length === limit) return page;
      if (visibility === 'all' || row.visibility === 'public') page.messages.push(toMessage(row));
      page.next = row.seq;
    }
    more = settled.length === chunk;
  }
  return page;
}

export async function eventsAfter(
  { database }: StoreContext,
  { workflowId }: ConversationKey,
  after: number,
): ReturnType<Conversations['eventsAfter']> {
  const { transcripts, conversations } = database.models;
  const filter = { workflowId, eventNo: op({ $gt: after }) };
  const [rows, conversation] = await Promise.all([
    database.run(() => transcripts.find(filter).sort({ eventNo: 1 }).limit(EVENTS_AT_ONCE).lean()),
    database.run(() =>
      conversations.findOne({ _id: workflowId }, { mode: 1, events: 1, draft: 1, receipts: 1 }).lean(),
    ),
  ]);
  // Behind a full answer more rows stand, perhaps with numbers before those of the other events.
  const last = rows.length === EVENTS_AT_ONCE ? (rows.at(-1)?.eventNo ?? after) : Number.POSITIVE_INFINITY;
  const messages = rows.map((row) => ({
    ...{ n: row.eventNo, writtenAt: row.changedAt, earlier: row.eventNos, type: 'message' as const },
    row: toMessage(row),
  }));
  const modes = (conversation?.events ?? [])
    .filter(({ n }) => n > after && n <= last)
    .map(({ n, type, data, storedAt }) => ({ n, writtenAt: storedAt, earlier: [], type, data }));
  const ordered = [...messages, ...modes].sort((a, b) => a.n - b.n);
  const told = beforeYoungHole(ordered, after).map(({ writtenAt, earlier, ...event }) => event);
  const n = told.at(-1)?.n ?? after;
  const receipts = receiptsUpTo(conversation?.receipts, n).map(({ eventNo, ...data }) => {
    return { n, type: 'delivery' as const, data };
  });
  // A draft that a change of mode overtook is nobody's any more.
  const draft = conversation?.mode === 'ai' ? draftUnderWay(conversation.draft) : null;
  return [...told, ...receipts, ...(draft ? [{ n, type: 'draft' as const, data: draft }] : [])];
}
