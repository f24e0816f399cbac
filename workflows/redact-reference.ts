/** Turns a reference into a clean row, and tells readers about older rows that changed on the way. */
import type { RedactMessageInput, RedactMessageResult } from '../activities/redact-message';
import type { InboundReference } from '../domain/message';
import { quick } from './activity-proxies';
import type { Conversation } from './context';

export async function redactReference(
  { key, state }: Conversation,
  reference: InboundReference,
  as: RedactMessageInput['as'],
): Promise<RedactMessageResult> {
  const isNew = reference.kind === 'message';
  const upTo = state.seq;
  const redacted = await quick('redactMessage', {
    conversation: key,
    reference,
    as,
    seq: isNew ? ++state.seq : 0,
    eventNo: isNew ? ++state.eventNo : 0,
    upTo,
    version: state.version,
  });
  if (redacted.amended.length > 0) {
    state.version += 1;
    const firstEventNo = state.eventNo + 1;
    state.eventNo += redacted.amended.length;
    await quick('announceAmendments', { conversation: key, seqs: redacted.amended, firstEventNo });
  }
  return redacted;
}
