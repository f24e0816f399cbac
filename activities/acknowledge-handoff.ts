/** Tells the customer once that a person was called: template text in his language, following the opening hours. */
import { acknowledgement } from '../domain/acknowledgement';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { showSystemMessage } from './show-system-message';

export interface AcknowledgeHandoffInput {
  conversation: ConversationKey;
  epoch: number;
  language: string;
  seq: number;
  eventNo: number;
}

export const acknowledgeHandoff =
  (deps: Pick<ActivityDeps, 'store' | 'business' | 'channels' | 'log'>) =>
  async (input: AcknowledgeHandoffInput): Promise<{ sent: boolean }> => {
    const text = acknowledgement(deps.business(input.conversation.businessId), input.language, new Date());
    if (text === null) return { sent: false };
    await showSystemMessage(deps, { ...input, purpose: 'ack', number: input.epoch, text });
    return { sent: true };
  };
