import type { CleanText } from '../../domain/message';
import type { ConversationKey, Store } from '../../store/store';
import { newConversation, pause, row, storeFixture } from './store-fixture';

describe('transcripts', () => {
  const fixture = storeFixture();

  test('a row written again is left as it is and returned as stored', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    const rows = [row(1, { originalId: 'o1' }), row(2, { outboxKey: `${key.workflowId}/1` }), row(3)];
    expect(await store.transcripts.append(key, rows)).toEqual(rows);
    const retried = [row(1, { originalId: 'o1', text: 'other' as CleanText }), row(4, { originalId: 'o4' })];
    const stored = await store.transcripts.append(key, retried);
    expect(stored).toEqual([rows[0], retried[1]]);
    const moved = await store.transcripts.append(key, [row(9, { outboxKey: `${key.workflowId}/1` })]);
    expect(moved).toEqual([rows[1]]);
    expect(await store.transcripts.all(key)).toEqual([...rows, retried[1]]);
  });

  test('a row whose number a lost workflow task gave to another message takes the next free one', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    const rows = [row(1), row(2), row(3)];
    await store.transcripts.append(key, rows);
    const moved = await store.transcripts.append(key, [
      row(2, { messageId: 'another' }),
      row(3, { messageId: 'third' }),
    ]);
    expect(moved.map(({ seq, eventNo, messageId }) => [seq, eventNo, messageId])).toEqual([
      [4, 4, 'another'],
      [5, 5, 'third'],
    ]);
    expect(await store.transcripts.all(key)).toEqual([...rows, ...moved]);
  });

  test('an older version of a text never replaces a newer one, a receipt never goes back', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.transcripts.append(key, [row(1, { delivery: 'sent' }), row(2)]);
    await store.transcripts.amend(key, 1, { text: 'edited' as CleanText, eventNo: 8 });
    await store.transcripts.amend(key, 1, { text: 'masked' as CleanText, eventNo: 7 });
    await store.transcripts.amend(key, 1, { delivery: 'read', eventNo: 9 });
    await store.transcripts.amend(key, 1, { delivery: 'delivered', eventNo: 10 });
    const stored = await store.transcripts.byMessageId(key, 'm1');
    expect(stored).toMatchObject({ seq: 1, text: 'edited', delivery: 'read', eventNo: 9 });
    expect(await store.transcripts.byMessageId(key, 'none')).toBeNull();
  });

  const finds = (store: Store) => store.operations().find ?? 0;

  test('a lone writer is served from memory after the first read', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.transcripts.append(key, [row(1)]);
    await store.transcripts.recent(key, { upTo: 1, version: 0, limit: 20 });
    const before = finds(store);
    for (let seq = 2; seq <= 90; seq += 1) {
      await store.transcripts.append(key, [row(seq)]);
      const window = await store.transcripts.recent(key, { upTo: seq, version: 0, limit: 20 });
      expect(window.map((one) => one.seq)).toEqual(
        Array.from({ length: Math.min(seq, 20) }, (_, i) => Math.max(1, seq - 19) + i),
      );
    }
    expect(finds(store)).toBe(before);
  });

  test('a window is never stale when workers take turns, land out of order and amend', async () => {
    const workers = (await Promise.all([fixture.connect(), fixture.connect(), fixture.connect()])) as [
      Store,
      Store,
      Store,
    ];
    const key = await newConversation(workers[0]);
    const truth = new Map<number, string>();
    let seed = 7;
    const random = (limit: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % limit;
    };
    const write = async (worker: Store, key: ConversationKey, seq: number) => {
      await worker.transcripts.append(key, [row(seq)]);
      truth.set(seq, `clean ${seq}`);
    };
    let version = 0;
    let seq = 0;
    for (let step = 0; step < 220; step += 1) {
      const worker = workers[random(3)] as Store;
      const kind = random(10);
      if (kind < 6) await write(worker, key, ++seq);
      else if (kind < 8) {
        // Two numbers given, the later row lands first, readers look in between.
        seq += 2;
        await write(worker, key, seq);
        await (workers[random(3)] as Store).transcripts.recent(key, { upTo: seq, version, limit: 10 });
        await write(workers[random(3)] as Store, key, seq - 1);
      } else if (kind === 8) seq += 1;
      else if (seq > 0) {
        const target = 1 + random(seq);
        if (truth.has(target)) {
          version += 1;
          await worker.transcripts.amend(key, target, { text: `v${version}` as CleanText, eventNo: 1000 + version });
          truth.set(target, `v${version}`);
        }
      }
      const window = await (workers[random(3)] as Store).transcripts.recent(key, { upTo: seq, version, limit: 10 });
      const expected = [...truth]
        .filter(([n]) => n <= seq)
        .sort(([a], [b]) => a - b)
        .slice(-10);
      expect(window.map((one) => [one.seq, one.text])).toEqual(expected);
    }
  });
});

