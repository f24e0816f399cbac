/** Carries an operator's message from the team's place to the customer, through the outbox, once. */
import type { ConversationKey } from '../store/store';
import { type DeliveryOutcome, deliver } from './deliver';
import type { ActivityDeps } from './deps';

export interface RelayToCustomerInput {
  conversation: ConversationKey;
  originalId: string;
  seq: number;
  eventNo: number;
}

const relayKey = ({ workflowId }: ConversationKey, originalId: string) => `${workflowId}:relay:${originalId}`;

/** The outbox key of its first part, which the transcript row is named after. */
export const relayPart = (conversation: ConversationKey, originalId: string) =>
  `${relayKey(conversation, originalId)}:0`;

export const relayToCustomer =
  (deps: Pick<ActivityDeps, 'store' | 'channels' | 'log'>) =>
  async ({
    conversation,
    originalId,
    seq,
    eventNo,
  }: RelayToCustomerInput): Promise<{ state: DeliveryOutcome; why?: string }> => {
    const row = await deps.store.transcripts.bySeq(conversation, seq);
    if (!row || row.deleted) return { state: 'failed' };
    const opened = await deps.store.originals.open(conversation, [originalId]);
    const replyTo = opened.get(originalId)?.content.replyTo;
    const { outcome, why } = await deliver(deps, {
      key: relayKey(conversation, originalId),
      workflowId: conversation.workflowId,
      purpose: 'relay',
      channel: conversation.channel,
      account: conversation.account,
      to: { address: await deps.store.conversations.address(conversation) },
      text: row.text,
      ...(replyTo !== undefined && { replyTo }),
    });
    const delivery = outcome === 'superseded' ? 'failed' : outcome;
    await deps.store.transcripts.amend(conversation, seq, { delivery, eventNo });
    // A receipt may have come before the provider's answer.
    await deps.store.transcripts.noteDelivery(relayPart(conversation, originalId));
    return { state: outcome, ...(why !== undefined && { why }) };
  };
