import mongoose from 'mongoose';
import { accept, anyAddress, customerMessage, operatorMessage, pause, storeFixture } from './store-fixture';

describe('ingress', () => {
  const fixture = storeFixture();

  test('a message is numbered from 1 and its original opens to what was written', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const first = await accept(store, customerMessage(address, { messageId: 'a', content: { text: 'hello $1 {}' } }));
    const second = await accept(store, customerMessage(address));
    expect([first.reference.number, second.reference.number]).toEqual([1, 2]);
    const { originalId } = first.reference;
    const opened = await store.originals.open(first.conversation, [originalId, 'missing']);
    expect([...opened.keys()]).toEqual([originalId]);
    expect(opened.get(originalId)).toMatchObject({ content: { text: 'hello $1 {}' }, messageId: 'a' });
    expect(first.conversation.workflowId).toMatch(/^conversation:hotel:[\w-]{22}$/);
    expect(first.conversation.workflowId).not.toContain(address);
  });

  test('a redelivery burns no number, in any order, from any process', async () => {
    const [one, two] = await Promise.all([fixture.connect(), fixture.connect()]);
    const address = anyAddress();
    const input = customerMessage(address);
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).ingress.accept(input)));
    expect(all.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    const next = await accept(one, customerMessage(address));
    expect(next.reference.number).toBe(2);
    expect(new Set(all.map(({ conversation }) => conversation.conversationId)).size).toBe(1);
  });

  test('edits, deletions and operators with the same message id are messages of their own', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const same = { messageId: 'm' };
    await accept(store, customerMessage(address, same));
    await accept(store, customerMessage(address, { ...same, kind: 'edit', revision: 17 }));
    await accept(store, customerMessage(address, { ...same, kind: 'deletion' }));
    await accept(store, customerMessage(address, { ...same, revision: 1 }));
    const { reference } = await accept(store, operatorMessage(address, same));
    expect(reference).toMatchObject({ number: 5, author: 'operator', operatorId: 'op-1' });
  });

  test('two edits of one second are two, each of them once', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const edit = (text: string) =>
      customerMessage(address, { messageId: 'm', kind: 'edit', revision: 17, content: { text } });
    await accept(store, customerMessage(address, { messageId: 'm' }));
    await accept(store, edit('room 204'));
    await accept(store, edit('room 402'));
    for (const text of ['room 402', 'room 204'])
      expect((await store.ingress.accept(edit(text))).status).toBe('duplicate');
  });

  test('concurrent messages of a new conversation get unique numbers without holes and one conversation', async () => {
    const stores = await Promise.all([fixture.connect(), fixture.connect()]);
    const address = anyAddress();
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, i) => accept(stores[i % 2] as (typeof stores)[0], customerMessage(address))),
    );
    const numbers = all.map(({ reference }) => reference.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    for (const store of stores) {
      const opened = await store.originals.open(
        all[0]?.conversation as never,
        all.map((one) => one.reference.originalId),
      );
      expect(opened.size).toBe(40);
    }
  });

  test('two writes a message and one batched write for many', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    await accept(store, customerMessage(address));
    await store.ingress.flush();
    const before = store.operations();
    const all = [];
    for (let i = 0; i < 10; i += 1) all.push(await accept(store, customerMessage(address)));
    for (const { reference } of all) store.ingress.markSignalled(reference.originalId);
    await store.ingress.flush();
    const after = store.operations();
    const spent = Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const),
    );
    // The tenth of a second that this takes may see the batch go out early on a slow machine.
    expect(spent).toMatchObject({ insert: 10 });
    expect(spent.find ?? 0).toBe(0);
    expect(spent.update).toBeGreaterThanOrEqual(11);
    expect(spent.update).toBeLessThanOrEqual(13);
    expect(spent.findAndModify ?? 0).toBe(0);
  });

  test('the caller names conversations of the api channel, and no two addresses share a name', async () => {
    const store = await fixture.connect();
    const [here, there] = [anyAddress(), anyAddress()];
    const named = { channel: 'api', conversationId: `c-${here}` };
    const { conversation } = await accept(store, customerMessage(here, named));
    expect(conversation.conversationId).toBe(named.conversationId);
    await expect(store.ingress.accept(customerMessage(there, named))).rejects.toMatchObject({
      name: 'ConversationIdTaken',
    });
    const other = await accept(store, customerMessage(there, { ...named, businessId: 'bakery' }));
    expect(other.conversation).toMatchObject({ businessId: 'bakery', conversationId: named.conversationId });
  });

  test('an object where a string is expected never becomes an operator', async () => {
    const store = await fixture.connect();
    const evil = { $ne: '' } as unknown as string;
    await expect(store.conversations.find('hotel', evil)).rejects.toThrow();
    await expect(store.conversations.find(evil, evil)).rejects.toThrow();
    await expect(store.originals.openForAudit('hotel', evil, 'who')).rejects.toThrow();
    const { conversations } = await store.conversations.list('hotel', { channel: evil, limit: 5 });
    expect(conversations).toEqual([]);
  });
});

