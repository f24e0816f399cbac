import { createHmac } from 'node:crypto';
import { createMetrics } from '../../api/metrics';
import { pumpOnce } from '../../api/pump';
import { createTakeIn } from '../../api/take-in';
import { createRegistry } from '../../channels';
import type { Channel, ChannelEvent } from '../../channels/channel';
import { createLog } from '../../log';
import { newId, newMessage, playTemporal, startApi, type TestApi } from './support';

/** A provider that only tests know: signs with HMAC, echoes what is written in the customer's thread. */
const SECRET = 'parrot secret';
const sign = (body: string | Buffer) => createHmac('sha256', SECRET).update(body).digest('hex');
const parrot: Channel = {
  name: 'parrot',
  account: 'main',
  delivery: 'push',
  textLimit: 1_000,
  verify: ({ method, headers, query, body }) =>
    (method === 'GET' ? query.token === SECRET : headers['x-signature'] === sign(body)) || 'wrong signature',
  parse: ({ method, query, body }) => {
    if (method === 'GET') return { challenge: query.challenge ?? '' };
    try {
      return JSON.parse(body.toString()) as ChannelEvent[];
    } catch {
      return [{ kind: 'ignored', type: 'no JSON' }];
    }
  },
  send: async () => ({ state: 'sent', providerMessageId: 'p-1' }),
};

const temporal = playTemporal();
const path = '/v1/channels/parrot/main/webhook';
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ conversations: temporal, channels: createRegistry([parrot]) });
});
afterAll(() => api.close());
beforeEach(() => {
  temporal.signalled.length = 0;
});

const deliver = (events: unknown, signature?: string) => {
  const raw = JSON.stringify(events);
  return api.ask('POST', path, { raw, headers: { 'x-signature': signature ?? sign(raw) } });
};
function written(changes: object = {}): ChannelEvent {
  const { messageId, text } = newMessage();
  const event = { kind: 'message', author: 'customer', address: newId(), messageId, revision: 0, content: { text } };
  return { ...event, ...changes } as ChannelEvent;
}
const listed = { author: 'operator', operator: { id: 'op-1' } };
const rounds = () => {
  const { ingress } = api.store;
  const metrics = createMetrics();
  const { forward } = createTakeIn({ ingress, conversations: temporal, metrics });
  return pumpOnce({ ingress, forward, metrics, log: createLog('silent') });
};

describe('a forged webhook', () => {
  test('is answered 401 and leaves nothing behind', async () => {
    const event = written();
    await api.store.ingress.flush();
    const before = api.store.operations();
    for (const signature of ['', '0', sign('else'), sign(JSON.stringify([event])).toUpperCase()]) {
      const { status, headers } = await deliver([event], signature);
      expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8']);
    }
    expect(temporal.signalled).toHaveLength(0);
    const { insert = 0, update = 0, findAndModify = 0 } = before;
    const after = api.store.operations();
    expect([after.insert ?? 0, after.update ?? 0, after.findAndModify ?? 0]).toEqual([insert, update, findAndModify]);
    expect((await deliver([event])).status).toBe(200);
    expect(temporal.signalled).toHaveLength(1);
  });

  test('is recognised by the bytes, not by what they mean', async () => {
    const raw = JSON.stringify([written()]);
    const answer = await api.ask('POST', path, { raw: ` ${raw}`, headers: { 'x-signature': sign(raw) } });
    expect(answer.status).toBe(401);
  });

  test('to an account that is not served is a 404', async () => {
    for (const other of ['/v1/channels/parrot/other/webhook', '/v1/channels/dodo/main/webhook']) {
      expect((await api.ask('POST', other, { raw: '[]' })).status).toBe(404);
    }
  });
});

