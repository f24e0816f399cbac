/**
 * The hotel's own system, as small as it can be: bookings, restaurant orders and late check-out over HTTP, in memory.
 * A write is done once for each Idempotency-Key, however often it is sent.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import data from './data.json';

export interface SampleService {
  url: string;
  /** Every request received so far, oldest first. */
  requests: { method: string; path: string; idempotencyKey: string | null; status: number }[];
  close(): Promise<void>;
}

interface Reply {
  status: number;
  body: unknown;
}

const FEES = new Map([
  ['15:00', '400,000 VND'],
  ['18:00', 'half the price of a night'],
]);
const LONGEST_BODY = 10_000;

/** Listens on 127.0.0.1; port 0 takes a free one. Starts from the data file every time. */
export async function startSampleService(port = 0): Promise<SampleService> {
  const requests: SampleService['requests'] = [];
  const answer = hotel();
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    const path = new URL(url, 'http://hotel').pathname;
    const idempotencyKey = (request.headers['idempotency-key'] as string | undefined) ?? null;
    readJson(request)
      .then((body) => answer({ method, path, idempotencyKey, body }))
      .catch((): Reply => ({ status: 400, body: { error: 'expected a JSON object' } }))
      .then(({ status, body }) => {
        requests.push({ method, path, idempotencyKey, status });
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, requests, close: () => close(server) };
}

interface Request {
  method: string;
  path: string;
  idempotencyKey: string | null;
  body: Record<string, unknown>;
}

function hotel(): (request: Request) => Reply {
  const done = new Map<string, { request: string; reply: Reply }>();
  return ({ method, path, idempotencyKey, body }) => {
    const [, kind = '', id = '', action] = path.split('/');
    if (method === 'GET' && !action) return lookUp(kind, id);
    if (method !== 'POST' || kind !== 'bookings' || action !== 'late-check-out') return notFound;
    if (!idempotencyKey) return { status: 400, body: { error: 'expected an Idempotency-Key header' } };
    const request = JSON.stringify([path, body]);
    const known = done.get(idempotencyKey);
    if (known)
      return known.request === request
        ? known.reply
        : { status: 422, body: { error: 'this key was used for another request' } };
    const requestId = `LC${String(done.size + 1).padStart(6, '0')}`;
    const reply = requestLateCheckOut(id, body.until, requestId);
    done.set(idempotencyKey, { request, reply });
    return reply;
  };
}

const notFound: Reply = { status: 404, body: { error: 'not found' } };

function lookUp(kind: string, id: string): Reply {
  const list: { id: string }[] = kind === 'bookings' ? data.bookings : kind === 'orders' ? data.orders : [];
  const found = list.find((entry) => entry.id === id.toUpperCase());
  return found ? { status: 200, body: found } : notFound;
}

function requestLateCheckOut(id: string, until: unknown, requestId: string): Reply {
  const booking = data.bookings.find((entry) => entry.id === id.toUpperCase());
  const fee = FEES.get(String(until));
  if (!booking) return notFound;
  if (!fee) return { status: 422, body: { error: 'expected until to be 15:00 or 18:00' } };
  if (booking.status === 'cancelled') return { status: 409, body: { error: 'the booking is cancelled' } };
  return { status: 201, body: { requestId, bookingId: booking.id, until, fee, status: 'requested' } };
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LONGEST_BODY) throw new Error('too long');
  }
  const body: unknown = text ? JSON.parse(text) : {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('no object');
  return body as Record<string, unknown>;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
