/** Several names of one customer lead to one conversation, whoever comes first and under whichever name. */
import mongoose from 'mongoose';
import type { Store } from '../../store';
import type { AcceptInput } from '../../store/store';
import { accept, anyAddress, customerMessage, operatorMessage, storeFixture } from './store-fixture';

describe('the names of a customer', () => {
  const fixture = storeFixture();
  const named = (address: string, aliases: string[] = [], change: Partial<AcceptInput> = {}) =>
    customerMessage(address, { channel: 'whatsapp', aliases, ...change });
  const workflowOf = async (store: Store, input: AcceptInput) => (await accept(store, input)).conversation.workflowId;
  const rows = async () => {
    const connection = await mongoose.createConnection(fixture.uri).asPromise();
    const found = await connection.collection('aliases').find().toArray();
    await connection.close();
    return found;
  };

  test('lead to one conversation in every process, and back under any of them alone', async () => {
    const [one, two] = await Promise.all([fixture.connect(), fixture.connect()]);
    const [number, id, parent] = [anyAddress(), anyAddress(), anyAddress()];
    const first = await workflowOf(one, named(number, [id, parent]));
    expect(await workflowOf(two, named(id))).toBe(first);
    expect(await workflowOf(two, named(parent, [id]))).toBe(first);
    expect(await workflowOf(one, named(number))).toBe(first);
    expect(await workflowOf(one, named(anyAddress()))).not.toBe(first);
  });

  test('stay apart on different channels, accounts and businesses', async () => {
    const store = await fixture.connect();
    const [number, id] = [anyAddress(), anyAddress()];
    const first = await workflowOf(store, named(number, [id]));
    for (const other of [{ account: 'second' }, { businessId: 'shop' }, { channel: 'messenger' }])
      expect(await workflowOf(store, named(id, [], other))).not.toBe(first);
  });

  test('are never empty: an empty alias joins nobody', async () => {
    const store = await fixture.connect();
    const first = await workflowOf(store, named(anyAddress(), ['', ' ']));
    expect(await workflowOf(store, named(anyAddress(), ['', ' ']))).not.toBe(first);
  });

  test('lead two first messages under different names to one conversation, whichever is written first', async () => {
    const [one, two] = await Promise.all([fixture.connect(), fixture.connect()]);
    for (let round = 0; round < 25; round += 1) {
      const [number, id] = [anyAddress(), anyAddress()];
      const pair = [accept(one, named(number, [id])), accept(two, named(id))];
      if (round % 2) pair.reverse();
      const [a, b] = await Promise.all(pair);
      expect(a?.conversation).toEqual(b?.conversation);
      expect([a?.reference.number, b?.reference.number].sort()).toEqual([1, 2]);
    }
  });

  test('lose nothing where two conversations turn out to be one customer: the elder goes on', async () => {
    const [one, two] = await Promise.all([fixture.connect(), fixture.connect()]);
    const [number, id] = [anyAddress(), anyAddress()];
    const elder = await workflowOf(one, named(number));
    const younger = await workflowOf(one, named(id));
    expect(younger).not.toBe(elder);
    expect(await workflowOf(one, named(id, [number]))).toBe(elder);
    // Another process remembers nothing of it, and comes to the same.
    expect(await workflowOf(two, named(id))).toBe(elder);
    expect(await workflowOf(two, named(number))).toBe(elder);
    const kept = await two.originals.open({ ...(await accept(two, named(id))).conversation, workflowId: younger }, []);
    expect(kept.size).toBe(0);
  });

  test('a conversation from before names were written down keeps its customer', async () => {
    const store = await fixture.connect();
    const [number, id] = [anyAddress(), anyAddress()];
    const before = await workflowOf(store, customerMessage(number, { channel: 'whatsapp' }));
    expect(await workflowOf(store, named(number, [id]))).toBe(before);
    expect(await workflowOf(store, named(id))).toBe(before);
  });

  test('a message delivered again under another name is a duplicate', async () => {
    const store = await fixture.connect();
    const [number, id] = [anyAddress(), anyAddress()];
    const message = named(number, [id]);
    await accept(store, message);
    expect(await store.ingress.accept({ ...message, address: id, aliases: [number] })).toMatchObject({
      status: 'duplicate',
    });
    expect(await store.ingress.accept({ ...message, revision: 1 })).toMatchObject({ status: 'accepted' });
  });

  test('what is sent goes to the name that was used last', async () => {
    const [one, two] = await Promise.all([fixture.connect(), fixture.connect()]);
    const [number, id] = [anyAddress(), anyAddress()];
    const { conversation } = await accept(one, named(number, [id]));
    expect(await two.conversations.address(conversation)).toBe(number);
    await accept(one, named(id));
    expect(await two.conversations.address(conversation)).toBe(id);
    await accept(two, named(number, [id]));
    await accept(one, named(number, [id]));
    expect(await one.conversations.address(conversation)).toBe(number);
  });

  test("an operator's message goes to the conversation it names, whatever the customer is called now", async () => {
    const store = await fixture.connect();
    const [number, id] = [anyAddress(), anyAddress()];
    const { conversation } = await accept(store, named(number, [id]));
    await accept(store, named(id));
    const { workflowId, conversationId } = conversation;
    const address = await store.conversations.address(conversation);
    const word = operatorMessage(address, { channel: 'whatsapp', workflowId, conversationId });
    expect(await workflowOf(store, word)).toBe(workflowId);
  });

  test('follow the word of the platform, also where the new name wrote first', async () => {
    const [one, two] = await Promise.all([fixture.connect(), fixture.connect()]);
    const [old, fresh] = [anyAddress(), anyAddress()];
    const link = { businessId: 'hotel', channel: 'whatsapp', account: 'main', address: fresh, aliases: [old] };
    expect(await one.ingress.linkNames(link)).toBe(false);
    const { conversation } = await accept(one, named(old));
    expect(await two.ingress.linkNames(link)).toBe(true);
    expect(await one.conversations.address(conversation)).toBe(fresh);
    expect(await workflowOf(two, named(fresh))).toBe(conversation.workflowId);
  });

  test('are erased with the conversation, and were never kept as they are', async () => {
    const store = await fixture.connect();
    const [number, id] = ['84901239999', 'VN.139999'];
    const { conversation } = await accept(store, named(number, [id]));
    const written = await rows();
    expect(written.filter(({ workflowId }) => workflowId === conversation.workflowId)).toHaveLength(2);
    expect(JSON.stringify(written)).not.toMatch(/84901239999|139999/);
    await store.conversations.erase('hotel', conversation.conversationId, 'test');
    expect((await rows()).filter(({ workflowId }) => workflowId === conversation.workflowId)).toEqual([]);
    const again = await accept(store, named(id, [number]));
    expect(again.conversation.conversationId).not.toBe(conversation.conversationId);
  });

  test('cost a channel without them nothing, and a known customer nothing either', async () => {
    const store = await fixture.connect();
    const [address, number] = [anyAddress(), anyAddress()];
    await accept(store, customerMessage(address));
    await accept(store, named(number, []));
    const total = () => Object.values(store.operations()).reduce((sum, count) => sum + count, 0);
    const costOf = async (input: AcceptInput) => {
      await store.ingress.flush();
      const before = total();
      await accept(store, input);
      return total() - before;
    };
    const plain = await costOf(customerMessage(address));
    expect(await costOf(named(number, []))).toBe(plain);
  });
});

