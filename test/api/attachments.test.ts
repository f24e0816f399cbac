/** Files that customers sent, opened by operators over HTTP from a platform that speaks the Cloud API. */
import mongoose from 'mongoose';
import { createRegistry } from '../../channels';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import type { CleanText } from '../../domain/message';
import type { Store } from '../../store/store';
import { APP_SECRET, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { PHONE_NUMBER_ID, startWhatsAppPlatform, type WhatsAppPlatform } from '../platforms/whatsapp';
import { testServers } from '../support/servers';
import { KEYS, openStore, playTemporal, row, startApi, type TestApi } from './support';

const temporal = playTemporal();
const bytes = Buffer.from('<script>alert(1)</script>'.repeat(5_000));
const customer = { wa_id: '84901234567' };
let platform: WhatsAppPlatform;
let api: TestApi;
let store: Store;
let uri: string;
beforeAll(async () => {
  platform = await startWhatsAppPlatform();
  const channel = createWhatsAppChannel({
    ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET },
    ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
  });
  uri = (await testServers()).mongodbUri;
  store = await openStore(uri);
  api = await startApi({ store, conversations: temporal, channels: createRegistry([channel]) });
  platform.webhookUrl = `${api.url}/v1/channels/whatsapp/main/webhook`;
});
afterAll(async () => {
  await api.close();
  await store.close();
  await platform.close();
});

let seq = 0;
/** The message as a webhook, and its clean row as the workflow would write it. */
async function received(message: Record<string, unknown>) {
  expect(await platform.customer(customer, message)).toBe(200);
  const { reference } = temporal.signalled.at(-1) ?? {};
  const { originalId } = reference as { originalId: string };
  const { body } = await api.ask('GET', '/v1/conversations?channel=whatsapp', { key: KEYS.viewer });
  const key = await api.store.conversations.find('test-shop', body.conversations[0].conversationId);
  if (!key) throw new Error('no conversation');
  seq += 1;
  const change = { author: 'customer' as const, originalId, text: '[photo]' as CleanText };
  await api.store.transcripts.append(key, [row(seq, change)]);
  return { key, seq, path: `/v1/conversations/${key.conversationId}/messages/${seq}/attachments` };
}
const photo = (id: string) => ({ type: 'image', image: { id, mime_type: 'image/jpeg', sha256: 'x' } });
const open = (path: string, key = KEYS.operator) => api.ask('GET', path, { key });

test('an operator gets the file as a download that no page runs, and nobody keeps it', async () => {
  platform.putFile('500', bytes, 'text/html');
  const { path } = await received(photo('500'));
  const { status, headers, text } = await open(`${path}/0`);
  expect(status).toBe(200);
  expect(text).toBe(bytes.toString());
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="attachment-\d+-0"$/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('who opened it is on record, without what it was', async () => {
  platform.putFile('501501501', bytes, 'image/jpeg');
  const { path, key } = await received(photo('501501501'));
  await open(`${path}/0`);
  const connection = await mongoose.createConnection(uri).asPromise();
  const found = await connection.collection('audit').find({ conversationId: key.conversationId }).toArray();
  await connection.close();
  expect(found.at(-1)).toMatchObject({ what: 'attachment opened', who: expect.stringMatching(/^operator:/) });
  expect(JSON.stringify(found)).not.toContain('501501501');
});

test('only operators open files', async () => {
  platform.putFile('502', bytes, 'image/jpeg');
  const { path } = await received(photo('502'));
  for (const key of [KEYS.viewer, KEYS.channel, KEYS.privacy]) expect((await open(`${path}/0`, key)).status).toBe(403);
  expect((await api.ask('GET', `${path}/0`)).status).toBe(401);
});

test('what is not there is not found: other numbers, other rows, other conversations, deleted originals', async () => {
  platform.putFile('503', bytes, 'image/jpeg');
  const { path, key, seq: at } = await received(photo('503'));
  const elsewhere = path.replace(key.conversationId, 'nobody');
  const past = path.replace(`/${at}/`, '/9999/');
  for (const each of [`${path}/1`, `${path}/x`, `${path}/-1`, `${elsewhere}/0`, `${past}/0`])
    expect((await open(each)).status).toBe(404);
  const opened = await api.store.transcripts.bySeq(key, at);
  await api.store.originals.destroy(key, opened?.originalId ?? '');
  expect((await open(`${path}/0`)).status).toBe(404);
});

test('what can not be opened from here says so', async () => {
  const { path } = await received({ type: 'unsupported' });
  expect(await open(`${path}/0`)).toMatchObject({ status: 409, body: { type: 'urn:baton:problem:conflict' } });
});

test('what the provider no longer has, or keeps elsewhere, is its failure and names no address', async () => {
  const { path } = await received(photo('gone'));
  const gone = await open(`${path}/0`);
  expect(gone).toMatchObject({ status: 502, body: { type: 'urn:baton:problem:provider' } });
  platform.putFile('504', bytes, 'image/jpeg', { url: 'http://169.254.169.254/latest/meta-data/' });
  const { path: inside } = await received(photo('504'));
  const refused = await open(`${inside}/0`);
  expect(refused.status).toBe(502);
  expect(refused.text).not.toMatch(/169\.254|127\.0\.0\.1/);
});

test('a file that is not what was announced never arrives whole', async () => {
  platform.putFile('505', bytes, 'image/jpeg', { sha256: 'A'.repeat(64) });
  const { path } = await received(photo('505'));
  await expect(open(`${path}/0`)).rejects.toThrow();
});

test('a place is handed out as the webhook had it', async () => {
  const { path } = await received({ type: 'location', location: { latitude: 10.7, longitude: 106.6 } });
  expect((await open(`${path}/0`)).body).toEqual({ latitude: 10.7, longitude: 106.6 });
});
