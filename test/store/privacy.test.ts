import mongoose, { type mongo } from 'mongoose';
import type { CleanText } from '../../domain/message';
import type { Store } from '../../store/store';
import {
  type Accepted,
  accept,
  anyAddress,
  customerMessage,
  FIRST_KEY,
  newConversation,
  operatorMessage,
  row,
  SECOND_KEY,
  storeFixture,
} from './store-fixture';

/** Every document of every collection, in a form in which planted words can be searched for. */
async function dump(
  uri: string,
  database: string,
): Promise<{ text: string; bytes: Buffer; counts: Record<string, number> }> {
  const connection = await mongoose.createConnection(uri, { dbName: database }).asPromise();
  const db = connection.db as mongo.Db;
  const counts: Record<string, number> = {};
  const parts: Buffer[] = [];
  let text = '';
  for (const { name } of await db.listCollections().toArray()) {
    const documents = await db.collection(name).find({}).toArray();
    counts[name] = documents.length;
    for (const document of documents) {
      text += JSON.stringify(document);
      parts.push(Buffer.from(mongoose.mongo.BSON.serialize(document)));
    }
  }
  await connection.close();
  return { text, bytes: Buffer.concat(parts), counts };
}

const CARD = '4111 1111 1111 1111';
const PHONE = '+84901234567';
const PROVIDER_ID = `wamid.${Buffer.from(PHONE).toString('base64')}`;
const SPOKEN = 'the purple elephant said';

async function fill(store: Store): Promise<Accepted> {
  const secret = { content: { text: `${SPOKEN} ${CARD}`, from: { id: PHONE, name: 'Nguyen Canary' } } };
  const accepted = await accept(store, customerMessage(PHONE, { ...secret, messageId: PROVIDER_ID }));
  await accept(store, operatorMessage(PHONE, { content: { text: `/note ${SPOKEN}` }, command: 'note' }));
  await store.ingress.holdEcho(operatorMessage(PHONE, { content: { text: SPOKEN } }), 60_000);
  const key = accepted.conversation;
  const send = { workflowId: key.workflowId, purpose: 'reply', channel: 'web', account: 'main', address: PHONE };
  await store.outbox.begin({ ...send, outboxKey: `${key.workflowId}/1`, state: 'claimed', text: `${SPOKEN} back` });
  await store.toolResults.save(key, 'call', `{"order": "${SPOKEN}"}`);
  await store.transcripts.append(key, [
    row(1, { text: '[PAYMENT_CARD]' as CleanText, originalId: accepted.reference.originalId }),
  ]);
  await store.ingress.flush();
  return accepted;
}

