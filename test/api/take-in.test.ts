/** Who waits for Temporal when a message comes in, with a Temporal that answers only when the test lets it. */
import type { ConversationWorkflows } from '../../api/conversations';
import { createMetrics } from '../../api/metrics';
import { pumpOnce } from '../../api/pump';
import { createTakeIn } from '../../api/take-in';
import { createLog } from '../../log';
import type { Store } from '../../store/store';
import { until } from '../support/until';
import { KEYS, newId, openStore, playTemporal, startApi, type TestApi } from './support';

/** Signals wait at the gate until it is opened; `arrived` tells which conversations' messages stand there or passed. */
function gatedTemporal() {
  const waiting: (() => void)[] = [];
  const arrived: string[] = [];
  const passed: string[] = [];
  let open = false;
  const conversations: ConversationWorkflows = {
    async signal({ number }, { conversationId }) {
      const name = `${conversationId}/${number}`;
      arrived.push(name);
      if (!open) await new Promise<void>((resolve) => waiting.push(resolve));
      passed.push(name);
    },
    erase: async () => {},
    close: async () => {},
  };
  const letThrough = () => {
    open = true;
    for (const pass of waiting.splice(0)) pass();
  };
  return { conversations, arrived, passed, letThrough };
}

let api: TestApi | undefined;
let store: Store | undefined;
afterEach(() => Promise.all([api?.close(), store?.close()]));

const write = async (conversationId: string, messageId: string) => {
  const path = `/v1/conversations/${conversationId}/messages`;
  const { status } = (await api?.ask('POST', path, { key: KEYS.channel, body: { messageId, text: 'Hello' } })) ?? {};
  return status;
};

test('a message is acknowledged while Temporal has yet to answer, and signalled in its turn', async () => {
  const temporal = gatedTemporal();
  api = await startApi({ conversations: temporal.conversations });
  for (const [conversation, message] of [
    ['first', 'a'],
    ['first', 'b'],
    ['second', 'a'],
  ] as const) {
    expect(await write(conversation, message)).toBe(202);
  }
  expect(temporal.arrived).toEqual(['first/1', 'second/1']);
  temporal.letThrough();
  await until('all three signals', () => temporal.passed.length === 3);
  expect(temporal.passed).toEqual(['first/1', 'second/1', 'first/2']);
});

test('a server that leaves has passed on what it took', async () => {
  const temporal = gatedTemporal();
  const leaving = await startApi({ conversations: temporal.conversations });
  api = leaving;
  expect(await write('last', 'a')).toBe(202);
  let left = false;
  const close = leaving.close().then(() => {
    left = true;
  });
  api = undefined;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([left, temporal.passed]).toEqual([false, []]);
  temporal.letThrough();
  await close;
  expect(temporal.passed).toEqual(['last/1']);
});

test('with very many signals under way the next caller waits for his', async () => {
  const temporal = gatedTemporal();
  api = await startApi({ conversations: temporal.conversations });
  for (let written = 0; written < 128; written += 8) {
    const few = Array.from({ length: 8 }, (_, index) => write(`crowd-${written + index}`, 'a'));
    expect(new Set(await Promise.all(few))).toEqual(new Set([202]));
  }
  let answered = false;
  const next = write('one-more', 'a').then((status) => {
    answered = true;
    return status;
  });
  await until('the signal of one more', () => temporal.arrived.includes('one-more/1'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(answered).toBe(false);
  temporal.letThrough();
  expect(await next).toBe(202);
});

test('what comes when Temporal is back does not overtake what waits for the pump', async () => {
  const temporal = playTemporal();
  store = await openStore();
  const { ingress } = store;
  const [metrics, log] = [createMetrics(), createLog('silent')];
  const takeIn = createTakeIn({ ingress, conversations: temporal, metrics });
  const late = newId();
  const take = async (address: string) => {
    const content = { text: 'Hello' };
    const place = { businessId: 'test-shop', channel: 'api', account: 'default', address, conversationId: address };
    const message = { author: 'customer', kind: 'message', messageId: newId(), revision: 0, content } as const;
    await takeIn.take({ ...place, ...message });
    await takeIn.forwarded();
  };
  const numbers = () => temporal.signalled.map(({ number }) => number);
  temporal.away = true;
  await take(late);
  temporal.away = false;
  await take(late);
  expect(numbers()).toEqual([]);
  await take(newId());
  expect(numbers()).toEqual([1]);
  const pump = { ingress, forward: takeIn.forward, metrics, log };
  const pumped = (count: number) =>
    until(`${count} signals`, async () => {
      await pumpOnce(pump, 1);
      return temporal.signalled.length === count;
    });
  await pumped(2);
  await take(late);
  expect(numbers()).toEqual([1, 1]);
  await pumped(4);
  await take(late);
  expect(numbers()).toEqual([1, 1, 2, 3, 4]);
});
