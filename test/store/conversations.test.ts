import type { Signal } from '../../domain/handoff';
import type { ModeRecord } from '../../store/store';
import {
  accept,
  anyAddress,
  customerMessage,
  newConversation,
  operatorMessage,
  row,
  storeFixture,
} from './store-fixture';

const ai: ModeRecord = { mode: 'ai', epoch: 1, handoff: null, operator: null, waitingSince: null, nextTimer: null };
const signal: Signal = { reason: 'explicit_request', score: 1, threshold: 0.5, evidence: '$a "person", please' };
const since = () => new Date().toISOString();

describe('conversations', () => {
  const fixture = storeFixture();

  test('the record of a newer epoch stands, whatever order they arrive in', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    const waiting: ModeRecord = {
      ...{ ...ai, mode: 'waiting', epoch: 2, waitingSince: since() },
      handoff: { reasons: [signal], since: since() },
      nextTimer: { kind: 'unclaimed', at: since() },
    };
    await store.conversations.recordMode(key, waiting, []);
    const event = { n: 1, type: 'mode', at: since(), data: {} } as const;
    await store.conversations.recordMode(key, ai, [event]);
    const found = await store.conversations.find('hotel', key.conversationId);
    expect(found).toMatchObject({ ...key, ...waiting, received: 0 });
    expect(await store.conversations.find('bakery', key.conversationId)).toBeNull();
    expect(await store.conversations.eventsAfter(key, 0)).toMatchObject([{ n: 1 }]);
  });

  test('the last fifty events are kept', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    for (let n = 1; n <= 60; n += 1) {
      await store.conversations.recordMode(key, { ...ai, epoch: n }, [{ n, type: 'mode', at: since(), data: {} }]);
    }
    const events = await store.conversations.eventsAfter(key, 10);
    expect(events.map(({ n }) => n)).toEqual(Array.from({ length: 50 }, (_, i) => i + 11));
  });

  test('a workflow that begins again learns where its numbers stand', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const { conversation: key } = await accept(store, customerMessage(address));
    expect(await store.conversations.resumePoint(key)).toBeNull();
    await accept(store, operatorMessage(address));
    await store.transcripts.append(key, [row(1), row(2, { eventNo: 5 })]);
    expect(await store.conversations.resumePoint(key)).toEqual({ record: ai, seq: 2, eventNo: 5, operatorMark: 2 });
    await store.conversations.recordMode(key, { ...ai, epoch: 3 }, [{ n: 9, type: 'mode', at: since(), data: {} }]);
    expect(await store.conversations.resumePoint(key)).toMatchObject({ record: { epoch: 3 }, eventNo: 9 });
  });

  test('lists are newest first, page without gaps or repeats, and carry the last words of a person or the AI', async () => {
    const store = await fixture.connect();
    const businessId = `list-${anyAddress()}`;
    const names: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      const { conversation } = await accept(
        store,
        customerMessage(`a${i}`, { businessId, channel: i % 2 ? 'web' : 'api' }),
      );
      names.unshift(conversation.conversationId);
      await store.transcripts.append(conversation, [
        ...[row(1), row(2), row(3, { visibility: 'team', author: 'operator' }), row(4, { author: 'system' })],
      ]);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const filter = { limit: 5, ...(cursor ? { cursor } : {}) };
      const page: Awaited<ReturnType<typeof store.conversations.list>> = await store.conversations.list(
        businessId,
        filter,
      );
      for (const one of page.conversations) {
        seen.push(one.conversationId);
        expect(one.lastMessage).toEqual({ author: 'customer', text: 'clean 2' });
      }
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(names);
    // What nobody waits for is written now, not between two counts.
    await store.ingress.flush();
    const before = store.operations();
    expect((await store.conversations.list(businessId, { limit: 50, channel: 'web' })).conversations).toHaveLength(6);
    expect(store.operations()).toEqual({ ...before, aggregate: (before.aggregate ?? 0) + 1 });
    expect((await store.conversations.list(businessId, { limit: 50, cursor: 'rubbish' })).conversations).toHaveLength(
      12,
    );
  });

  test('a conversation in which nobody wrote yet is in no list', async () => {
    const store = await fixture.connect();
    const businessId = `empty-${anyAddress()}`;
    const key = await store.conversations.create({ businessId, channel: 'web', account: 'main', address: 'a' });
    expect((await store.conversations.list(businessId, { limit: 5 })).conversations).toEqual([]);
    await accept(store, customerMessage('a', { businessId }));
    expect((await store.conversations.list(businessId, { limit: 5 })).conversations).toMatchObject([key]);
  });

  test('an owner whom the workflow knows by id is shown with the name he signed with last', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const { conversation: key } = await accept(store, customerMessage(address));
    const say = (id: string, name?: string) =>
      accept(store, operatorMessage(address, { operator: { id, ...(name === undefined ? {} : { name }) } }));
    // What nobody waits for is written now, not between two counts.
    await store.ingress.flush();
    const before = store.operations();
    await say('lan.$x', '$Lan');
    // The numbering, and perhaps the batch of marks: none for the name.
    expect(store.operations().update).toBeLessThanOrEqual((before.update ?? 0) + 2);
    await say('minh', 'Minh');
    await say('lan.$x', '$Lan Tran');
    await say('lan.$x');
    const owned: ModeRecord = { ...ai, mode: 'operator', epoch: 2, operator: { id: 'lan.$x' } };
    await store.conversations.recordMode(key, owned, []);
    const found = await store.conversations.find('hotel', key.conversationId);
    expect(found?.operator).toEqual({ id: 'lan.$x', name: '$Lan Tran' });
    await store.conversations.recordMode(key, { ...owned, epoch: 3, operator: { id: 'unsigned' } }, []);
    expect((await store.conversations.find('hotel', key.conversationId))?.operator).toEqual({ id: 'unsigned' });
  });

  test('a draft is told while it is under way, without a number, and taken back by the send', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.transcripts.append(key, [row(1)]);
    // What nobody waits for is written now, not between two counts.
    await store.ingress.flush();
    const before = store.operations();
    await store.conversations.noteDraft(key, 'started');
    expect(store.operations()).toEqual({ ...before, update: (before.update ?? 0) + 1 });
    const draft = { n: 1, type: 'draft', data: { state: 'started' } };
    expect(await store.conversations.eventsAfter(key, 0)).toMatchObject([{ n: 1, type: 'message' }, draft]);
    await store.conversations.noteDraft(key, 'dropped');
    expect(await store.conversations.eventsAfter(key, 1)).toMatchObject([{ ...draft, data: { state: 'dropped' } }]);
    await store.conversations.noteDraft(key, 'started');
    await store.outbox.claimAiSend(key, { outboxKey: 'k', epoch: 1, consumedMark: 0, leaseMs: 100 });
    expect(await store.conversations.eventsAfter(key, 1)).toEqual([]);
  });

  test('a draft that a change of mode overtook is told to nobody', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.conversations.recordMode(key, { ...ai, mode: 'waiting', epoch: 2 }, []);
    await store.conversations.noteDraft(key, 'started');
    expect(await store.conversations.eventsAfter(key, 0)).toEqual([]);
    await store.conversations.recordMode(key, { ...ai, epoch: 3 }, []);
    expect(await store.conversations.eventsAfter(key, 0)).toMatchObject([{ type: 'draft' }]);
  });

  test('lists filter by mode and reason', async () => {
    const store = await fixture.connect();
    const businessId = `filter-${anyAddress()}`;
    const { conversation } = await accept(store, customerMessage('a', { businessId }));
    await accept(store, customerMessage('b', { businessId }));
    const handoff = { reasons: [signal, { ...signal, reason: 'attachment' as const }], since: since() };
    await store.conversations.recordMode(conversation, { ...ai, mode: 'waiting', epoch: 2, handoff }, []);
    const ids = async (filter: object) =>
      (await store.conversations.list(businessId, { limit: 9, ...filter })).conversations.map(
        (one) => one.conversationId,
      );
    expect(await ids({ mode: 'waiting' })).toEqual([conversation.conversationId]);
    expect(await ids({ reason: 'attachment' })).toEqual([conversation.conversationId]);
    expect(await ids({ reason: 'low_confidence' })).toEqual([]);
    expect(await ids({ mode: 'ai' })).toHaveLength(1);
  });

  test('counts tell handoffs by reason, how fast they were answered, and who wrote', async () => {
    const store = await fixture.connect();
    const businessId = `count-${anyAddress()}`;
    const { conversation: key } = await accept(store, customerMessage('a', { businessId }));
    await store.transcripts.append(key, [row(1), row(2, { author: 'ai' }), row(3, { author: 'operator' })]);
    const handoff = { reasons: [signal], since: new Date(Date.now() - 5000).toISOString() };
    const waiting: ModeRecord = { ...ai, mode: 'waiting', epoch: 2, handoff };
    await store.conversations.recordMode(key, waiting, []);
    await store.conversations.recordMode(key, waiting, []);
    await store.conversations.recordMode(key, { ...waiting, mode: 'operator', epoch: 3 }, []);
    await store.conversations.recordMode(key, { ...waiting, mode: 'operator', epoch: 4 }, []);
    const counts = await store.conversations.counts(
      businessId,
      new Date(Date.now() - 60_000),
      new Date(Date.now() + 1000),
    );
    expect(counts).toMatchObject({
      conversations: 1,
      modes: { operator: 1 },
      messages: { customer: 1, ai: 1, operator: 1 },
      handoffs: { total: 1, byReason: { explicit_request: 1 }, answered: { count: 1 } },
    });
    const { medianMs } = (counts.handoffs as { answered: { medianMs: number } }).answered;
    expect(medianMs).toBeGreaterThanOrEqual(5000);
    expect(medianMs).toBeLessThan(10_000);
    expect(await store.conversations.counts(businessId, new Date(0), new Date(1))).toMatchObject({ conversations: 0 });
  });

  test('a tool is asked once: the first answer stands', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    expect(await store.toolResults.find(key, 'c')).toBeNull();
    expect(await store.toolResults.save(key, 'c', '{"a":1}')).toBe('{"a":1}');
    expect(await store.toolResults.save(key, 'c', '{"a":2}')).toBe('{"a":1}');
    expect(await store.toolResults.find(key, 'c')).toBe('{"a":1}');
  });
});
