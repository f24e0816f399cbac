/** What the API makes of WhatsApp's webhooks: batches, statuses with our own key, and names that change. */
import { createRegistry } from '../../channels';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { APP_SECRET, postWebhook, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { PHONE_NUMBER_ID, startWhatsAppPlatform, type WhatsAppPlatform, wamid } from '../platforms/whatsapp';
import { KEYS, playTemporal, startApi, type TestApi } from './support';

const temporal = playTemporal();
let platform: WhatsAppPlatform;
let api: TestApi;
beforeAll(async () => {
  platform = await startWhatsAppPlatform();
  const channel = createWhatsAppChannel({
    ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET },
    ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
  });
  api = await startApi({ conversations: temporal, channels: createRegistry([channel]) });
  platform.webhookUrl = `${api.url}/v1/channels/whatsapp/main/webhook`;
});
afterAll(async () => {
  await api.close();
  await platform.close();
});

const status = (id: string, state: string, key?: string) => ({
  ...{ id, status: state, timestamp: '1763800000', recipient_id: '84901' },
  ...(key !== undefined && { biz_opaque_callback_data: key }),
});

/** A send of ours that was claimed, or whose answer was lost. */
async function sent(state: 'claimed' | 'unknown', channel = 'whatsapp') {
  await platform.says({ wa_id: '84901' }, 'hello');
  const { workflowId = '' } = temporal.signalled.at(-1) ?? {};
  const outboxKey = `${workflowId}:reply:${wamid()}:0`;
  const row = { outboxKey, workflowId, purpose: 'reply', channel, account: 'main', address: '84901', text: 'ours' };
  await api.store.outbox.begin({ ...row, state: 'pending' });
  await api.store.outbox.settle(outboxKey, state);
  return outboxKey;
}

describe("WhatsApp's webhooks", () => {
  test('settle a send that nobody answered, by our own key, and every later status by its id', async () => {
    for (const state of ['claimed', 'unknown'] as const) {
      const key = await sent(state);
      const id = wamid('84901');
      expect(await platform.post({ statuses: [status(id, 'sent', key)] })).toBe(200);
      expect(await api.store.outbox.find(key)).toMatchObject({ state: 'sent' });
      await platform.post({ statuses: [status(id, 'read'), status(id, 'delivered', key)] });
      expect(await api.store.outbox.find(key)).toMatchObject({ state: 'read' });
    }
  });

  test("never settle another channel's send by a key that a status names", async () => {
    const key = await sent('unknown', 'messenger');
    await platform.post({ statuses: [status(wamid(), 'delivered', key), status(wamid(), 'delivered', 'nobody')] });
    expect(await api.store.outbox.find(key)).toMatchObject({ state: 'unknown' });
  });

  test('are taken up to three megabytes, as Meta gathers them, and every message in them', async () => {
    const before = temporal.signalled.length;
    const many = Array.from({ length: 40 }, (_, at) => ({
      ...{ id: wamid(), from: `849777${at}`, timestamp: '1763800000', type: 'text' },
      text: { body: 'x'.repeat(10_000) },
    }));
    expect(await platform.post({ messages: many })).toBe(200);
    expect(temporal.signalled.length - before).toBe(40);
  });

  test('join the names that a notice joins, for what comes after', async () => {
    await platform.says({ wa_id: '84944' }, 'hello');
    const { workflowId } = temporal.signalled.at(-1) ?? {};
    const system = { type: 'user_changed_number', wa_id: '84955', body: 'changed' };
    await platform.post({ messages: [{ id: wamid(), from: '84944', timestamp: '1', type: 'system', system }] });
    await platform.says({ wa_id: '84955' }, 'it is me');
    expect(temporal.signalled.at(-1)?.workflowId).toBe(workflowId);
  });

  test('are refused unsigned, and the set-up challenge without the token', async () => {
    expect(await postWebhook(platform.webhookUrl, { entry: [] }, 'sha256=00')).toBe(401);
    const query = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=';
    const ask = (token: string) => api.ask('GET', `/v1/channels/whatsapp/main/webhook?${query}${token}`);
    expect(await ask(VERIFY_TOKEN)).toMatchObject({ status: 200, text: '1158201444' });
    expect((await ask('wrong')).status).toBe(401);
    expect((await api.ask('GET', '/metrics', { key: KEYS.viewer })).text).toMatch(/outcome="forged"/);
  });
});
