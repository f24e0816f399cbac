/** Writes the boundary that `/done` draws: who resolved, from when to when, with what outcome. Seen by the team and the AI. */
import { DateTime } from 'luxon';
import { parseOperatorCommand } from '../domain/operator-command';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { systemRow } from './system-row';

export interface RecordBoundaryInput {
  conversation: ConversationKey;
  originalId: string;
  /** ISO 8601: since when a person was called or owned the conversation. */
  from: string;
  at: string;
  seq: number;
  eventNo: number;
}

export const recordBoundary =
  ({ store, business }: Pick<ActivityDeps, 'store' | 'business'>) =>
  async ({ conversation, originalId, from, at, seq, eventNo }: RecordBoundaryInput): Promise<void> => {
    const original = (await store.originals.open(conversation, [originalId])).get(originalId);
    const who = original?.operator?.name ?? original?.operator?.id ?? 'an operator';
    const outcome = original ? (parseOperatorCommand(original.content.text)?.rest ?? '') : '';
    await store.transcripts.append(conversation, [
      systemRow({
        seq,
        eventNo,
        messageId: `boundary-${seq}`,
        outboxKey: `${conversation.workflowId}:boundary:${originalId}:0`,
        purpose: 'boundary',
        visibility: 'team',
        text: `Resolved by ${who}, ${span(from, at, business(conversation.businessId).timezone)}.${outcome ? ` Outcome: ${outcome}` : ''}`,
      }),
    ]);
  };

/** As the business's own clock showed it: "23 November 2026, 07:00 to 07:02", the day again only where it is another. */
function span(from: string, at: string, zone: string): string {
  const [began, ended] = [from, at].map((time) => DateTime.fromISO(time, { zone, locale: 'en' })) as [
    DateTime,
    DateTime,
  ];
  const day = 'd MMMM yyyy, HH:mm';
  return `${began.toFormat(day)} to ${ended.toFormat(began.hasSame(ended, 'day') ? 'HH:mm' : day)}`;
}
