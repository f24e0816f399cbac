/** Sending over WhatsApp: the request, and what Meta's error codes mean for it. */
import type { OutboundMessage, SendResult, TypingTo } from '../channel';
import { type ErrorVerdict, type Graph, type GraphError, sendOverGraph } from '../meta-graph';
import { recordsOf, textOf } from '../meta-webhook';

/** An id for a business: a country's two letters, a dot, then digits or `ENT.` and digits. */
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]+$/;
const CALLBACK_BYTES = 512;

export async function sendWhatsApp(
  { graph, phoneNumberId }: { graph: Graph; phoneNumberId: string },
  { to, text, outboxKey, replyTo }: OutboundMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const body = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...recipient(to.address),
    type: 'text',
    text: { body: text, preview_url: false },
    ...(replyTo !== undefined && { context: { message_id: replyTo } }),
    // Comes back in every status of this message: an answer that was lost is found again by it.
    ...(Buffer.byteLength(outboxKey) <= CALLBACK_BYTES && { biz_opaque_callback_data: outboxKey }),
  };
  return sendOverGraph({
    provider: 'WhatsApp',
    call: () => graph.post(`${phoneNumberId}/messages`, body, signal),
    idOf: ({ messages }) => textOf(recordsOf(messages)[0]?.id),
    verdictOn: verdictOnWhatsApp,
  });
}

/** Shown under the customer's message, which counts as read by it; without one there is nothing to show. */
export async function typeOnWhatsApp(
  { graph, phoneNumberId }: { graph: Graph; phoneNumberId: string },
  { answering }: TypingTo,
  signal: AbortSignal,
): Promise<void> {
  const messageId = await answering?.();
  if (messageId === undefined) return;
  const read = { messaging_product: 'whatsapp', status: 'read', message_id: messageId };
  await graph.post(`${phoneNumberId}/messages`, { ...read, typing_indicator: { type: 'text' } }, signal);
}

export const recipient = (address: string) => (USER_ID.test(address) ? { recipient: address } : { to: address });

/** Milliseconds. One customer may be written to about once in six seconds. */
const WAITS: Readonly<Record<number, number>> = {
  4: 60_000,
  80007: 60_000,
  130429: 2_000,
  131056: 6_000,
};

const REFUSALS: Readonly<Record<number, string>> = {
  0: 'WhatsApp does not accept the access token: make a new one',
  3: 'The access token may not send messages: give it whatsapp_business_messaging',
  10: 'The access token may not send messages: give it whatsapp_business_messaging',
  100: 'WhatsApp does not accept the request: check phoneNumberId',
  190: 'The WhatsApp access token has expired: make a new one',
  368: 'Meta has blocked the WhatsApp account for a policy violation',
  130472: 'WhatsApp does not deliver this message to this customer',
  131005: 'The access token may not send messages: give it whatsapp_business_messaging',
  131026: 'The customer can not be reached on WhatsApp',
  131031: 'Meta has locked the WhatsApp account',
  131042: 'WhatsApp has no valid payment method for this account',
  131045: 'The phone number is not registered with the Cloud API',
  131047: 'The customer wrote more than 24 hours ago: WhatsApp allows free text only within 24 hours of his message',
  131048: 'WhatsApp limits this number: too many messages were reported as spam',
  131049: 'WhatsApp does not deliver this message, to keep its own quality',
  131050: 'The customer does not want these messages',
  133010: 'The phone number is not registered with the Cloud API',
};

/** Meta's own trouble: the message was not taken, and may be tried again. */
const TRANSIENT = new Set([1, 2, 131000, 131016, 131057, 133004]);

export function verdictOnWhatsApp({ code }: GraphError): ErrorVerdict {
  const wait = WAITS[code];
  if (wait !== undefined) return { wait };
  if (TRANSIENT.has(code)) return 'retry';
  const permission = code >= 200 && code <= 299;
  return { refuse: REFUSALS[permission ? 10 : code] ?? 'WhatsApp refused the message' };
}
