/** A public system message: on pull channels a visible row, on push channels sent first and shown as it was settled. */
import type { TranscriptMessage } from '../domain/message';
import type { ConversationKey } from '../store/store';
import { type DeliveryOutcome, deliver } from './deliver';
import type { ActivityDeps } from './deps';
import { systemRow } from './system-row';

export async function showSystemMessage(
  deps: Pick<ActivityDeps, 'store' | 'channels' | 'log'>,
  input: {
    conversation: ConversationKey;
    purpose: 'ack' | 'notice';
    number: number;
    seq: number;
    eventNo: number;
    text: string;
  },
): Promise<{ state: DeliveryOutcome; why?: string }> {
  const { conversation, purpose, number, seq, eventNo, text } = input;
  const key = `${conversation.workflowId}:${purpose}:${number}`;
  const row: TranscriptMessage = systemRow({
    seq,
    eventNo,
    messageId: `${purpose}-${number}`,
    outboxKey: `${key}:0`,
    purpose,
    visibility: 'public',
    text,
  });
  const channel = deps.channels.find(conversation.channel, conversation.account);
  let told: { state: DeliveryOutcome; why?: string } = { state: 'sent' };
  if (channel?.delivery === 'push') {
    const { outcome, why } = await deliver(deps, {
      key,
      workflowId: conversation.workflowId,
      purpose,
      channel: conversation.channel,
      account: conversation.account,
      to: { address: await deps.store.conversations.address(conversation) },
      text: row.text,
    });
    row.delivery = outcome === 'superseded' ? 'failed' : outcome;
    told = { state: outcome, ...(why !== undefined && { why }) };
  }
  await deps.store.transcripts.append(conversation, [row]);
  // A receipt may have come before there was a row to show it on.
  if (channel?.delivery === 'push') await deps.store.transcripts.noteDelivery(`${key}:0`);
  return told;
}
