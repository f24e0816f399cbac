import { createWebSessions } from '../../api/web-session';
import type { CleanText } from '../../domain/message';
import {
  begin,
  KEYS,
  keyOf,
  newMessage,
  openSession,
  playTemporal,
  row,
  startApi,
  type TestApi,
  testConfig,
} from './support';

const temporal = playTemporal();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ conversations: temporal });
});
afterAll(() => api.close());

const open = (origin?: string, on = api) =>
  on.ask('POST', '/v1/web/sessions', { ...(origin && { headers: { origin } }), body: {} });

describe('a session', () => {
  test('is opened for our own pages, pages of this machine and listed sites', async () => {
    for (const origin of [api.url, 'http://localhost:8080', 'http://[::1]:8080', 'https://shop.example']) {
      const { status, body, headers } = await open(origin);
      expect(status).toBe(201);
      expect(body).toMatchObject({ conversationId: expect.stringMatching(/^web-/), token: expect.any(String) });
      expect(headers.get('access-control-allow-origin')).toBe(origin);
    }
  });

  test('is refused to every other page and to callers without an Origin', async () => {
    const strangers = ['https://evil.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'];
    for (const origin of [undefined, 'garbage', ...strangers]) {
      const { status, headers } = await open(origin);
      expect(status).toBe(403);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('off loopback is opened for the own host, not for this machine', async () => {
    const away = await startApi({ store: api.store, config: testConfig({ loopback: false }) });
    expect((await open(away.url, away)).status).toBe(201);
    expect((await open('http://localhost:8080', away)).status).toBe(403);
    await away.close();
  });

  test('lets its browser preflight what the widget does', async () => {
    const { token, conversationId } = await openSession(api);
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    const path = `/v1/conversations/${conversationId}/messages`;
    const preflight = await api.ask('OPTIONS', path, { headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toMatch('Authorization');
    expect(preflight.headers.get('access-control-allow-methods')).toMatch('POST');
    const posted = await api.ask('POST', path, { key: token, body: newMessage(), headers });
    expect([posted.status, posted.headers.get('access-control-allow-origin')]).toEqual([202, 'https://shop.example']);
  });
});

describe('a token', () => {
  test('writes to and reads from its own conversation', async () => {
    const { token, conversationId } = await openSession(api);
    const path = `/v1/conversations/${conversationId}/messages`;
    expect((await api.ask('POST', path, { key: token, body: newMessage() })).status).toBe(202);
    const { workflowId, channel } = await keyOf(api, conversationId);
    expect([temporal.signalled.at(-1)?.workflowId, channel]).toEqual([workflowId, 'web']);
    expect((await api.ask('GET', path, { key: token })).status).toBe(200);
  });

  test('sees public rows only, without what the team measures', async () => {
    const { token, conversationId } = await openSession(api);
    const operator = { id: 'provider-user-77', name: 'Lan' };
    await api.store.transcripts.append(await keyOf(api, conversationId), [
      row(1, { author: 'customer', originalId: 'sealed-1' }),
      row(2, { visibility: 'team', author: 'system', text: 'brief' as CleanText, purpose: 'brief' }),
      row(3, { author: 'operator', operator }),
      row(4, { confidence: 0.42, outboxKey: 'key-4' }),
    ]);
    const { body, text } = await api.ask('GET', `/v1/conversations/${conversationId}/messages`, { key: token });
    expect(body.messages.map(({ seq }: { seq: number }) => seq)).toEqual([1, 3, 4]);
    expect(body.messages[1].operator).toEqual({ name: 'Lan' });
    expect(text).not.toMatch(/brief|sealed-1|provider-user-77|0\.42|key-4/);
  });

  test('that is forged, changed, empty or over is no key', async () => {
    const { token, conversationId } = await openSession(api);
    const [prefix = '', claim = '', signature = ''] = token.split('.');
    const sessions = createWebSessions(api.store.payloadKeys, () => Date.now() - 31 * 24 * 3600_000);
    const longer = Buffer.from(JSON.stringify([conversationId, 9e15])).toString('base64url');
    const wrong = [
      sessions.issue(conversationId),
      `${prefix}.${longer}.${signature}`,
      `${prefix}.${claim}.`,
      `${prefix}.${claim}.${'A'.repeat(43)}`,
      `${prefix}.${claim}.${signature}.x`,
      `${prefix}..`,
    ];
    for (const key of wrong) {
      expect((await api.ask('GET', `/v1/conversations/${conversationId}/messages`, { key })).status).toBe(401);
    }
  });

  test('outlives a rotation of the master keys, and only their owner can make one', () => {
    const old = Buffer.alloc(32, 1);
    const token = createWebSessions({ current: 'a', keys: new Map([['a', old]]) }).issue('web-1');
    const rotated = new Map([
      ['b', Buffer.alloc(32, 2)],
      ['a', old],
    ]);
    expect(createWebSessions({ current: 'b', keys: rotated }).read(token)).toBe('web-1');
    expect(createWebSessions({ current: 'b', keys: new Map([['b', Buffer.alloc(32, 2)]]) }).read(token)).toBeNull();
  });
});

describe("somebody else's conversation", () => {
  const own = ['messages', 'events'] as const;

  test.each(own.map((what) => ['GET', what]).concat([['POST', 'messages']]))(
    'is a 404 for a token, there or not: %s %s',
    async (method = '', what) => {
      const { token } = await openSession(api);
      const foreign = [(await openSession(api)).conversationId, (await begin(api)).id, 'nobody', 'web-nobody'];
      for (const id of foreign) {
        const body = method === 'POST' ? { body: newMessage() } : {};
        const answer = await api.ask(method, `/v1/conversations/${id}/${what}`, { key: token, ...body });
        expect([answer.status, answer.body.type]).toEqual([404, 'urn:baton:problem:not-found']);
      }
    },
  );

  test('and every route that is not the widget’s is closed to a token, even for its own', async () => {
    const { token, conversationId } = await openSession(api);
    const { id } = await begin(api);
    for (const some of [conversationId, id]) {
      const routes: [string, string, object?][] = [
        ['GET', `/v1/conversations/${some}`],
        ['DELETE', `/v1/conversations/${some}`],
        ['POST', `/v1/conversations/${some}/operator-messages`, { ...newMessage('/done'), operator: { id: 'x' } }],
        ['GET', '/v1/conversations'],
        ['GET', '/v1/insights'],
        ['GET', `/v1/originals/${some}`],
        ['POST', '/codec/decode', { payloads: [] }],
      ];
      for (const [method, path, body] of routes) {
        expect((await api.ask(method, path, { key: token, ...(body && { body }) })).status).toBe(403);
      }
    }
  });

  test('is not taken over by a channel key that names it', async () => {
    const { conversationId } = await openSession(api);
    const path = `/v1/conversations/${conversationId}/messages`;
    const { status, body } = await api.ask('POST', path, { key: KEYS.channel, body: newMessage() });
    expect([status, body.type]).toEqual([409, 'urn:baton:problem:conflict']);
  });
});
