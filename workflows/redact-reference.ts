/** Turns a reference into a clean row, and tells readers about older rows that changed on the way. */
import type { RedactMessageInput, RedactMessageResult } from '../activities/redact-message';
import type { InboundReference } from '../domain/message';
import { quick } from './activity-proxies';
import type { Conversation } from './context';
import { keepUp } from './state';

export async function redactReference(
  conversation: Conversation,
  reference: InboundReference,
  as: RedactMessageInput['as'],
): Promise<RedactMessageResult> {
  const { key, state } = conversation;
  const isNew = reference.kind === 'message';
  const upTo = state.seq;
  const redacted = await quick(conversation.local, 'redactMessage', {
    conversation: key,
    reference,
    as,
    seq: isNew ? ++state.seq : 0,
    eventNo: isNew ? ++state.eventNo : 0,
    upTo,
    version: state.version,
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
