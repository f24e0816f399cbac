import type { IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { createChannels } from '../../channels';
import { createApiChannel } from '../../channels/api';
import { ChannelRefusal, ChannelThrottled } from '../../channels/channel';
import { createWebChannel } from '../../channels/web';
import type { CleanText } from '../../domain/message';
import { bodyOf, type Loopback, serveOnLoopback } from '../support/loopback';

const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const message = {
  to: { address: 'chat-1' },
  text: 'It ships today' as CleanText,
  outboxKey: 'out-1',
  author: 'ai' as const,
};

describe('the callback address', () => {
  let server: Loopback;
  let callbackUrl: string;
  let answer: { status: number; headers?: Record<string, string>; hang?: boolean };
  let received: { request: IncomingMessage; body: string }[] = [];
  beforeAll(async () => {
    server = await serveOnLoopback(async (request, response) => {
      const body = (await bodyOf(request)).toString();
      received.push({ request, body });
      if (!answer.hang) response.writeHead(answer.status, answer.headers).end('thank you');
    });
    callbackUrl = `${server.url}/hook`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    received = [];
    answer = { status: 200 };
  });
  const send = (signal = new AbortController().signal) =>
    createApiChannel({ secret, callbackUrl }).send(message, signal);

  test('gets the reply signed, with an id that makes a repeat recognisable', async () => {
    expect(await send()).toEqual({ state: 'sent', providerMessageId: 'out-1' });
    const [{ request, body } = { request: undefined, body: '' }] = received;
    const verified = new Webhook(secret).verify(body, request?.headers as Record<string, string>);
    expect(verified).toMatchObject({ type: 'message', data: { conversationId: 'chat-1', text: 'It ships today' } });
    expect(request?.headers['webhook-id']).toBe('out-1');
  });

  test.each([
    [400, ChannelRefusal],
    [410, ChannelRefusal],
    [302, ChannelRefusal],
    [429, ChannelThrottled],
    [503, ChannelThrottled],
    [500, Error],
  ])('that answers %i makes the send a %p', async (status, kind) => {
    answer = { status, headers: { 'retry-after': '7', location: '/elsewhere' } };
    const error = await send().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    if (error instanceof ChannelThrottled) expect(error.retryAfterMs).toBe(7_000);
    expect(received).toHaveLength(1);
  });

  test('that does not answer leaves the outcome open', async () => {
    answer = { status: 200, hang: true };
    expect(await send(AbortSignal.timeout(200))).toMatchObject({ state: 'unknown' });
  });
});

describe('the registry', () => {
  const api = { secretEnv: 'API_SECRET', callbackUrl: null };
  const none = { telegram: [], whatsapp: [], zalo: [], messenger: [], slack: [] };

  test('serves the api and web channels as ones that readers pull from', () => {
    const registry = createChannels({ channels: { ...none, api: { secretEnv: null, callbackUrl: null } } }, () => '');
    expect(registry.all().map(({ name, account, delivery }) => `${name}/${account} ${delivery}`)).toEqual([
      'api/default pull',
      'web/default pull',
    ]);
    expect(registry.find('api', 'other')).toBeUndefined();
  });

  test('refuses to start with an empty secret, and names its variable', () => {
    expect(() => createChannels({ channels: { ...none, api } }, () => '')).toThrow('API_SECRET');
  });

  test('refuses a callback address without a secret to sign with', () => {
    expect(() => createApiChannel({ secret: null, callbackUrl: 'http://127.0.0.1/hook' })).toThrow('secretEnv');
  });
});

test('the widget has no webhook: nothing verifies', () => {
  const request = { method: 'POST' as const, headers: {}, query: {}, body: Buffer.alloc(0), receivedAt: new Date() };
  expect(createWebChannel().verify(request)).toEqual(expect.any(String));
  expect(createWebChannel().parse(request)).toEqual([]);
});
