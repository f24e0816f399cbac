/**
 * WhatsApp over Meta's Cloud API. Messages sent by the API never come back as echoes; what does come back
 * (`smb_message_echoes`) was typed in the WhatsApp Business app: a person, unless the text is a known automatic reply.
 */
import type { Channel } from '../channel';
import { knownAutomatic } from '../meta-automatic';
import { createGraph } from '../meta-graph';
import { challengeOf, jsonOf, verifyMeta } from '../meta-webhook';
import { fetchWhatsAppMedia } from './media';
import { parseWhatsApp } from './parse';
import { sendWhatsApp, typeOnWhatsApp } from './send';
import { checkWhatsApp, setUpWhatsApp } from './set-up';

export interface WhatsAppOptions {
  account: string;
  phoneNumberId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  baseUrl: string;
  /** Greeting and away messages set in the WhatsApp Business app, word for word. */
  automaticReplies?: readonly string[];
}

const TEXT_LIMIT = 4_096;
const WINDOW_MS = 24 * 3_600_000;

export function createWhatsAppChannel(options: WhatsAppOptions): Channel {
  const { account, phoneNumberId, token, baseUrl } = options;
  const graph = createGraph(baseUrl, token);
  const parsing = { phoneNumberId, isAutomatic: knownAutomatic(options.automaticReplies) };
  const number = { graph, phoneNumberId, verifyToken: options.verifyToken };
  return {
    name: 'whatsapp',
    account,
    delivery: 'push',
    textLimit: TEXT_LIMIT,
    // A number shared with the WhatsApp Business app may send 5 a second; one customer gets one in six seconds, in bursts.
    limits: { account: { messages: 5, perMs: 1_000 }, chat: { messages: 10, perMs: 60_000 } },
    windowMs: () => WINDOW_MS,
    verify: verifyMeta(options),
    parse: (request) => challengeOf(request) ?? parseWhatsApp(jsonOf(request.body), parsing),
    send: (message, signal) => sendWhatsApp(number, message, signal),
    typing: (to, signal) => typeOnWhatsApp(number, to, signal),
    fetchMedia: (reference, signal) => fetchWhatsAppMedia({ ...number, token, baseUrl }, reference, signal),
    check: ({ webhookUrl }, signal) => checkWhatsApp(number, webhookUrl, signal),
    setUp: ({ webhookUrl }, signal) => setUpWhatsApp(number, webhookUrl, signal),
  };
}
