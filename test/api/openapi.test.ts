import type { Express } from 'express';
import { createServer } from '../../api/server';
import { createChannels } from '../../channels';
import { createLog } from '../../log';
import { createPayloadCodec } from '../../store/payload-codec';
import type { Store } from '../../store/store';
import {
  KEYS,
  newId,
  newMessage,
  openStore,
  playTemporal,
  startApi,
  type TestApi,
  testBusiness,
  testConfig,
} from './support';

let api: TestApi;
let store: Store;
// biome-ignore lint/suspicious/noExplicitAny: a document read from outside
let document: any;
beforeAll(async () => {
  store = await openStore();
  api = await startApi({ store });
  document = (await api.ask('GET', '/openapi.json')).body;
});
afterAll(async () => {
  await api.close();
  await store.close();
});

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}
function routesOf(app: Express): string[] {
  const layers = (app.router as unknown as { stack: Layer[] }).stack;
  return layers.flatMap(({ route }) =>
    Object.keys(route?.methods ?? {})
      .filter((method) => method !== '_all' && method !== 'options')
      .map((method) => `${method} ${route?.path.replace(/:(\w+)/g, '{$1}')}`),
  );
}

test('names every route of the app and no other', () => {
  const business = testBusiness();
  const { app } = createServer({
    ...{ config: testConfig(), store, business, conversations: playTemporal(), log: createLog('silent') },
    channels: createChannels(business, () => undefined),
    payloadCodec: createPayloadCodec(store.payloadKeys),
  });
  const documented = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(documented.sort()).toEqual(routesOf(app).sort());
});

test('names every route of the contract', () => {
  const contract = [
    '/v1/channels/{channel}/{account}/webhook',
    '/v1/conversations/{id}/messages',
    '/v1/conversations/{id}/operator-messages',
    '/v1/conversations',
    '/v1/conversations/{id}',
    '/v1/conversations/{id}/events',
    '/v1/web/sessions',
    '/v1/originals/{originalId}',
    '/v1/insights',
    '/codec/decode',
    '/codec/encode',
    ...['/healthz', '/readyz', '/metrics', '/openapi.json', '/', '/widget.js', '/team'],
  ];
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(contract));
});

test('refers only to schemas that it holds', () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(5);
  expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(names)]));
  expect(text).not.toMatch('#/$defs');
});

test('says the limits that requests are checked against', () => {
  const { CustomerMessage } = document.components.schemas;
  expect(CustomerMessage.properties.text.maxLength).toBe(16_000);
  expect(CustomerMessage.required).toEqual(['messageId', 'text']);
  expect(document.paths['/v1/conversations'].get.parameters.map(({ name }: { name: string }) => name)).toEqual([
    ...['mode', 'channel', 'reason', 'limit', 'cursor'],
  ]);
});

test('describes what the routes answer', async () => {
  const id = newId();
  await api.ask('POST', `/v1/conversations/${id}/messages`, { key: KEYS.channel, body: newMessage() });
  const { body } = await api.ask('GET', `/v1/conversations/${id}`, { key: KEYS.viewer });
  const known = Object.keys(document.components.schemas.Conversation.properties);
  expect(known).toEqual(expect.arrayContaining(Object.keys(body)));
});
