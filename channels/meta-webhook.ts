/**
 * What Meta's webhooks have in common: the set-up challenge, the signature over the raw bytes, and JSON whose every
 * level may be missing or of another shape than promised.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ChannelEvent, WebhookRequest } from './channel';

export type Json = Readonly<Record<string, unknown>>;

const CHALLENGE = /^[0-9A-Za-z]{1,64}$/;

/** A `GET` proves itself by the verify token, a `POST` by an HMAC of the body; both compared in constant time. */
export function verifyMeta({ appSecret, verifyToken }: { appSecret: string; verifyToken: string }) {
  return ({ method, headers, query, body }: WebhookRequest): true | string => {
    if (method === 'GET') {
      if (query['hub.mode'] !== 'subscribe') return 'this is no set-up challenge';
      return equal(query['hub.verify_token'] ?? '', verifyToken) || 'the verify token does not fit';
    }
    const given = headers['x-hub-signature-256'];
    if (!given) return 'the signature header is missing';
    const wanted = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
    return equal(given, wanted) || 'the signature does not fit the body or the secret';
  };
}

function equal(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The answer to a set-up challenge; null where it is none, or asks us to repeat more than an identifier. */
export function challengeOf({ method, query }: WebhookRequest): { challenge: string } | null {
  const challenge = query['hub.challenge'];
  return method === 'GET' && challenge !== undefined && CHALLENGE.test(challenge) ? { challenge } : null;
}

/** Null where the body is not JSON. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

export function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects of a list; whatever else stands in it is passed over. */
export function recordsOf(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.filter((each): each is Json => typeof each === 'object' && each !== null && !Array.isArray(each))
    : [];
}

/** Reads each object of a list alone: one that can not be read at all is named, and its neighbours are read. */
export function readEach(list: unknown, read: (each: Json) => ChannelEvent[]): ChannelEvent[] {
  return recordsOf(list).flatMap((each) => {
    try {
      return read(each);
    } catch {
      // Nested deeper than the stack reaches, for one.
      return [{ kind: 'ignored', type: 'an unreadable element' }];
    }
  });
}

/**
 * A text or a number as text; undefined where it is missing, empty or anything else. Half a surrogate pair, which JSON
 * can escape and no database can store, is replaced.
 */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Seconds, as a number or in digits; at least 2, because 0 and 1 mean something else as a revision. */
export function secondsOf(value: unknown): number {
  const seconds = Math.floor(Number(value));
  return Number.isSafeInteger(seconds) && seconds > 1 ? seconds : 2;
}
