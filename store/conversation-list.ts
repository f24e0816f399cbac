/**
 * A page of conversations, newest first, each with the last public message that a person or the AI wrote: one aggregate,
 * whatever the page's size. A conversation in which nobody has written yet (a chat opened and left) is not in it.
 */
import type { Mode } from '../domain/conversation';
import type { Author } from '../domain/message';
import type { StoreContext } from './context';
import type { ConversationDocument } from './documents';
import type { Conversations } from './store';
import { SUMMARY, toSummary } from './summary';

interface Filter {
  mode?: Mode;
  channel?: string;
  reason?: string;
  limit: number;
  cursor?: string;
}

type Row = ConversationDocument & { last: { author: Author; text: string }[] };

export async function listConversations(
  { database }: StoreContext,
  businessId: string,
  filter: Filter,
): ReturnType<Conversations['list']> {
  const { conversations } = database.models;
  const pipeline = [
    { $match: { ...selection(businessId, filter), ...after(filter.cursor) } },
    { $sort: { lastMessageAt: -1, _id: -1 } as const },
    { $limit: filter.limit + 1 },
    { $project: SUMMARY },
    lastPublicMessage(),
  ];
  const rows = await database.run(() => conversations.aggregate<Row>(pipeline).option(database.limited));
  const page = rows.slice(0, filter.limit).map((row) => {
    const [lastMessage] = row.last;
    return { ...toSummary(row), ...(lastMessage ? { lastMessage } : {}) };
  });
  const end = page.at(-1);
  return { conversations: page, next: rows.length > filter.limit && end ? cursorAt(end) : null };
}

/** An aggregate is not sanitised by mongoose: every value is made a plain string by `$eq`. */
function selection(businessId: string, { mode, channel, reason }: Filter) {
  return {
    businessId: { $eq: businessId },
    received: { $gt: 0 },
    ...(mode === undefined ? {} : { mode: { $eq: mode } }),
    ...(channel === undefined ? {} : { channel: { $eq: channel } }),
    ...(reason === undefined ? {} : { 'handoff.reasons.reason': { $eq: reason } }),
  };
}

function lastPublicMessage() {
  const newest = [
    { $match: { visibility: 'public', author: { $ne: 'system' } } },
    { $sort: { seq: -1 } as const },
    { $limit: 1 },
    { $project: { _id: 0, author: 1, text: 1 } },
  ];
  return {
    $lookup: { from: 'transcripts', localField: '_id', foreignField: 'workflowId', pipeline: newest, as: 'last' },
  };
}

function cursorAt({ lastMessageAt, workflowId }: { lastMessageAt: string; workflowId: string }): string {
  return Buffer.from(JSON.stringify([lastMessageAt, workflowId])).toString('base64url');
}

/** A cursor that can not be read begins at the newest. */
function after(cursor: string | undefined): object {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString()) as unknown[];
    if (typeof at !== 'string' || typeof id !== 'string') return {};
    return { $or: [{ lastMessageAt: { $lt: at } }, { lastMessageAt: at, _id: { $lt: id } }] };
  } catch {
    return {};
  }
}