describe('privacy', () => {
  const fixture = storeFixture();
  const planted = [CARD, '4111111111111111', PHONE, PROVIDER_ID, SPOKEN, 'Nguyen Canary'];

  test('nothing that was written, and no address, stands in any collection', async () => {
    const database = `privacy-${anyAddress()}`;
    await fill(await fixture.connect({ database }));
    const { text, bytes, counts } = await dump(fixture.uri, database);
    expect(counts).toMatchObject({
      originals: 3,
      outbox: 1,
      toolResults: 1,
      transcripts: 1,
      conversations: 1,
      keys: 1,
    });
    for (const word of planted) {
      for (const form of [word, Buffer.from(word).toString('base64').replace(/=+$/, '')]) {
        expect(text.includes(form)).toBe(false);
        expect(bytes.includes(form)).toBe(false);
      }
    }
    expect(bytes.includes(FIRST_KEY.key)).toBe(false);
  });

  test('an original is sealed to its row: it opens nowhere else', async () => {
    const database = `moved-${anyAddress()}`;
    const store = await fixture.connect({ database });
    const one = await accept(store, customerMessage('a'));
    const two = await accept(store, customerMessage('a'));
    const connection = await mongoose.createConnection(fixture.uri, { dbName: database }).asPromise();
    const originals = (connection.db as mongo.Db).collection<{ _id: string; sealed: unknown }>('originals');
    const stolen = await originals.findOne({ _id: one.reference.originalId });
    await originals.updateOne({ _id: two.reference.originalId }, { $set: { sealed: stolen?.sealed } });
    await connection.close();
    await expect(store.originals.open(one.conversation, [two.reference.originalId])).rejects.toThrow(/does not open/);
  });

  test('a resealed original has lost what was cut, a destroyed one is gone, and both still catch redeliveries', async () => {
    const store = await fixture.connect();
    const input = customerMessage(anyAddress(), { content: { text: 'cvv 123' } });
    const { conversation, reference } = await accept(store, input);
    const open = async () =>
      (await store.originals.open(conversation, [reference.originalId])).get(reference.originalId);
    await store.originals.reseal(conversation, reference.originalId, { text: 'cvv [SECURITY_CODE]' });
    expect(await open()).toMatchObject({ content: { text: 'cvv [SECURITY_CODE]' }, messageId: input.messageId });
    await store.originals.destroy(conversation, reference.originalId);
    expect(await open()).toBeUndefined();
    expect((await store.ingress.accept(input)).status).toBe('duplicate');
  });

  test('an original is opened for a person only within its business, and after the audit record', async () => {
    const database = `audit-${anyAddress()}`;
    const store = await fixture.connect({ database });
    const { reference, conversation } = await accept(
      store,
      customerMessage('a', { content: { text: 'what I wrote' } }),
    );
    expect(await store.originals.openForAudit('bakery', reference.originalId, 'eve')).toBeNull();
    const opened = await store.originals.openForAudit('hotel', reference.originalId, 'ann');
    expect(opened).toEqual({ content: { text: 'what I wrote' }, conversationId: conversation.conversationId });
    const { text, counts } = await dump(fixture.uri, database);
    expect(counts.audit).toBe(1);
    expect(text).toContain('"who":"ann"');
  });

  test('erasing leaves only the audit record, also for a process that still has the key in memory', async () => {
    const database = `erase-${anyAddress()}`;
    const [one, two] = await Promise.all([fixture.connect({ database }), fixture.connect({ database })]);
    const { conversation, reference } = await fill(one);
    expect((await two.originals.open(conversation, [reference.originalId])).size).toBe(1);
    const erased = await one.conversations.erase('hotel', conversation.conversationId, 'ann');
    expect(erased).toEqual(conversation);
    expect((await two.originals.open(conversation, [reference.originalId])).size).toBe(0);
    const { text, counts } = await dump(fixture.uri, database);
    expect(counts).toMatchObject({
      audit: 1,
      conversations: 0,
      originals: 0,
      transcripts: 0,
      outbox: 0,
      toolResults: 0,
    });
    expect(text).not.toContain(conversation.workflowId);
    expect(await one.conversations.find('hotel', conversation.conversationId)).toBeNull();
    expect(await one.conversations.erase('hotel', conversation.conversationId, 'ann')).toBeNull();
  });

  test('a customer who writes again after the erasure begins anew, whatever other processes remember', async () => {
    const database = `again-${anyAddress()}`;
    const [one, two] = await Promise.all([fixture.connect({ database }), fixture.connect({ database })]);
    const address = anyAddress();
    const first = await accept(two, customerMessage(address));
    await one.conversations.erase('hotel', first.conversation.conversationId, 'ann');
    const again = await accept(two, customerMessage(address, { content: { text: 'me again' } }));
    expect(again.reference.number).toBe(1);
    expect(again.conversation.workflowId).toBe(first.conversation.workflowId);
    expect(again.conversation.conversationId).not.toBe(first.conversation.conversationId);
    for (const store of [one, two]) {
      const opened = await store.originals.open(again.conversation, [again.reference.originalId]);
      expect(opened.get(again.reference.originalId)?.content.text).toBe('me again');
      expect(await store.conversations.address(again.conversation)).toBe(address);
    }
  });
});

describe('rotation', () => {
  const fixture = storeFixture();

  test('after re-wrapping the old master key is not needed, and workflow ids have not moved', async () => {
    const database = `rotate-${anyAddress()}`;
    const old = await fixture.connect({ database });
    const input = customerMessage(anyAddress());
    const { conversation, reference } = await accept(old, input);
    await old.ingress.flush();
    const both = await fixture.connect({ database, masterKeys: [SECOND_KEY, FIRST_KEY] });
    expect((await both.originals.open(conversation, [reference.originalId])).size).toBe(1);
    expect(await both.rewrapKeys()).toBe(2);
    expect(await both.rewrapKeys()).toBe(0);
    const fresh = await fixture.connect({ database, masterKeys: [SECOND_KEY] });
    expect((await fresh.originals.open(conversation, [reference.originalId])).size).toBe(1);
    expect(await fresh.ingress.accept(input)).toMatchObject({ status: 'duplicate', conversation });
    expect(await fresh.conversations.address(conversation)).toBe(input.address);
  });

  test('a missing master key is named, and nothing is let through', async () => {
    const database = `missing-${anyAddress()}`;
    await newConversation(await fixture.connect({ database }));
    const wrong = await fixture.connect({ database, masterKeys: [SECOND_KEY], deadlineMs: 300 });
    await expect(wrong.ping()).rejects.toThrow(/Master key first is not configured/);
  });

  test('processes that start at once on an empty database agree on the look-up key', async () => {
    const database = `race-${anyAddress()}`;
    const stores = await Promise.all(Array.from({ length: 5 }, () => fixture.connect({ database })));
    const keys = await Promise.all(
      stores.map((store) =>
        store.conversations.create({ businessId: 'b', channel: 'web', account: 'm', address: 'x' }),
      ),
    );
    expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(1);
  });
});
