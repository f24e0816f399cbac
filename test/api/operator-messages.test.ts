import type { TestApi } from './support';
import { begin, KEYS, newId, newMessage, openSession, playTemporal, row, startApi } from './support';

const temporal = playTemporal();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ conversations: temporal });
});
afterAll(() => api.close());

const operator = { id: 'lan', name: 'Lan' };
const write = (id: string, text: string, messageId = newMessage().messageId) =>
  api.ask('POST', `/v1/conversations/${id}/operator-messages`, {
    key: KEYS.operator,
    body: { messageId, operator, text },
  });
const lastSignal = () => temporal.signalled.at(-1);

describe("an operator's message", () => {
  test('is accepted, marks the conversation and is signalled by reference', async () => {
    const { id, key } = await begin(api);
    const { status, body } = await write(id, 'Hello, this is Lan');
    expect(status).toBe(202);
    expect(body).toEqual({ conversationId: id, messageId: expect.any(String), status: 'accepted' });
    expect(lastSignal()).toMatchObject({ workflowId: key.workflowId, author: 'operator', number: 2 });
    expect(lastSignal()?.reference).toMatchObject({ operatorId: 'lan' });
    expect(JSON.stringify(lastSignal())).not.toMatch('Hello');
  });

  test('sent again is a duplicate', async () => {
    const { id } = await begin(api);
    await write(id, 'Hello', 'operator-1');
    const { status, body } = await write(id, 'Hello', 'operator-1');
    expect([status, body.status]).toEqual([200, 'duplicate']);
  });

  test('begins a conversation where there is none', async () => {
    const id = newId();
    expect((await write(id, 'Your parcel is here')).status).toBe(202);
    const { body } = await api.ask('GET', `/v1/conversations/${id}`, { key: KEYS.viewer });
    expect(body).toMatchObject({ conversationId: id, channel: 'api' });
    expect(lastSignal()).toMatchObject({ author: 'operator', number: 1 });
  });

  test("reaches the widget's conversation by its id", async () => {
    const { conversationId } = await openSession(api);
    expect((await write(conversationId, 'Hello')).status).toBe(202);
    const found = await api.store.conversations.find('test-shop', conversationId);
    expect(lastSignal()?.workflowId).toBe(found?.workflowId);
  });

  test('reaches a conversation of a provider channel by its id', async () => {
    const where = { businessId: 'test-shop', channel: 'parrot', account: 'main', address: '+84 90 000 00 00' };
    const { conversationId, workflowId } = await api.store.conversations.create(where);
    expect((await write(conversationId, 'Hello')).status).toBe(202);
    expect(lastSignal()?.workflowId).toBe(workflowId);
  });
});

describe('a command', () => {
  test.each([
    ['/done', 'done'],
    ['  / DONE@baton_bot ', 'done'],
    ['/take', 'take'],
    ['/ai', 'ai'],
    ['/note the customer is right', 'note'],
    ['/dance', 'unknown'],
  ])('%p is named %s in the answer and the signal, without its text', async (text, command) => {
    const { id } = await begin(api);
    const { body } = await write(id, text);
    expect(body.command).toBe(command);
    expect(lastSignal()?.reference).toMatchObject({ command });
    expect(JSON.stringify(lastSignal())).not.toMatch('the customer is right');
  });

  test('from a customer is ordinary text', async () => {
    const { id } = await begin(api);
    await api.ask('POST', `/v1/conversations/${id}/messages`, { key: KEYS.channel, body: newMessage('/done') });
    expect(lastSignal()?.reference).not.toHaveProperty('command');
  });
});

describe('the fence', () => {
  const claim = async (text: string) => {
    const { id, key } = await begin(api);
    const outboxKey = `reply-${id}`;
    const claimed = await api.store.outbox.claimAiSend(key, { outboxKey, epoch: 1, consumedMark: 0, leaseMs: 1_000 });
    expect(claimed).toBe('claimed');
    const startedAt = Date.now();
    const answer = write(id, text).then(({ status }) => ({ status, took: Date.now() - startedAt }));
    return { key, outboxKey, answer };
  };

  test('holds the answer back while a claimed AI send may still start', async () => {
    const { answer } = await claim('Let me take this');
    const { status, took } = await answer;
    expect(status).toBe(202);
    expect(took).toBeGreaterThanOrEqual(900);
  });

  test('lets the answer go as soon as the claim is settled', async () => {
    const held = await claim('Let me take this');
    const settled = await claim('Let me take this');
    await api.store.transcripts.append(settled.key, [row(1, { outboxKey: settled.outboxKey })]);
    expect(await Promise.race([held.answer, settled.answer])).toBe(await settled.answer);
  });

  test('closes for AI sends from the answer on', async () => {
    const { id, key } = await begin(api);
    await write(id, 'Mine now');
    const late = { outboxKey: 'late', epoch: 1, consumedMark: 0, leaseMs: 1_000 };
    expect(await api.store.outbox.claimAiSend(key, late)).toBe('superseded');
  });

  test('does not hold up an answer where no claim is open', async () => {
    const { id } = await begin(api);
    const held = await claim('Let me take this');
    const free = write(id, 'Hello');
    expect(await Promise.race([held.answer, free])).toBe(await free);
  });
});
