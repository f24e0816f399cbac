/**
 * The widget's bearer token: a conversation id and an expiry under an HMAC, so that no session is stored. Its key is
 * derived from the payload keys with a label of its own; tokens of an older master key stay valid after a rotation.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Store } from '../store/store';

const TOKEN_PREFIX = 'baton-web';
/** A conversation may rest for weeks while a person looks into it. */
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

export interface WebSessions {
  issue(conversationId: string): string;
  /** The conversation the token was issued for, or null where it is forged, foreign or over. */
  read(token: string): string | null;
}

export function createWebSessions(payloadKeys: Store['payloadKeys'], now: () => number = Date.now): WebSessions {
  const keys = new Map(
    [...payloadKeys.keys].map(([id, key]) => [id, Buffer.from(hkdfSync('sha256', key, '', 'baton web session', 32))]),
  );
  const sign = (key: Buffer, claim: string) => createHmac('sha256', key).update(claim).digest();

  return {
    issue(conversationId) {
      const key = keys.get(payloadKeys.current);
      if (!key) throw new Error('the current payload key is missing');
      const claim = Buffer.from(JSON.stringify([conversationId, now() + LIFETIME_MS])).toString('base64url');
      return `${TOKEN_PREFIX}.${claim}.${sign(key, claim).toString('base64url')}`;
    },
    read(token) {
      const [prefix, claim, signature, ...rest] = token.split('.');
      if (prefix !== TOKEN_PREFIX || !claim || !signature || rest.length > 0) return null;
      const given = Buffer.from(signature, 'base64url');
      const genuine = [...keys.values()].some((key) => {
        const expected = sign(key, claim);
        return given.length === expected.length && timingSafeEqual(given, expected);
      });
      if (!genuine) return null;
      const [conversationId, expires] = JSON.parse(Buffer.from(claim, 'base64url').toString()) as [string, number];
      return expires > now() ? conversationId : null;
    },
  };
}
