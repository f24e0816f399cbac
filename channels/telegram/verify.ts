/** Telegram signs nothing: it repeats the secret given to `setWebhook` in a header, compared here in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '../channel';

const HEADER = 'x-telegram-bot-api-secret-token';
/** What `setWebhook` takes as `secret_token`. */
export const SECRET_TOKEN = /^[A-Za-z0-9_-]{1,256}$/;

const digest = (value: string) => createHash('sha256').update(value).digest();

export function createVerify(secret: string) {
  const wanted = digest(secret);
  return ({ headers, method }: WebhookRequest): true | string => {
    if (method !== 'POST') return 'Telegram sends its updates by POST';
    const given = headers[HEADER];
    if (!given) return 'the secret token header is missing';
    return timingSafeEqual(digest(given), wanted) || 'the secret token is another one';
  };
}
