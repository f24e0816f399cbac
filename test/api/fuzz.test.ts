import * as fc from 'fast-check';
import { begin, KEYS, newId, newMessage, startApi, type TestApi } from './support';

let api: TestApi;
let id: string;
beforeAll(async () => {
  api = await startApi();
  id = (await begin(api)).id;
});
afterAll(() => api.close());

const keyed: [string, string][] = [
  ['/v1/conversations/%/messages', KEYS.channel],
  ['/v1/conversations/%/operator-messages', KEYS.operator],
  ['/codec/decode', KEYS.viewer],
  ['/codec/encode', KEYS.viewer],
];
const settled = (status: number) => status >= 200 && status < 500;
const runs = { numRuns: 60 };

/** A good body with one thing in it gone wrong finds more than chaos alone. */
const spoiled = fc
  .record({
    field: fc.constantFrom('messageId', 'text', 'from', 'sentAt', 'attachments', 'operator', 'payloads', '__proto__'),
    value: fc.jsonValue(),
  })
  .map(({ field, value }) => ({ ...newMessage(), operator: { id: 'op' }, payloads: [], [field]: value }));

test.each(keyed)('%s answers any JSON without a failure of its own', async (path, key) => {
  const body = fc.oneof(spoiled, fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const { status } = await api.ask('POST', path.replace('%', newId()), { key, raw: JSON.stringify(value) });
      expect(settled(status)).toBe(true);
    }),
    runs,
  );
});

test.each(keyed)('%s answers any bytes without a failure of its own', async (path, key) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { status } = await api.ask('POST', path.replace('%', newId()), { key, raw: Buffer.from(bytes) });
      expect(settled(status)).toBe(true);
    }),
    runs,
  );
});

test('any path and query are answered without a failure of their own', async () => {
  const paths = fc.constantFrom('/v1/conversations', `/v1/conversations/${id}/messages`, '/v1/insights', '/v1/');
  const piece = fc
    .string({ unit: 'binary', maxLength: 20 })
    .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?')));
  const names = fc.constantFrom('mode', 'reason', 'limit', 'cursor', 'after', 'from', 'to', '$where');
  await fc.assert(
    fc.asyncProperty(paths, piece, names, piece, async (path, more, name, value) => {
      const queried = await api.ask('GET', `${path}?${name}=${value}`, { key: KEYS.operator });
      const deeper = await api.ask('GET', `${path}/${more}`, { key: KEYS.operator });
      expect([queried.status, deeper.status].every(settled)).toBe(true);
    }),
    runs,
  );
});

test('any change to a widget’s token makes it worthless', async () => {
  const { body } = await api.ask('POST', '/v1/web/sessions', { headers: { origin: api.url } });
  const { token, conversationId } = body as { token: string; conversationId: string };
  const path = `/v1/conversations/${conversationId}/messages`;
  expect((await api.ask('GET', path, { key: token })).status).toBe(200);
  const change = fc.record({ at: fc.nat(token.length - 2), to: fc.constantFrom(...'ABCXYZabcxyz0189-_.') });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, to }) => {
      fc.pre(token[at] !== to);
      const key = token.slice(0, at) + to + token.slice(at + 1);
      expect((await api.ask('GET', path, { key })).status).toBe(401);
    }),
    { numRuns: 200 },
  );
});
