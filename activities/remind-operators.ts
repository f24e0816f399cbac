/**
 * Reminds the operators that a customer waits; when it escalates, the customer is told honestly that nobody came yet.
 * Returns what became of those words; null where none were due.
 */
import { stillWaiting } from '../domain/acknowledgement';
import type { ConversationKey } from '../store/store';
import { clockTime } from './clock-time';
import type { DeliveryOutcome } from './deliver';
import { type PlaceDeps, tellPlaces } from './operators-places';
import { showSystemMessage } from './show-system-message';
import { systemRow } from './system-row';

export interface RemindOperatorsInput {
  conversation: ConversationKey;
  what: 'unclaimed' | 'escalation' | 'idle';
  waitingSince: string;
  language: string;
  seq: number;
  eventNo: number;
}

const WORDS: Record<RemindOperatorsInput['what'], string> = {
  unclaimed: 'Reminder: nobody has taken this conversation yet. The customer waits since {since}.',
  escalation: 'Escalation: still nobody has taken this conversation. The customer waits since {since} and was told so.',
  idle: 'Reminder: the customer wrote and waits for your answer since {since}.',
};

export const remindOperators =
  (deps: PlaceDeps) =>
  async (input: RemindOperatorsInput): Promise<{ state: DeliveryOutcome; why?: string } | null> => {
    const { conversation, what, waitingSince, seq, eventNo, language } = input;
    const { timezone } = deps.business(conversation.businessId);
    const text = WORDS[what].replace('{since}', clockTime(waitingSince, timezone));
    const key = `${conversation.workflowId}:reminder:${seq}`;
    await deps.store.transcripts.append(conversation, [
      systemRow({
        seq,
        eventNo,
        messageId: `reminder-${seq}`,
        outboxKey: `${key}:0`,
        purpose: 'reminder',
        visibility: 'team',
        text,
      }),
    ]);
    await tellPlaces(deps, conversation, {
      purpose: 'reminder',
      number: `${seq}`,
      text,
      where: 'all',
      buttons: ['take'],
    });
    if (what !== 'escalation') return null;
    return showSystemMessage(deps, {
      conversation,
      purpose: 'notice',
      number: seq,
      seq: seq + 1,
      eventNo: eventNo + 1,
      text: stillWaiting(deps.business(conversation.businessId), language),
    });
  };
