/**
 * The `api` channel: other programs hand messages in by HTTP and read the transcript. Both ways may be signed by the
 * Standard Webhooks scheme; with a callback address replies are posted there too, so that nobody has to poll.
 */

import { Webhook } from 'standardwebhooks';
import type { CleanText } from '../domain/message';
import {
  type Channel,
  ChannelRefusal,
  ChannelThrottled,
  type OutboundMessage,
  type SendResult,
  type WebhookRequest,
} from './channel';
import { withDeadline } from './deadline';

/** As the contract limits what comes in. */
const TEXT_LIMIT = 16_000;
const DEFAULT_WAIT_MS = 5_000;
const CALLBACK_TIMEOUT_MS = 10_000;
/** A receiver that is down for a night still gets everything; after about seven hours a message is a dead letter. */
const RETRY_AFTER_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000];

export interface ApiChannelOptions {
  /** `whsec_...` or plain base64; null: nobody signs. */
  secret: string | null;
  callbackUrl: string | null;
}

export function createApiChannel({ secret, callbackUrl }: ApiChannelOptions): Channel {
  const webhook = secret === null ? null : new Webhook(secret);
  if (callbackUrl !== null && !webhook) throw new Error('channels.api.callbackUrl needs channels.api.secretEnv');

  return {
    name: 'api',
    account: 'default',
    delivery: callbackUrl === null ? 'pull' : 'push',
    textLimit: TEXT_LIMIT,
    // The receiver drops a second post with the same webhook-id, so asking twice is safe.
    onUnknown: 'resend',
    retryAfterMs: RETRY_AFTER_MS,
    verify: (request) => (webhook ? verifySignature(webhook, request) : 'no secret is set for signatures'),
    parse: () => [{ kind: 'ignored', type: 'the api channel has routes of its own' }],
    async send(message, signal) {
      if (!webhook || callbackUrl === null) return { state: 'sent', providerMessageId: message.outboxKey };
      return post(callbackUrl, webhook, message, signal);
    },
  };
}

function verifySignature(webhook: Webhook, { body, headers }: WebhookRequest): true | string {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
  if (!id || !timestamp || !signature) return 'a webhook header is missing';
  try {
    const given = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    webhook.verify(body, given, { jsonParse: false });
    return true;
  } catch {
    return 'the signature does not fit the body, the secret or the time';
  }
}

function callbackBody(to: string, messageId: string, text: CleanText, at: Date): string {
  return JSON.stringify({
    type: 'message',
    timestamp: at.toISOString(),
    data: { conversationId: to, messageId, text },
  });
}

async function post(url: string, webhook: Webhook, message: OutboundMessage, signal: AbortSignal): Promise<SendResult> {
  const at = new Date();
  const body = callbackBody(message.to.address, message.outboxKey, message.text, at);
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': message.outboxKey,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': webhook.sign(message.outboxKey, at, body),
  };
  let response: Response;
  try {
    const deadline = withDeadline(CALLBACK_TIMEOUT_MS, signal);
    response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: deadline });
  } catch {
    return { state: 'unknown', why: 'the callback address did not answer' };
  }
  await response.body?.cancel();
  return resultOf(response, message.outboxKey);
}

function resultOf({ status, headers }: Response, outboxKey: string): SendResult {
  if (status >= 200 && status < 300) return { state: 'sent', providerMessageId: outboxKey };
  if (status === 429 || status === 503) {
    const seconds = Number(headers.get('retry-after'));
    const wait = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : DEFAULT_WAIT_MS;
    throw new ChannelThrottled(`The callback address answered ${status}`, wait);
  }
  if (status >= 500 || status === 408) throw new Error(`The callback address answered ${status}`);
  throw new ChannelRefusal(`The callback address answered ${status}`);
}
