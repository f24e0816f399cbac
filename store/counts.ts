/** Counts and times for the insight page: plain aggregates over one period. */
import type { StoreContext } from './context';

const SLOW_MS = 10_000;
const TIME_LIMIT = { maxTimeMS: 8_000 };

interface Handoff {
  reason: string;
  since: string;
  answeredAt?: string;
}

/** `answerMs`: milliseconds from a handoff to its first operator, of those that were answered. */
export async function countConversations(
  { database }: StoreContext,
  businessId: string,
  from: Date,
  to: Date,
): Promise<Record<string, unknown>> {
  const { conversations, transcripts } = database.models;
  const period = { $gte: from.toISOString(), $lt: to.toISOString() };
  const own = { businessId: { $eq: businessId } };
  const authors = [
    // An emoji under a message is none itself.
    { $match: { ...own, at: period, visibility: 'public', reaction: { $exists: false } } },
    { $group: { _id: '$author', count: { $sum: 1 } } },
  ];
  // As in the list: a chat that was opened and left is no conversation yet.
  const ours = { ...own, received: { $gt: 0 } };
  const modes = [{ $match: ours }, { $group: { _id: '$mode', count: { $sum: 1 } } }];
  const handoffs = [
    { $match: { ...own, 'handoffs.since': period } },
    { $unwind: '$handoffs' },
    { $match: { 'handoffs.since': period } },
    {
      $project: {
        ...{ _id: 0, since: '$handoffs.since', answeredAt: '$handoffs.answeredAt' },
        reason: { $arrayElemAt: ['$handoffs.reasons', 0] },
      },
    },
  ];
  const begun = { ...ours, createdAt: period };
  const count = (run: () => PromiseLike<{ _id: string; count: number }[]>) => database.run(run, SLOW_MS);
  const [byAuthor, byMode, started, list] = await Promise.all([
    count(() => transcripts.aggregate(authors).option(TIME_LIMIT)),
    count(() => conversations.aggregate(modes).option(TIME_LIMIT)),
    count(() => conversations.aggregate([{ $match: begun }, { $count: 'count' }]).option(TIME_LIMIT)),
    database.run(() => conversations.aggregate<Handoff>(handoffs).option(TIME_LIMIT), SLOW_MS),
  ]);
  return {
    conversations: started[0]?.count ?? 0,
    modes: tally(byMode),
    messages: tally(byAuthor),
    handoffs: { total: list.length, byReason: tallyReasons(list), answered: answerTimes(list) },
  };
}

function tally(rows: readonly { _id: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ _id, count }) => [_id, count]));
}

function tallyReasons(list: readonly Handoff[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of list) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function answerTimes(list: readonly Handoff[]) {
  const times = list
    .flatMap(({ since, answeredAt }) => (answeredAt ? [Date.parse(answeredAt) - Date.parse(since)] : []))
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
  return { count: times.length, medianMs: at(0.5), p90Ms: at(0.9) };
}
