/**
 * Slack's signature, version 0: HMAC-SHA256 over `v0:{timestamp}:{raw body}`, as docs.slack.dev/authentication says. The
 * time may be off by five minutes in either direction; the header is compared whole and in constant time.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '../channel';

const TOLERANCE_S = 300;

function signatureOf(signingSecret: string, timestamp: string, body: Buffer): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}

export function verifySlack(signingSecret: string, { headers, body, receivedAt }: WebhookRequest): true | string {
  const { 'x-slack-signature': given, 'x-slack-request-timestamp': timestamp } = headers;
  if (!given || !timestamp) return 'a signature header is missing';
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return 'the timestamp is no number of seconds';
  if (Math.abs(receivedAt.getTime() / 1000 - Number(timestamp)) > TOLERANCE_S) return 'the timestamp is too far off';
  const wanted = Buffer.from(signatureOf(signingSecret, timestamp, body));
  const found = Buffer.from(given);
  return (found.length === wanted.length && timingSafeEqual(found, wanted)) || 'the signature does not fit the body';
}
