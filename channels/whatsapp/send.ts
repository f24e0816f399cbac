/** Sending over WhatsApp: the request, and what Meta's error codes mean for it. */
import type { OutboundMessage, SendResult, TypingTo } from '../channel';
import { type ErrorVerdict, type Graph, type GraphError, sendOverGraph } from '../meta-graph';
import { recordsOf, textOf } from '../meta-webhook';
import { reasonOnWhatsApp } from './refusals';

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

/** Meta's own trouble: the message was not taken, and may be tried again. */
const TRANSIENT = new Set([1, 2, 131000, 131016, 131057, 133004]);

export function verdictOnWhatsApp({ code }: GraphError): ErrorVerdict {
  const wait = WAITS[code];
  if (wait !== undefined) return { wait };
  if (TRANSIENT.has(code)) return 'retry';
  return { refuse: reasonOnWhatsApp(code) ?? 'WhatsApp refused the message' };
}