describe('the pump', () => {
  const fixture = storeFixture();
  const lease = { olderThanMs: 0, leaseMs: 60_000, limit: 100 };

  test('rows that were signalled are never leased, the others come in receive order', async () => {
    const store = await fixture.connect({ database: `pump-a-${anyAddress()}` });
    const address = anyAddress();
    const all = [];
    for (let i = 0; i < 6; i += 1) all.push(await accept(store, customerMessage(address)));
    store.ingress.markSignalled(all[2]?.reference.originalId as string);
    await store.ingress.flush();
    const rows = await store.ingress.leaseUnsignalled(lease);
    expect(rows.map(({ reference }) => reference.number)).toEqual([1, 2, 4, 5, 6]);
    expect(rows[0]?.reference).toEqual(all[0]?.reference);
    expect(rows[0]?.key).toEqual(all[0]?.conversation);
    for (const { originalId } of rows) store.ingress.markSignalled(originalId);
    await store.ingress.flush();
    expect(await store.ingress.leaseUnsignalled({ ...lease, leaseMs: -1 })).toEqual([]);
  });

  test('two pumps never hold the same row, and an abandoned lease ends', async () => {
    const database = `pump-b-${anyAddress()}`;
    const stores = await Promise.all([fixture.connect({ database }), fixture.connect({ database })]);
    const [one, two] = stores as [(typeof stores)[0], (typeof stores)[0]];
    await Promise.all(Array.from({ length: 60 }, (_, i) => accept(one, customerMessage(`pump-${i % 7}`))));
    await one.ingress.flush();
    const rounds = Array.from({ length: 10 }, (_, i) =>
      (i % 2 ? one : two).ingress.leaseUnsignalled({ ...lease, limit: 25 }),
    );
    const leased = (await Promise.all(rounds)).flat().map(({ originalId }) => originalId);
    expect(new Set(leased).size).toBe(leased.length);
    expect(leased.length).toBeGreaterThan(0);
    const short = { ...lease, leaseMs: 200 };
    await two.ingress.leaseUnsignalled(short);
    await pause(300);
    const again = await one.ingress.leaseUnsignalled({ ...short, leaseMs: 1 });
    expect(again.length + leased.length).toBeGreaterThanOrEqual(25);
  });

  test('a row that a crash left without number and mark gets both, the same that it would have had', async () => {
    const database = `pump-c-${anyAddress()}`;
    const [crashing, pump] = await Promise.all([fixture.connect({ database }), fixture.connect({ database })]);
    const address = anyAddress();
    const first = await accept(crashing, customerMessage(address));
    const second = await accept(crashing, operatorMessage(address));
    // Nothing was flushed: as far as the database knows, the process died right after the numbers were given.
    const rows = await pump.ingress.leaseUnsignalled(lease);
    expect(rows.map(({ reference }) => reference)).toEqual([first.reference, second.reference]);
    expect((await accept(pump, customerMessage(address))).reference.number).toBe(3);
  });

  test('a row whose number was never given gets it from the pump, and an operator row its mark', async () => {
    const database = `pump-d-${anyAddress()}`;
    const [crashing, pump] = await Promise.all([fixture.connect({ database }), fixture.connect({ database })]);
    const address = anyAddress();
    const { conversation } = await accept(crashing, customerMessage(address));
    await accept(crashing, operatorMessage(address));
    // As if the process had died between storing the two rows and numbering them.
    const connection = await mongoose.createConnection(fixture.uri, { dbName: database }).asPromise();
    await connection
      .collection('conversations')
      .updateOne({}, { $set: { received: 0, numbered: [], operatorMark: 0 } });
    await connection.close();
    const claim = (consumedMark: number) =>
      pump.outbox.claimAiSend(conversation, { outboxKey: 'k', epoch: 1, consumedMark, leaseMs: 10 });
    expect(await claim(0)).toBe('claimed');
    const rows = await pump.ingress.leaseUnsignalled(lease);
    expect(rows.map(({ reference }) => [reference.number, reference.author])).toEqual([
      [1, 'customer'],
      [2, 'operator'],
    ]);
    expect(await claim(0)).toBe('superseded');
    expect(await claim(2)).toBe('claimed');
  });
});
