/** Answering a customer: a consultation message (`/v3.0/oa/message/cs`), whose id its echo and receipts carry. */
import type { OutboundMessage, SendResult } from '../channel';
import { AnswerLost } from '../provider-call';
import { recipientOf } from './address';
import { askZalo, throwUnlessDone, type ZaloAccess } from './call';

const CONSULTATION = '/v3.0/oa/message/cs';
/** Visitors who have not signed in are still served by the older path. */
const ANONYMOUS = '/v2.0/oa/message';

export async function sendZalo(
  access: ZaloAccess,
  { to, text }: OutboundMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const recipient = recipientOf(to.address);
  const path = 'user_id' in recipient ? CONSULTATION : ANONYMOUS;
  try {
    const answer = await askZalo(access, path, { body: { recipient, message: { text } } }, signal);
    throwUnlessDone(answer);
    const { message_id: id } = answer.data;
    if (typeof id !== 'string' || id === '') return { state: 'unknown', why: 'Zalo did not name the message' };
    return { state: 'sent', providerMessageId: id };
  } catch (error) {
    if (error instanceof AnswerLost) return { state: 'unknown', why: error.message };
    throw error;
  }
}
