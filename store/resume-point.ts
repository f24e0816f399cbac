/** Where a workflow that begins again (its history is gone, the conversation is not) goes on counting. Two round trips. */
import type { StoreContext } from './context';
import type { ConversationKey, ResumePoint } from './store';

export async function resumePoint(
  { database }: StoreContext,
  { workflowId }: ConversationKey,
): Promise<ResumePoint | null> {
  const { conversations, transcripts } = database.models;
  const fields = {
    ...{ mode: 1, epoch: 1, handoff: 1, operator: 1, waitingSince: 1, nextTimer: 1, operatorMark: 1 },
    events: 1,
  } as const;
  const highest = [
    { $match: { workflowId: { $eq: workflowId } } },
    { $group: { _id: null, seq: { $max: '$seq' }, eventNo: { $max: '$eventNo' } } },
  ];
  const [row, [rows]] = await Promise.all([
    database.run(() => conversations.findOne({ _id: workflowId }, fields).lean()),
    database.run(() => transcripts.aggregate<{ seq: number; eventNo: number }>(highest)),
  ]);
  if (!row || (!rows && row.epoch <= 1 && row.events.length === 0)) return null;
  const { mode, epoch, handoff, operator, waitingSince, nextTimer, operatorMark, events } = row;
  return {
    record: { mode, epoch, handoff, operator, waitingSince, nextTimer },
    seq: rows?.seq ?? 0,
    eventNo: Math.max(rows?.eventNo ?? 0, ...events.map(({ n }) => n)),
    operatorMark,
  };
}
