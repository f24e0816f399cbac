import { Webhook } from 'standardwebhooks';
import { createRegistry } from '../../channels';
import { createApiChannel } from '../../channels/api';
import { createWebChannel } from '../../channels/web';
import type { CleanText } from '../../domain/message';
import { begin, KEYS, newId, newMessage, playTemporal, row, startApi, type TestApi } from './support';

const temporal = playTemporal();
const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
let api: TestApi;
beforeAll(async () => {
  const channels = createRegistry([createApiChannel({ secret, callbackUrl: null }), createWebChannel()]);
  api = await startApi({ conversations: temporal, channels });
});
afterAll(() => api.close());

const post = (id: string, body: object, more = {}) =>
  api.ask('POST', `/v1/conversations/${id}/messages`, { key: KEYS.channel, body, ...more });

describe("a customer's message", () => {
  test('is accepted and signalled by reference, without a word of its text', async () => {
    const id = newId();
    const { status, body } = await post(id, { messageId: 'first', text: 'my card is 4111 1111 1111 1111' });
    expect([status, body]).toEqual([202, { conversationId: id, messageId: 'first', status: 'accepted' }]);
    const signal = temporal.signalled.at(-1);
    expect(signal).toMatchObject({ author: 'customer', number: 1 });
    expect(JSON.stringify(signal)).not.toMatch(/4111|my card/);
  });

  test('sent again is a duplicate that signals nothing', async () => {
    const id = newId();
    const message = newMessage();
    await post(id, message);
    const before = temporal.signalled.length;
    const { status, body } = await post(id, { ...message, text: 'other words' });
    expect([status, body.status]).toEqual([200, 'duplicate']);
    expect(temporal.signalled).toHaveLength(before);
  });

  test('sent fifty times at once is accepted once', async () => {
    const id = newId();
    const message = newMessage();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(id, message)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 202]);
    const { workflowId } = (await api.store.conversations.find('test-shop', id)) ?? {};
    expect(temporal.signalled.filter((signal) => signal.workflowId === workflowId)).toHaveLength(1);
  });

  test('with the id of another conversation is not its duplicate', async () => {
    const message = newMessage();
    expect((await post(newId(), message)).status).toBe(202);
    expect((await post(newId(), message)).status).toBe(202);
  });

  test('is numbered in the order of arrival', async () => {
    const { id, key } = await begin(api);
    for (let i = 0; i < 3; i++) await post(id, newMessage());
    const numbers = temporal.signalled.filter(({ workflowId }) => workflowId === key.workflowId);
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('is stored and answered 202 while Temporal is away', async () => {
    temporal.away = true;
    const { status } = await post(newId(), newMessage());
    temporal.away = false;
    expect(status).toBe(202);
  });
});

test('a store that hangs is answered for, so that the caller tries again', async () => {
  const ingress = { ...api.store.ingress, accept: () => new Promise<never>(() => {}) };
  const hanging = await startApi({ store: { ...api.store, ingress }, storeDeadlineMs: 300 });
  const { status, headers } = await hanging.ask('POST', `/v1/conversations/${newId()}/messages`, {
    key: KEYS.channel,
    body: newMessage(),
  });
  expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  await hanging.close();
});

