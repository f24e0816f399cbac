import { createMetrics } from '../../api/metrics';
import type { Role } from '../../config';
import { begin, KEYS, newMessage, startApi, type TestApi, testConfig } from './support';

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await startApi();
  id = (await begin(api)).id;
});
afterAll(() => api.close());

const operatorMessage = () => ({ ...newMessage('Hello'), operator: { id: 'op-1', name: 'Lan' } });

/** Every guarded route, the roles it is open to, and what it answers them. */
const routes: [method: string, path: (id: string) => string, roles: Role[], body?: () => object][] = [
  ['POST', (own) => `/v1/conversations/${own}/messages`, ['channel', 'admin'], () => newMessage()],
  ['POST', (own) => `/v1/conversations/${own}/operator-messages`, ['operator', 'admin'], operatorMessage],
  ['GET', () => '/v1/conversations', ['viewer', 'operator', 'admin']],
  ['GET', (own) => `/v1/conversations/${own}`, ['viewer', 'operator', 'admin']],
  ['GET', (own) => `/v1/conversations/${own}/messages`, ['viewer', 'operator', 'admin']],
  ['HEAD', (own) => `/v1/conversations/${own}/events`, ['viewer', 'operator', 'admin']],
  ['GET', () => '/v1/insights', ['viewer', 'operator', 'admin']],
  ['POST', () => '/codec/decode', ['viewer', 'operator', 'admin'], () => ({ payloads: [] })],
  ['POST', () => '/codec/encode', ['viewer', 'operator', 'admin'], () => ({ payloads: [] })],
  ['GET', () => '/v1/originals/nothing', ['privacy']],
  ['DELETE', () => '/v1/conversations/nothing', ['privacy']],
];

describe.each(routes)('%s %p', (method, pathOf, roles, body) => {
  const call = (key?: string) => api.ask(method, pathOf(id), { ...(key && { key }), ...(body && { body: body() }) });

  test('is closed without a key and with a wrong one', async () => {
    for (const key of [undefined, 'nobody-0123456789abcdef', `${KEYS.admin}x`, KEYS.admin.slice(0, -1)]) {
      const { status, headers } = await call(key);
      expect(status).toBe(401);
      expect(headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test.each(Object.keys(KEYS) as Role[])('answers the role %s by the contract', async (role) => {
    const { status } = await call(KEYS[role]);
    if (!roles.includes(role)) expect(status).toBe(403);
    else expect([200, 202, 404]).toContain(status);
  });
});

test('keys are looked for in the Authorization header only', async () => {
  const basic = Buffer.from(`x:${KEYS.viewer}`).toString('base64');
  for (const headers of [{ authorization: `Basic ${basic}` }, { 'x-api-key': KEYS.viewer }, { cookie: KEYS.viewer }]) {
    expect((await api.ask('GET', '/v1/conversations', { headers })).status).toBe(401);
  }
  expect((await api.ask('GET', `/v1/conversations?key=${KEYS.viewer}`)).status).toBe(401);
});

test('metrics are open on loopback and need a viewer off it', async () => {
  expect((await api.ask('GET', '/metrics')).status).toBe(200);
  const config = testConfig({ loopback: false });
  const open = await startApi({ config, store: api.store, metrics: createMetrics() });
  expect((await open.ask('GET', '/metrics')).status).toBe(401);
  expect((await open.ask('GET', '/metrics', { key: KEYS.channel })).status).toBe(403);
  expect((await open.ask('GET', '/metrics', { key: KEYS.viewer })).text).toMatch('baton_http_request_duration_seconds');
  await open.close();
});