describe('readers', () => {
  const fixture = storeFixture();

  test('a page stops before a young hole and goes on when the hole is filled or old', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.transcripts.append(key, [row(1), row(2), row(4)]);
    const page = (after: number) => store.conversations.messages(key, { after, limit: 10, visibility: 'all' });
    expect(await page(0)).toMatchObject({ messages: [{ seq: 1 }, { seq: 2 }], next: 2 });
    await store.transcripts.append(key, [row(3)]);
    expect(await page(2)).toMatchObject({ messages: [{ seq: 3 }, { seq: 4 }], next: 4 });
    await store.transcripts.append(key, [row(7)]);
    expect(await page(4)).toEqual({ messages: [], next: 4 });
    await pause(2100);
    expect(await page(4)).toMatchObject({ messages: [{ seq: 7 }], next: 7 });
    expect(await page(7)).toEqual({ messages: [], next: 7 });
  });

  test('public pages skip what is for the team and still advance over it', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    const rows = Array.from({ length: 60 }, (_, i) =>
      row(i + 1, { visibility: (i + 1) % 20 === 0 ? 'public' : 'team' }),
    );
    await store.transcripts.append(key, rows);
    const page = (after: number, limit: number) =>
      store.conversations.messages(key, { after, limit, visibility: 'public' });
    expect(await page(0, 2)).toMatchObject({ messages: [{ seq: 20 }, { seq: 40 }] });
    expect(await page(41, 2)).toMatchObject({ messages: [{ seq: 60 }], next: 60 });
    expect((await store.conversations.messages(key, { after: 0, limit: 60, visibility: 'all' })).messages).toHaveLength(
      60,
    );
  });

  test('events come in the order of their numbers, rows in their latest state, behind no young hole', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.transcripts.append(key, [row(1), row(2)]);
    const record = {
      mode: 'waiting',
      epoch: 2,
      handoff: null,
      operator: null,
      waitingSince: null,
      nextTimer: null,
    } as const;
    const event = {
      n: 3,
      type: 'mode',
      at: new Date().toISOString(),
      data: { mode: 'waiting', why: '$quoted.path' },
    } as const;
    await store.conversations.recordMode(key, record, [event]);
    await store.conversations.recordMode(key, record, [event]);
    const events = await store.conversations.eventsAfter(key, 0);
    expect(events).toMatchObject([{ n: 1, row: { seq: 1 } }, { n: 2 }, { n: 3, type: 'mode', data: event.data }]);
    await store.transcripts.amend(key, 1, { text: 'masked' as CleanText, eventNo: 4 });
    await store.transcripts.append(key, [row(3, { eventNo: 6 })]);
    expect(await store.conversations.eventsAfter(key, 3)).toMatchObject([{ n: 4, row: { seq: 1, text: 'masked' } }]);
    await store.transcripts.append(key, [row(4, { eventNo: 5 })]);
    expect((await store.conversations.eventsAfter(key, 4)).map(({ n }) => n)).toEqual([5, 6]);
  });

  test('a row amended at once is told at once: its earlier numbers are no holes', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    await store.transcripts.append(key, [row(1), row(2)]);
    await store.transcripts.amend(key, 1, { delivery: 'sent', eventNo: 3 });
    await store.transcripts.amend(key, 1, { delivery: 'read', eventNo: 4 });
    expect((await store.conversations.eventsAfter(key, 0)).map(({ n }) => n)).toEqual([2, 4]);
    expect((await store.transcripts.all(key))[0]).toEqual({
      ...row(1),
      at: expect.any(String),
      delivery: 'read',
      eventNo: 4,
    });
    await store.transcripts.amend(key, 2, { delivery: 'read', eventNo: 6 });
    expect((await store.conversations.eventsAfter(key, 0)).map(({ n }) => n)).toEqual([4]);
  });

  test('a message in parts shows the least advanced of them, and readers who have it are told without a number', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    const send = `${key.workflowId}:reply:1`;
    const parts = [`${send}:0`, `${send}:1`];
    const other = { channel: 'sim', account: 'a', address: 'x', purpose: 'reply', text: 't' };
    for (const outboxKey of [...parts, `${key.workflowId}:reply:10:0`]) {
      await store.outbox.begin({ ...other, outboxKey, workflowId: key.workflowId, state: 'sent' });
    }
    await store.transcripts.append(key, [row(1, { outboxKey: `${send}:0`, delivery: 'sent' }), row(2)]);
    const receipt = async (part: number, state: 'delivered' | 'read' | 'failed') => {
      await store.outbox.settle(`${send}:${part}`, state);
      await store.transcripts.noteDelivery(`${send}:${part}`);
      return (await store.transcripts.bySeq(key, 1))?.delivery;
    };
    expect(await receipt(0, 'read')).toBe('sent');
    expect(await store.conversations.eventsAfter(key, 2)).toEqual([]);
    expect(await receipt(1, 'delivered')).toBe('delivered');
    expect(await receipt(1, 'failed')).toBe('delivered');
    const data = { seq: 1, messageId: row(1).messageId, visibility: 'public', delivery: 'delivered' };
    expect(await store.conversations.eventsAfter(key, 2)).toEqual([{ n: 2, type: 'delivery', data }]);
    expect(await receipt(1, 'read')).toBe('read');
    expect(await store.conversations.eventsAfter(key, 2)).toMatchObject([{ n: 2, data: { delivery: 'read' } }]);
    expect((await store.transcripts.bySeq(key, 1))?.eventNo).toBe(1);
    await store.transcripts.noteDelivery('of nothing:0');
  });

  test('listeners hear of rows and modes of every process, and of nothing once they left', async () => {
    const [writer, reader] = await Promise.all([fixture.connect(), fixture.connect()]);
    const heard: string[] = [];
    const rows: number[] = [];
    const stop = reader.watch((workflowId, pushed) => {
      heard.push(workflowId);
      if (pushed && 'row' in pushed) rows.push(pushed.row.seq);
    });
    await pause(500);
    const [a, b] = await Promise.all([newConversation(writer), newConversation(writer)]);
    await writer.transcripts.append(a, [row(1)]);
    const record = {
      mode: 'ai',
      epoch: 1,
      handoff: null,
      operator: null,
      waitingSince: null,
      nextTimer: null,
    } as const;
    await writer.conversations.recordMode(b, record, []);
    await pause(400);
    await writer.transcripts.amend(a, 1, { delivery: 'sent' });
    await pause(400);
    expect(heard.filter((id) => id === a.workflowId).length).toBe(2);
    expect(heard.filter((id) => id === b.workflowId).length).toBe(1);
    // New rows come along; of an amended one only the conversation is told.
    expect(rows).toEqual([1]);
    stop();
    await writer.transcripts.append(a, [row(2)]);
    await pause(300);
    expect(heard).toHaveLength(3);
  });
});