describe('a Standard Webhooks signature', () => {
  const webhook = new Webhook(secret);
  function signed(payload: string, at = new Date(), signer = webhook) {
    return {
      raw: payload,
      headers: {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signer.sign('msg_1', at, payload),
      },
    };
  }
  const send = (ask: object) => api.ask('POST', `/v1/conversations/${newId()}/messages`, ask);

  test('stands in for the bearer key', async () => {
    expect((await send(signed(JSON.stringify(newMessage())))).status).toBe(202);
  });

  test('is refused when anything about it is wrong', async () => {
    const payload = JSON.stringify(newMessage());
    const good = signed(payload);
    const stranger = new Webhook(`whsec_${Buffer.from('another secret of some length').toString('base64')}`);
    const wrong = [
      { ...good, raw: payload.replace('order', 'orders') },
      signed(payload, new Date(Date.now() - 6 * 60_000)),
      signed(payload, new Date(Date.now() + 6 * 60_000)),
      signed(payload, new Date(), stranger),
      { ...good, headers: { ...good.headers, 'webhook-signature': 'v1,' } },
      { ...good, headers: { ...good.headers, 'webhook-id': 'msg_2' } },
      { raw: payload, headers: { 'webhook-signature': good.headers['webhook-signature'] } },
    ];
    for (const ask of wrong) expect((await send(ask)).status).toBe(401);
  });

  test('is refused where no secret is set', async () => {
    const bare = await startApi({ store: api.store });
    const ask = signed(JSON.stringify(newMessage()));
    expect((await bare.ask('POST', `/v1/conversations/${newId()}/messages`, ask)).status).toBe(401);
    await bare.close();
  });
});

describe('the transcript', () => {
  test('is paged by seq, with what the contract names', async () => {
    const { id, key } = await begin(api);
    const text = 'It ships [PAYMENT_CARD]' as CleanText;
    const rich = { text, confidence: 0.9, citations: [{ title: 'Shipping' }], redactions: [{ type: 'PAYMENT_CARD' }] };
    await api.store.transcripts.append(key, [row(1), row(2, { visibility: 'team', author: 'system' }), row(3, rich)]);
    const page = async (query: string) =>
      (await api.ask('GET', `/v1/conversations/${id}/messages?${query}`, { key: KEYS.viewer })).body;
    const first = await page('limit=2');
    expect(first.messages.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    const second = await page(`after=${first.next}`);
    expect(second.messages).toEqual([expect.objectContaining({ seq: 3, messageId: 'row-3', author: 'ai', ...rich })]);
    expect(second.next).toBe(3);
    expect(await page(`after=${second.next}`)).toEqual({ messages: [], next: 3 });
  });

  test('never shows keys of the outbox', async () => {
    const { id, key } = await begin(api);
    await api.store.transcripts.append(key, [row(1, { outboxKey: 'secret-outbox-key' })]);
    const { text } = await api.ask('GET', `/v1/conversations/${id}/messages`, { key: KEYS.viewer });
    expect(text).not.toMatch('secret-outbox-key');
  });

  test('of a conversation that does not exist is a 404', async () => {
    expect((await api.ask('GET', `/v1/conversations/${newId()}/messages`, { key: KEYS.viewer })).status).toBe(404);
  });
});

describe('conversations', () => {
  test('are listed newest first and found by their id', async () => {
    const { id, key } = await begin(api);
    const listed = await api.ask('GET', '/v1/conversations?limit=1&channel=api&mode=ai', { key: KEYS.viewer });
    expect(listed.body.conversations).toHaveLength(1);
    expect(listed.body.conversations[0].conversationId).toBe(id);
    const { body } = await api.ask('GET', `/v1/conversations/${id}`, { key: KEYS.viewer });
    expect(body).toMatchObject({
      ...{ conversationId: id, channel: 'api', mode: 'ai', epoch: 1, handoff: null, operator: null },
      ...{ waitingSince: null, nextTimer: null, workflowId: key.workflowId, lastMessageAt: expect.any(String) },
    });
    expect(JSON.stringify(body)).not.toMatch(/address|dataKey/i);
  });

  test('are paged by a cursor without leaving any out', async () => {
    const ids = [await begin(api), await begin(api), await begin(api)].map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await api.ask('GET', `/v1/conversations?limit=2&cursor=${encodeURIComponent(cursor)}`, {
        key: KEYS.viewer,
      });
      seen.push(...body.conversations.map((each: { conversationId: string }) => each.conversationId));
      if (!body.next) break;
      cursor = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(ids));
  });
});
