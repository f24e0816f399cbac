/**
 * Turns a reference into a clean row, and tells readers about older rows that changed on the way. A customer's new
 * message that the AI may answer is judged by the detectors in the same step.
 */
import { patched } from '@temporalio/workflow';
import type { RedactMessageInput } from '../activities/redact-message';
import type { TakeMessageResult } from '../activities/take-message';
import type { InboundReference } from '../domain/message';
import { quick } from './activity-proxies';
import type { Conversation } from './context';
import { keepUp, unjudged } from './state';

export async function redactReference(
  conversation: Conversation,
  reference: InboundReference,
  as: RedactMessageInput['as'],
): Promise<TakeMessageResult> {
  const { key, state } = conversation;
  const isNew = reference.kind === 'message';
  const upTo = state.seq;
  const judges = isNew && as === 'customer' && state.mode === 'ai' && patched('judged-with-redaction');
  const judge = judges && { judge: { seqs: unjudged(state), since: state.since } };
  const redacted = await quick(conversation.local, 'redactMessage', {
    conversation: key,
    reference,
    as,
    seq: isNew ? ++state.seq : 0,
    eventNo: isNew ? ++state.eventNo : 0,
    upTo,
    version: state.version,
    ...judge,
  });
  keepUp(state, redacted);
  if (redacted.amended.length > 0) {
    state.version += 1;
    const firstEventNo = state.eventNo + 1;
    state.eventNo += redacted.amended.length;
    await quick(conversation.local, 'announceAmendments', { conversation: key, seqs: redacted.amended, firstEventNo });
  }
  return redacted;
}
