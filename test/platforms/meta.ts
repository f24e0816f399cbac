/** What the loopback platforms of Meta's products share: an HTTP server, Graph's errors, webhooks signed as Meta does. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookRequest } from '../../channels/channel';

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

export async function postWebhook(url: string, payload: unknown, signature?: string): Promise<number> {
  const body = asMetaWrites(payload);
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? sign(body) };
  return (await fetch(url, { method: 'POST', headers, body })).status;
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

export interface GraphCall {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  token: string;
  authorized: boolean;
}

/** `null`: the connection is cut instead of an answer. */
export async function startGraph(handle: (call: GraphCall) => Promise<GraphAnswer | null>) {
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', 'http://graph');
    const text = Buffer.concat(chunks).toString();
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
  // Longer than any pause of a test: a reused connection that closes under a request would count as a lost answer.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An address that was free a moment ago: fetch itself refuses the well-known ports nobody listens on. */
export async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
