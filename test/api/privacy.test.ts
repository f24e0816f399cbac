import { begin, KEYS, newId, newMessage, playTemporal, startApi, type TestApi } from './support';

const temporal = playTemporal();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ conversations: temporal });
});
afterAll(() => api.close());

async function sealed() {
  const id = newId();
  const message = { ...newMessage('my card is 4111 1111 1111 1111'), from: { id: 'c-1', name: 'Minh' } };
  await api.ask('POST', `/v1/conversations/${id}/messages`, { key: KEYS.channel, body: message });
  const { reference } = temporal.signalled.at(-1) ?? {};
  const { originalId } = reference as unknown as { originalId: string };
  return { id, originalId };
}

test('an original is opened for the privacy role', async () => {
  const { id, originalId } = await sealed();
  const { status, body, headers } = await api.ask('GET', `/v1/originals/${originalId}`, { key: KEYS.privacy });
  expect(status).toBe(200);
  expect(body).toEqual({
    ...{ originalId, conversationId: id, text: 'my card is 4111 1111 1111 1111' },
    from: { id: 'c-1', name: 'Minh' },
  });
  expect(headers.get('cache-control')).toBe('no-store');
});

test('an original stays closed to everybody else, admin included', async () => {
  const { originalId } = await sealed();
  for (const key of [KEYS.admin, KEYS.viewer, KEYS.operator, KEYS.channel]) {
    expect((await api.ask('GET', `/v1/originals/${originalId}`, { key })).status).toBe(403);
  }
});

test('erasing a conversation removes its transcript, its originals and its Temporal histories', async () => {
  const { id, originalId } = await sealed();
  const { workflowId = '' } = (await api.store.conversations.find('test-shop', id)) ?? {};
  expect((await api.ask('DELETE', `/v1/conversations/${id}`, { key: KEYS.privacy })).status).toBe(204);
  expect(temporal.erased).toContain(workflowId);
  for (const [path, key] of [
    [`/v1/conversations/${id}`, KEYS.viewer],
    [`/v1/conversations/${id}/messages`, KEYS.viewer],
    [`/v1/originals/${originalId}`, KEYS.privacy],
  ] as const) {
    expect((await api.ask('GET', path, { key })).status).toBe(404);
  }
  expect((await api.ask('DELETE', `/v1/conversations/${id}`, { key: KEYS.privacy })).status).toBe(404);
});

test('a customer who writes after an erasure begins anew', async () => {
  const { id } = await begin(api);
  await api.ask('DELETE', `/v1/conversations/${id}`, { key: KEYS.privacy });
  const body = newMessage();
  const { status } = await api.ask('POST', `/v1/conversations/${id}/messages`, { key: KEYS.channel, body });
  expect(status).toBe(202);
  expect(temporal.signalled.at(-1)?.number).toBe(1);
});

test('nothing is erased while Temporal is away, and it says so', async () => {
  const { id } = await sealed();
  temporal.away = true;
  const { status, headers } = await api.ask('DELETE', `/v1/conversations/${id}`, { key: KEYS.privacy });
  temporal.away = false;
  expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  expect((await api.ask('GET', `/v1/conversations/${id}`, { key: KEYS.viewer })).status).toBe(200);
});

test('counts are given for a period and refuse a period that ends before it begins', async () => {
  const { status, body } = await api.ask('GET', '/v1/insights?from=2026-01-01&to=2027-01-01', { key: KEYS.viewer });
  expect(status).toBe(200);
  expect(body).toMatchObject({ from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' });
  const wrong = await api.ask('GET', '/v1/insights?from=2027-01-01&to=2026-01-01', { key: KEYS.viewer });
  expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'from']);
  expect((await api.ask('GET', '/v1/insights?from=soon', { key: KEYS.viewer })).status).toBe(422);
});
