/** What the loopback platforms of Meta's products share: an HTTP server, Graph's errors, webhooks signed as Meta does. */
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebhookRequest } from '../../channels/channel';
import { deliverWebhook } from '../support/deliver-webhook';
import { bodyOf, type Loopback, serveOnLoopback } from '../support/loopback';

export const APP_SECRET = 'app-secret-of-the-platform';
export const VERIFY_TOKEN = 'verify-token-of-the-platform';
export const TOKEN = 'access-token-of-the-platform';

export interface GraphAnswer {
  status: number;
  body?: unknown;
  raw?: string | Buffer;
  type?: string;
}

export type Misbehaviour =
  | 'throttle'
  | 'refuse'
  | 'fail'
  | 'hang up after delivering'
  | 'gateway error after delivering'
  | 'answer late';

export const graphError = (status: number, code: number, subcode?: number): GraphAnswer => ({
  status,
  body: {
    error: {
      message: `(#${code}) An error`,
      type: 'OAuthException',
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      error_data: { messaging_product: 'whatsapp', details: 'Details' },
      fbtrace_id: 'A1b2C3',
    },
  },
});

export const sign = (body: Buffer | string) => `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;

/** A webhook as Meta posts it, for `verify` and `parse`. */
export function signedRequest(body: Buffer, headers: Record<string, string> = {}): WebhookRequest {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': sign(body), ...headers },
    query: {},
    body,
    receivedAt: new Date(0),
  };
}

/** Meta escapes what is not ASCII, so the bytes are not those of `JSON.stringify`. */
export const asMetaWrites = (value: unknown) =>
  JSON.stringify(value).replace(/[\u007f-\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

export function postWebhook(url: string, payload: unknown, signature?: string): Promise<number> {
  const body = asMetaWrites(payload);
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? sign(body) };
  return deliverWebhook(url, body, headers);
}

/** Meta calls the address while it is being set, and takes it only with the challenge as its answer. */
export async function acceptsChallenge(callbackUrl: string, verifyToken: string): Promise<boolean> {
  const challenge = String(Math.floor(Math.random() * 1e9));
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': verifyToken,
    'hub.challenge': challenge,
  });
  const response = await fetch(`${callbackUrl}?${query}`);
  return response.status === 200 && (await response.text()) === challenge;
}

/** What is answered to a message that was delivered all the same; undefined: as if nothing had gone wrong. */
export function lostAnswer(misbehave: string | null): GraphAnswer | null | undefined {
  if (misbehave === 'hang up after delivering') return null;
  if (misbehave !== 'gateway error after delivering') return undefined;
  return { status: 502, raw: '<html>Bad Gateway</html>', type: 'text/html' };
}

export interface GraphCall {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  token: string;
  authorized: boolean;
}

/** `null`: the connection is cut instead of an answer. */
export function startGraph(handle: (call: GraphCall) => Promise<GraphAnswer | null>): Promise<Loopback> {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await bodyOf(request)).toString();
    const url = new URL(request.url ?? '/', 'http://graph');
    const answer = await handle({
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      token: (request.headers.authorization ?? '').replace('Bearer ', ''),
      authorized: request.headers.authorization === `Bearer ${TOKEN}`,
    });
    if (!answer) return void response.destroy();
    const type = answer.type ?? 'application/json; charset=UTF-8';
    response.writeHead(answer.status, { 'content-type': type }).end(answer.raw ?? JSON.stringify(answer.body));
  }
  return serveOnLoopback((request, response) => void serve(request, response));
}
