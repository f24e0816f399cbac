/**
 * Zalo's signature: `mac=` and the SHA-256 of app id, raw body, the body's own timestamp and the account's webhook secret,
 * one after the other; a bare hash, not an HMAC. Zalo repeats a webhook for almost two hours and signs the event's
 * time, so a day is allowed; who stores it drops what it has.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '../channel';

const OLDEST_MS = 86_400_000;
const CLOCK_SKEW_MS = 300_000;

export interface ZaloSecret {
  appId: string;
  oaSecret: string;
}

function macOf({ appId, oaSecret }: ZaloSecret, timestamp: string, body: Buffer): string {
  return `mac=${createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecret).digest('hex')}`;
}

export function verifyZalo(secret: ZaloSecret, { headers, body, receivedAt }: WebhookRequest): true | string {
  const given = headers['x-zevent-signature'];
  if (!given) return 'the signature header is missing';
  const timestamp = timestampOf(body, secret.appId, headers['x-zevent-timestamp']);
  if (timestamp === null) return 'the body has no timestamp of this app';
  const wanted = Buffer.from(macOf(secret, timestamp, body));
  const found = Buffer.from(given);
  if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) return 'the signature does not fit the body';
  const age = receivedAt.getTime() - Number(timestamp);
  return (age <= OLDEST_MS && age >= -CLOCK_SKEW_MS) || 'the timestamp is too far off';
}

/**
 * As it stands in the bytes that were signed: a text or a number, in milliseconds. Where an event has none, the one that
 * some projects report in a header; the signature covers it all the same.
 */
function timestampOf(body: Buffer, appId: string, header: string | undefined): string | null {
  try {
    const { timestamp, app_id } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
    const text = typeof timestamp === 'number' ? String(timestamp) : (timestamp ?? header);
    return String(app_id ?? appId) === appId && typeof text === 'string' && /^\d{1,15}$/.test(text) ? text : null;
  } catch {
    return null;
  }
}
