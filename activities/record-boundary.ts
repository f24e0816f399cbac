/** Writes the boundary that `/done` draws: who resolved, from when to when, with what outcome. Seen by the team and the AI. */
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
  ({ store }: Pick<ActivityDeps, 'store'>) =>
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
        text: `Resolved by ${who}, from ${from} to ${at}.${outcome ? ` Outcome: ${outcome}` : ''}`,
      }),
    ]);
  };