describe("a provider's message ids", () => {
  const fixture = storeFixture();

  test('are shown as a keyed hash, the same for every version of a message', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const hidden = { channel: 'whatsapp', messageId: 'wamid.HBgL84901234567', hideMessageId: true };
    const first = await accept(store, customerMessage(address, hidden));
    const edit = await accept(store, customerMessage(address, { ...hidden, kind: 'edit', revision: 9 }));
    const ids = [first.reference.originalId, edit.reference.originalId];
    const opened = await store.originals.open(first.conversation, ids);
    const [one, two] = ids.map((id) => opened.get(id)?.messageId);
    expect(one).toMatch(/^[\w-]{22}$/);
    expect(two).toBe(one);
  });

  test('are kept hashed in the outbox, and found by what the provider says', async () => {
    const store = await fixture.connect();
    const { conversation } = await accept(store, customerMessage(anyAddress(), { channel: 'whatsapp' }));
    const outboxKey = `${conversation.workflowId}:reply:1:0`;
    const where = { channel: 'whatsapp', account: 'main' };
    const send = { outboxKey, workflowId: conversation.workflowId, purpose: 'reply', ...where, address: 'a' };
    await store.outbox.begin({ ...send, state: 'claimed', text: 'hello' });
    await store.outbox.settle(outboxKey, 'sent', { providerMessageId: 'wamid.84901234567' });
    const found = await store.outbox.findByProviderId({ ...where, messageId: 'wamid.84901234567' });
    expect(found?.outboxKey).toBe(outboxKey);
    const connection = await mongoose.createConnection(fixture.uri).asPromise();
    const kept = JSON.stringify(await connection.collection('outbox').find().toArray());
    await connection.close();
    expect(kept).not.toContain('84901234567');
  });

  test('tell an echo in its grace from a person by the id that the provider gave', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const { conversation } = await accept(store, customerMessage(address, { channel: 'whatsapp', account: 'echo' }));
    const { workflowId } = conversation;
    const outboxKey = `${workflowId}:reply:1:0`;
    const where = { channel: 'whatsapp', account: 'echo' };
    await store.outbox.begin({
      outboxKey,
      workflowId,
      purpose: 'reply',
      ...where,
      address,
      state: 'sent',
      text: 'ours',
    });
    const echo = operatorMessage(address, { ...where, messageId: 'wamid.E', hideMessageId: true, inThread: true });
    await store.ingress.holdEcho({ ...echo, content: { text: 'changed on the way' } }, 0);
    await store.outbox.settle(outboxKey, 'sent', { providerMessageId: 'wamid.E' });
    const released = await store.ingress.releaseEchoes();
    expect(released.filter(({ conversation: key }) => key.workflowId === workflowId)).toEqual([]);
  });
});
