import type { CleanText } from '../../domain/message';
import type { ModeRecord, StoredEvent } from '../../store/store';
import { begin, KEYS, keyOf, openSession, row, startApi, type TestApi } from './support';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Event {
  id?: string;
  event?: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events as they please
  data?: any;
}

/** Reads a stream until `count` events came; then on for `beyondMs`, for what should not come. */
async function readEvents(id: string, key: string, ask: { count: number; after?: string; beyondMs?: number }) {
  const stop = new AbortController();
  const response = await fetch(`${api.url}/v1/conversations/${id}/events`, {
    headers: { authorization: `Bearer ${key}`, ...(ask.after !== undefined && { 'last-event-id': ask.after }) },
    signal: stop.signal,
  });
  const events: Event[] = [];
  let text = '';
  let timer = setTimeout(() => stop.abort(), 45_000);
  try {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = Object.fromEntries(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        if (fields.event) events.push({ ...fields, data: JSON.parse(fields.data ?? 'null') });
      }
      if (events.length < ask.count) continue;
      if (ask.beyondMs === undefined) break;
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), ask.beyondMs);
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
  clearTimeout(timer);
  stop.abort();
  return { response, events };
}

const waiting = (at: string): ModeRecord => ({
  mode: 'waiting',
  epoch: 2,
  handoff: { reasons: [{ reason: 'explicit_request', score: 1, threshold: 0.5, evidence: 'a person' }], since: at },
  operator: null,
  waitingSince: at,
  nextTimer: null,
});
async function handOff(id: string, n: number) {
  const at = new Date().toISOString();
  const record = waiting(at);
  const events: StoredEvent[] = [
    { n, type: 'mode', at, data: { mode: 'waiting', epoch: 2, reasons: record.handoff?.reasons } },
    { n: n + 1, type: 'handoff', at, data: { reasons: record.handoff?.reasons, since: at } },
  ];
  await api.store.conversations.recordMode(await keyOf(api, id), record, events);
}

describe('the event stream', () => {
  test('begins with everything there is and goes on live', async () => {
    const { id, key } = await begin(api);
    await api.store.transcripts.append(key, [row(1)]);
    const reading = readEvents(id, KEYS.viewer, { count: 4 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await api.store.transcripts.append(key, [row(2)]);
    await handOff(id, 3);
    const { response, events } = await reading;
    expect(events.map(({ id, event }) => [id, event])).toEqual([
      ['1', 'message'],
      ['2', 'message'],
      ['3', 'mode'],
      ['4', 'handoff'],
    ]);
    expect(events[1]?.data).toMatchObject({ seq: 2, messageId: 'row-2', author: 'ai', text: 'row 2' });
    expect(events[3]?.data.reasons[0]).toMatchObject({ reason: 'explicit_request' });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toMatch('no-transform');
  });

  test('tells of a change to whoever is reading', async () => {
    const { id, key } = await begin(api);
    const reading = readEvents(id, KEYS.viewer, { count: 1 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    await api.store.transcripts.append(key, [row(1)]);
    expect((await reading).events.map(({ data }) => data.seq)).toEqual([1]);
  });

  test('resumes after Last-Event-ID, neither repeating nor leaving out', async () => {
    const { id, key } = await begin(api);
    await api.store.transcripts.append(key, [row(1), row(2), row(3)]);
    const { events } = await readEvents(id, KEYS.viewer, { count: 2, after: '1' });
    expect(events.map(({ data }) => data.seq)).toEqual([2, 3]);
  });

  test('starts at the beginning where Last-Event-ID is not one of ours', async () => {
    const { id, key } = await begin(api);
    await api.store.transcripts.append(key, [row(1)]);
    for (const after of ['-1', 'abc', '9'.repeat(40), '1e3']) {
      expect((await readEvents(id, KEYS.viewer, { count: 1, after })).events).toHaveLength(1);
    }
  });

  test('tells a re-masked row as a message and a receipt as a delivery', async () => {
    const { id, key } = await begin(api);
    await api.store.transcripts.append(key, [row(1)]);
    const reading = readEvents(id, KEYS.viewer, { count: 3 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await api.store.transcripts.amend(key, 1, { text: '[PAYMENT_CARD]' as CleanText, eventNo: 2 });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await api.store.transcripts.amend(key, 1, { delivery: 'delivered', eventNo: 3 });
    const { events } = await reading;
    expect(events.map(({ event }) => event)).toEqual(['message', 'message', 'delivery']);
    expect(events[1]?.data.text).toBe('[PAYMENT_CARD]');
    expect(events[2]?.data).toEqual({ seq: 1, messageId: 'row-1', delivery: 'delivered' });
  });

  test('gives a widget public rows and modes without reasons', async () => {
    const { conversationId, token } = await openSession(api);
    const key = await keyOf(api, conversationId);
    await api.store.transcripts.append(key, [row(1), row(2, { visibility: 'team', text: 'a note' as CleanText })]);
    await handOff(conversationId, 3);
    await api.store.transcripts.append(key, [row(3, { eventNo: 5, author: 'system', purpose: 'ack' })]);
    const { events } = await readEvents(conversationId, token, { count: 3, beyondMs: 1_000 });
    expect(events.map(({ event }) => event)).toEqual(['message', 'mode', 'message']);
    expect(events[1]?.data).toEqual({ mode: 'waiting', epoch: 2 });
  });

  test('tells viewers and widgets that a draft was started or dropped, without an id', async () => {
    const { conversationId, token } = await openSession(api);
    const key = await keyOf(api, conversationId);
    await api.store.transcripts.append(key, [row(1, { author: 'customer' })]);
    const reading = [KEYS.viewer, token].map((bearer) => readEvents(conversationId, bearer, { count: 4 }));
    for (const state of ['started', 'dropped', 'started'] as const) {
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      await api.store.conversations.noteDraft(key, state);
    }
    for (const { events } of await Promise.all(reading)) {
      expect(events.map(({ id, event, data }) => [id, event, data.state])).toEqual([
        ['1', 'message', undefined],
        [undefined, 'draft', 'started'],
        [undefined, 'draft', 'dropped'],
        [undefined, 'draft', 'started'],
      ]);
      expect(Object.keys(events[1]?.data)).toEqual(['state']);
    }
  });

  test('ends when its conversation is erased', async () => {
    const { id } = await begin(api);
    const response = await fetch(`${api.url}/v1/conversations/${id}/events`, {
      headers: { authorization: `Bearer ${KEYS.viewer}` },
    });
    await api.ask('DELETE', `/v1/conversations/${id}`, { key: KEYS.privacy });
    expect(await response.text()).toMatch(/^retry: 2000/);
  });
});
