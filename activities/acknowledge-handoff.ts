/** Tells the customer once that a person was called: template text in his language, following the opening hours. */
import { acknowledgement } from '../domain/acknowledgement';
import type { ConversationKey } from '../store/store';
import type { DeliveryOutcome } from './deliver';
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
  async (input: AcknowledgeHandoffInput): Promise<{ sent: boolean; state?: DeliveryOutcome; why?: string }> => {
    const text = acknowledgement(deps.business(input.conversation.businessId), input.language, new Date());
    if (text === null) return { sent: false };
    const told = await showSystemMessage(deps, { ...input, purpose: 'ack', number: input.epoch, text });
    return { sent: true, ...told };
  };