describe("a provider's webhook", () => {
  test('answers the set-up challenge only with the right token', async () => {
    const good = await api.ask('GET', `${path}?token=${encodeURIComponent(SECRET)}&challenge=1158201444`);
    expect([good.status, good.text]).toEqual([200, '1158201444']);
    expect((await api.ask('GET', `${path}?token=no&challenge=1`)).status).toBe(401);
  });

  test('takes in every event of a batch, in order', async () => {
    const address = newId();
    const events = [written({ address }), written({ address }), written(), written({ address })];
    expect((await deliver(events)).status).toBe(200);
    expect(temporal.signalled.map(({ number }) => number)).toEqual([1, 2, 1, 3]);
  });

  test('delivered again and out of order changes nothing', async () => {
    const events = [written(), written()];
    await deliver(events);
    expect((await deliver(events.toReversed())).status).toBe(200);
    expect(temporal.signalled).toHaveLength(2);
  });

  test('delivered a hundred times at once is taken in once', async () => {
    const event = written();
    const answers = await Promise.all(Array.from({ length: 100 }, () => deliver([event])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(temporal.signalled).toHaveLength(1);
  });

  test('takes an edit for a new version and a deletion for what it is', async () => {
    const first = written() as Extract<ChannelEvent, { author: string }>;
    const edit = { ...first, kind: 'edit', revision: 1_700_000_000, content: { text: 'changed' } };
    await deliver([first, edit, { ...first, kind: 'deletion', revision: 2 }]);
    expect(temporal.signalled.map(({ reference }) => (reference as { kind: string }).kind)).toEqual([
      'message',
      'edit',
      'deletion',
    ]);
  });

  test('is answered 200 where nothing in it concerns us', async () => {
    const receipt = { kind: 'receipt', address: 'x', messageId: 'unknown', state: 'read' };
    for (const events of [[], [{ kind: 'ignored', type: 'reaction' }], [receipt]]) {
      expect((await deliver(events)).status).toBe(200);
    }
    const raw = '{"not": json';
    expect((await api.ask('POST', path, { raw, headers: { 'x-signature': sign(raw) } })).status).toBe(200);
    expect(temporal.signalled).toHaveLength(0);
  });
});

describe("an operator in a team's chat", () => {
  /** A conversation that is shown there, and a word about it. */
  async function shown(words: string, changes: object = {}) {
    const customer = { businessId: 'test-shop', channel: 'parrot', account: 'main', address: newId() };
    const key = await api.store.conversations.create(customer);
    const { tag } = await api.store.threads.of(key, { channel: 'parrot', account: 'main', chat: 'team' });
    await deliver([written({ ...listed, address: 'team', content: { text: `#${tag} ${words}` }, ...changes })]);
    return key.workflowId;
  }

  test('is taken in for the conversation he means when the business lists him there', async () => {
    const workflowId = await shown('/Done@baton_bot');
    expect(temporal.signalled[0]).toMatchObject({
      author: 'operator',
      workflowId,
      reference: { command: 'done', operatorId: 'op-1' },
    });
  });

  test('is only told so when it does not', async () => {
    await shown('hello', { operator: { id: 'stranger' } });
    expect(temporal.signalled[0]?.reference).toMatchObject({ command: 'unlisted', operatorId: 'stranger' });
  });

  test('is not heard in a chat that is no place of the business', async () => {
    const { status } = await deliver([written({ ...listed, address: 'another chat' })]);
    expect([status, temporal.signalled.length]).toEqual([200, 0]);
  });

  test('cannot be played by a customer', async () => {
    await deliver([written({ content: { text: '/done' } })]);
    expect(temporal.signalled[0]?.author).toBe('customer');
    expect(temporal.signalled[0]?.reference).not.toHaveProperty('command');
  });
});

describe("an echo in the customer's thread", () => {
  const echo = (changes: object = {}) => written({ author: 'echo', ...changes });

  /** A conversation with a send of ours that the provider knows as `providerMessageId`. */
  async function sent(state: 'sent' | 'unknown', providerMessageId?: string) {
    const address = newId();
    const { workflowId } = await api.store.conversations.create({
      ...{ businessId: 'test-shop', channel: 'parrot', account: 'main', address },
    });
    const outboxKey = `out-${address}`;
    await api.store.outbox.begin({
      ...{ outboxKey, workflowId, purpose: 'reply', channel: 'parrot', account: 'main', address, state: 'claimed' },
      text: 'Our reply',
    });
    await api.store.outbox.settle(outboxKey, state, providerMessageId ? { providerMessageId } : {});
    return { address, outboxKey };
  }

  test('of our own message, known by its id, is dropped', async () => {
    const { address } = await sent('sent', 'provider-1');
    await deliver([echo({ address, messageId: 'provider-1', content: { text: 'Our reply' } })]);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await rounds();
    expect(temporal.signalled).toHaveLength(0);
  });

  test('that outran the answer to our send is dropped, and settles it', async () => {
    const { address, outboxKey } = await sent('unknown');
    await deliver([echo({ address, messageId: 'provider-2', content: { text: 'Our reply' } })]);
    expect(await api.store.outbox.find(outboxKey)).toMatchObject({
      state: 'sent',
      providerMessageId: expect.any(String),
    });
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await rounds();
    expect(temporal.signalled).toHaveLength(0);
  });

  test('that a platform wrote by itself is no takeover', async () => {
    await deliver([echo({ automatic: true })]);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await rounds();
    expect(temporal.signalled).toHaveLength(0);
  });

  test('of a person fences the AI at once and takes over after its grace', async () => {
    const event = echo({ operator: { id: 'op-9' } }) as Extract<ChannelEvent, { author: string }>;
    await deliver([event]);
    expect(temporal.signalled).toHaveLength(0);
    const where = { businessId: 'test-shop', channel: 'parrot', account: 'main', address: event.address };
    const key = await api.store.conversations.create(where);
    const claim = { outboxKey: 'fenced', epoch: 1, consumedMark: 0, leaseMs: 1_000 };
    expect(await api.store.outbox.claimAiSend(key, claim)).toBe('superseded');
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await rounds();
    expect(temporal.signalled[0]).toMatchObject({ author: 'operator', reference: { inThread: true } });
    await rounds();
    expect(temporal.signalled).toHaveLength(1);
  });
});

test('a receipt moves our send forward, never back', async () => {
  const address = newId();
  const { workflowId } = await api.store.conversations.create({
    ...{ businessId: 'test-shop', channel: 'parrot', account: 'main', address },
  });
  const row = { workflowId, purpose: 'reply', channel: 'parrot', account: 'main', address, state: 'claimed' as const };
  await api.store.outbox.begin({ ...row, outboxKey: 'receipted', text: 'Hello' });
  await api.store.outbox.settle('receipted', 'sent', { providerMessageId: 'provider-3' });
  const receipt = (state: string) => ({ kind: 'receipt', address, messageId: 'provider-3', state });
  await deliver([receipt('read'), receipt('delivered')]);
  expect((await api.store.outbox.find('receipted'))?.state).toBe('read');
});
