import { createPayloadCodec } from '../../store/payload-codec';
import { KEYS, startApi, type TestApi, testConfig } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ui = 'http://127.0.0.1:8233';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const plain = { metadata: { encoding: base64('json/plain') }, data: base64('{"mode":"waiting"}') };
const convert = (what: string, payloads: object[], ask: object = { key: KEYS.viewer }) =>
  api.ask('POST', `/codec/${what}`, { body: { payloads }, ...ask });

test('decodes what it encoded, and what the workers encode', async () => {
  const encoded = await convert('encode', [plain, plain]);
  expect(encoded.status).toBe(200);
  expect(JSON.stringify(encoded.body)).not.toMatch(plain.data);
  expect((await convert('decode', encoded.body.payloads)).body.payloads).toEqual([plain, plain]);

  const payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('"hello"') };
  const [sealed] = await createPayloadCodec(api.store.payloadKeys).encode([payload]);
  const metadata = Object.entries(sealed?.metadata ?? {}).map(([k, v]) => [k, Buffer.from(v).toString('base64')]);
  const asJson = {
    metadata: Object.fromEntries(metadata),
    data: Buffer.from(sealed?.data ?? []).toString('base64'),
  };
  expect((await convert('decode', [asJson])).body.payloads[0].data).toBe(base64('"hello"'));
});

test('passes plain payloads through', async () => {
  expect((await convert('decode', [plain])).body.payloads).toEqual([plain]);
});

test('answers no payloads with none, as Temporal sends and expects them', async () => {
  const { status, body } = await api.ask('POST', '/codec/decode', { key: KEYS.viewer, body: {} });
  expect([status, body]).toEqual([200, { payloads: [] }]);
});

test('refuses damaged payloads and what is no payload', async () => {
  const [sealed] = (await convert('encode', [plain])).body.payloads;
  const damaged = {
    ...sealed,
    data: base64(`${Buffer.from(sealed.data, 'base64').toString('latin1').slice(0, -4)}xxxx`),
  };
  expect((await convert('decode', [damaged])).status).toBe(422);
  expect((await convert('decode', [{ ...sealed, data: 'not base64!' }])).status).toBe(422);
  expect((await api.ask('POST', '/codec/decode', { key: KEYS.viewer, body: { payloads: {} } })).status).toBe(422);
});

test('answers the local Temporal UI without a key, and lets its browser preflight', async () => {
  const headers = { origin: ui, 'x-namespace': 'default' };
  const { status, headers: answered } = await convert('decode', [plain], { headers });
  expect([status, answered.get('access-control-allow-origin')]).toEqual([200, ui]);
  const preflight = await api.ask('OPTIONS', '/codec/decode', {
    headers: { origin: ui, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-namespace' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toMatch('x-namespace');
});

test('asks every other page for a key, also where a foreign name leads to this machine', async () => {
  for (const origin of ['https://evil.example', 'http://127.0.0.1:9999', 'null']) {
    const { status, headers } = await convert('decode', [plain], { headers: { origin } });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([401, null]);
  }
  expect((await convert('decode', [plain], {})).status).toBe(401);
});

test('off loopback asks the Temporal UI for a key too', async () => {
  const away = await startApi({ store: api.store, config: testConfig({ loopback: false }) });
  const ask = { body: { payloads: [plain] }, headers: { origin: ui } };
  expect((await away.ask('POST', '/codec/decode', ask)).status).toBe(401);
  const withKey = await away.ask('POST', '/codec/decode', { ...ask, key: KEYS.viewer });
  expect([withKey.status, withKey.headers.get('access-control-allow-origin')]).toEqual([200, ui]);
  await away.close();
});
