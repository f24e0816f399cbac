/**
 * What every channel keeps, whoever the provider is. A channel's own test hands in how its webhooks are signed, its
 * folder of recorded payloads and a loopback platform for sends; the laws are here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  type Channel,
  type ChannelEvent,
  ChannelRefusal,
  ChannelThrottled,
  type OutboundMessage,
  type WebhookRequest,
} from '../../channels/channel';
import type { CleanText } from '../../domain/message';

/** One shape a provider sends: `body` as JSON, or `raw` where it is no JSON, and the events it has to become. */
export interface RecordedPayload {
  note: string;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  events: ChannelEvent[];
}

export interface ChannelUnderTest {
  channel: Channel;
  /** A webhook as the provider would sign it now. */
  signed(body: Buffer, headers?: Record<string, string>): WebhookRequest;
  /** False where the platform proves itself by a shared secret alone. */
  bodyIsSigned: boolean;
  /** Where the loopback platform has a customer's chat. */
  to: OutboundMessage['to'];
  /** Makes the platform answer the next send in this way. */
  misbehave(how: 'throttle' | 'refuse' | 'hang up after delivering' | 'fail'): void;
  /** Texts that arrived at `to`, in order. */
  arrived(): string[];
  /** The same channel, its provider's address being one where nobody listens. */
  unreachable: Channel;
}

export function recordedPayloads(folder: string): [string, RecordedPayload][] {
  const path = join(__dirname, 'payloads', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(path, name), 'utf8')) as RecordedPayload]);
}

const bytesOf = ({ body, raw }: RecordedPayload) => Buffer.from(raw ?? JSON.stringify(body));

/** Call inside a `describe`; `subject` is asked for in each test, when the platform listens. */
export function keepsTheContract(folder: string, subject: () => ChannelUnderTest): void {
  const payloads = recordedPayloads(folder);
  const message = (text: string, outboxKey = `out-${Math.random()}`): OutboundMessage => ({
    ...{ to: subject().to, text: text as CleanText, outboxKey },
    author: 'ai',
  });
  const never = new AbortController().signal;

  test.each(payloads)('reads %s as the events it means', (_name, payload) => {
    const { channel, signed } = subject();
    const request = signed(bytesOf(payload), payload.headers);
    expect(channel.verify(request)).toBe(true);
    expect(channel.parse(request)).toEqual(payload.events);
  });

  test('refuses a webhook whose body or signature differs in one byte, in a clause without secrets', () => {
    const { channel, signed, bodyIsSigned } = subject();
    const bodies = payloads.map(([, payload]) => signed(bytesOf(payload), payload.headers));
    const flip = fc.record({ which: fc.nat(), at: fc.nat(), bit: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(flip, fc.boolean(), ({ which, at, bit }, inBody) => {
        const request = bodies[which % bodies.length] as WebhookRequest;
        const forged = inBody && bodyIsSigned ? flipBody(request, at, bit) : flipHeaders(request, at, bit);
        if (forged === null) return;
        expect(channel.verify(forged)).toEqual(expect.any(String));
      }),
      { numRuns: 400 },
    );
    const bare = { ...(bodies[0] as WebhookRequest), headers: {} };
    expect(channel.verify(bare)).toEqual(expect.any(String));
  });

  test('never throws on a body that nobody foresaw', () => {
    const { channel, signed } = subject();
    const known = payloads.map(([, payload]) => payload.body).filter((body) => body !== undefined);
    const mutated = fc
      .tuple(fc.nat(), fc.nat(), fc.jsonValue())
      .map(([which, at, value]) => mutate(known[which % known.length], at, value));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), mutated), (body) => {
        const parsed = channel.parse(signed(Buffer.from(JSON.stringify(body) ?? 'null')));
        for (const event of Array.isArray(parsed) ? parsed : []) expect(addressable(event)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    for (const raw of ['', 'null', '[', '{"a":', '\u0000', 'payload=%7B']) {
      expect(() => channel.parse(signed(Buffer.from(raw)))).not.toThrow();
    }
  });

  test('sends a text once and names it by the id the provider gave', async () => {
    const { channel, arrived } = subject();
    const before = arrived().length;
    const result = await channel.send(message('Xin chào 👋🏽'), never);
    expect(result).toEqual({ state: 'sent', providerMessageId: expect.stringMatching(/./) });
    expect(arrived().slice(before)).toEqual(['Xin chào 👋🏽']);
  });

  test('gives up for good on a refusal, and says how long to wait on a throttle', async () => {
    const { channel, misbehave } = subject();
    misbehave('refuse');
    await expect(channel.send(message('one'), never)).rejects.toBeInstanceOf(ChannelRefusal);
    misbehave('throttle');
    const error = await channel.send(message('two'), never).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ChannelThrottled);
    expect((error as ChannelThrottled).retryAfterMs).toBeGreaterThan(0);
    misbehave('fail');
    const failure = await channel.send(message('three'), never).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(ChannelRefusal);
  });

  test('does not claim to know what became of a request that was not answered', async () => {
    const { channel, misbehave, arrived } = subject();
    const before = arrived().length;
    misbehave('hang up after delivering');
    expect(await channel.send(message('lost answer'), never)).toEqual({ state: 'unknown', why: expect.any(String) });
    expect(arrived().slice(before)).toEqual(['lost answer']);
  });

  test('throws what may be retried where the provider was never reached, without its address or token', async () => {
    const error = await subject()
      .unreachable.send(message('nobody listens'), never)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ChannelRefusal);
    expect(String((error as Error).message)).not.toMatch(/https?:|127\.0\.0\.1|token/i);
  });
}

function addressable(event: ChannelEvent): boolean {
  if (event.kind === 'ignored') return typeof event.type === 'string';
  return typeof event.address === 'string' && event.address !== '';
}

function flipBody(request: WebhookRequest, at: number, bit: number): WebhookRequest | null {
  if (request.body.length === 0) return null;
  const body = Buffer.from(request.body);
  const index = at % body.length;
  body[index] = (body[index] as number) ^ (1 << bit);
  return { ...request, body };
}

/** Only headers that carry the signature or what it covers; a channel without signed bodies has its secret there. */
function flipHeaders(request: WebhookRequest, at: number, bit: number): WebhookRequest | null {
  const names = Object.keys(request.headers).filter((name) => /signature|secret|timestamp/.test(name));
  const name = names[at % names.length];
  const value = name && request.headers[name];
  if (!name || !value) return null;
  const bytes = Buffer.from(value);
  const index = at % bytes.length;
  bytes[index] = (bytes[index] as number) ^ (1 << bit);
  return { ...request, headers: { ...request.headers, [name]: bytes.toString('latin1') } };
}

/** Replaces the value at the `at`-th place of a JSON document. */
function mutate(document: unknown, at: number, value: unknown): unknown {
  let left = at % Math.max(1, count(document));
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return value;
    if (Array.isArray(node)) return node.map(walk);
    if (node && typeof node === 'object')
      return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]));
    return node;
  };
  return walk(document);
}

function count(node: unknown): number {
  if (!node || typeof node !== 'object') return 1;
  return 1 + Object.values(node).reduce<number>((sum, inner) => sum + count(inner), 0);
}
