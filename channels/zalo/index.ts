/** A Zalo official account: customers write to it, the AI answers, and a person who writes as the account takes over. */
import type { Channel } from '../channel';
import { openMedia } from '../media';
import { type AccessTokens, noAccessTokens } from './access-tokens';
import { parseZalo } from './parse';
import { sendZalo } from './send';
import { checkZalo } from './set-up';
import { verifyZalo } from './verify';

export type { AccessTokens } from './access-tokens';

export interface ZaloOptions {
  account: string;
  appId: string;
  oaSecret: string;
  baseUrl: string;
  accessTokens?: AccessTokens | undefined;
}

const TEXT_LIMIT = 2_000;
/** Free answers after the customer's last message. */
const WINDOW_MS = 48 * 3_600_000;
/** Where Zalo keeps what customers send. */
const MEDIA_HOSTS = /(^|\.)(zdn\.vn|zadn\.vn|dlfl\.vn|dlfl\.me|dlmd\.vn|dlmd\.me|zalo\.me)$/;

export function createZaloChannel({ account, appId, oaSecret, baseUrl, accessTokens }: ZaloOptions): Channel {
  const access = { account, baseUrl, tokens: accessTokens ?? noAccessTokens };
  return {
    name: 'zalo',
    account,
    delivery: 'push',
    textLimit: TEXT_LIMIT,
    windowMs: () => WINDOW_MS,
    verify: (request) => verifyZalo({ appId, oaSecret }, request),
    parse: parseZalo,
    send: (message, signal) => sendZalo(access, message, signal),
    fetchMedia: (reference, signal) =>
      openMedia(reference, { allow: (host) => MEDIA_HOSTS.test(host), base: baseUrl }, signal),
    check: (input, signal) => checkZalo(access, input, signal),
    setUp: (input, signal) => checkZalo(access, input, signal),
  };
}
