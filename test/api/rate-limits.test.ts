import { createRateLimit } from '../../api/rate-limit';
import { KEYS, newId, newMessage, startApi, type TestApi, testConfig } from './support';

/** Low limits and many requests, so that a slow machine does not refill the buckets meanwhile. */
let byKey: TestApi;
let byConversation: TestApi;
beforeAll(async () => {
  byKey = await startApi({ config: testConfig({ rateLimit: { key: 2, conversation: 10_000 } }) });
  const config = testConfig({ rateLimit: { key: 10_000, conversation: 2 } });
  byConversation = await startApi({ store: byKey.store, config });
});
afterAll(async () => {
  await byConversation.close();
  await byKey.close();
});

const burst = async (api: TestApi, count: number, id: () => string) =>
  Promise.all(
    Array.from({ length: count }, () =>
      api.ask('POST', `/v1/conversations/${id()}/messages`, { key: KEYS.channel, body: newMessage() }),
    ),
  );

test('a conversation in a hurry is told when to come back, another is not slowed', async () => {
  const busy = newId();
  const answers = await burst(byConversation, 20, () => busy);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 202).length).toBeGreaterThanOrEqual(2);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  expect(refused[0]?.body.type).toBe('urn:baton:problem:too-many-requests');
  const [other] = await burst(byConversation, 1, newId);
  expect(other?.status).toBe(202);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const [again] = await burst(byConversation, 1, () => busy);
  expect(again?.status).toBe(202);
});

test('a key has a limit over all its conversations, another key its own', async () => {
  const answers = await burst(byKey, 20, newId);
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect((await byKey.ask('GET', '/v1/conversations', { key: KEYS.viewer })).status).toBe(200);
});

describe('a bucket', () => {
  test('fills with time up to one second of requests', () => {
    let now = 0;
    const take = createRateLimit(2, () => now);
    take('a');
    take('a');
    expect(() => take('a')).toThrow('At most 2 a second');
    now += 500;
    take('a');
    expect(() => take('a')).toThrow();
    now += 60_000;
    take('a');
    take('a');
    expect(() => take('a')).toThrow();
  });

  test('of one id is not another’s', () => {
    const take = createRateLimit(1, () => 0);
    take('a');
    take('b');
    expect(() => take('a')).toThrow();
  });

  test('is forgotten rather than kept for ever', () => {
    const take = createRateLimit(1, () => 0);
    for (let i = 0; i < 60_000; i++) take(`id-${i}`);
    take('id-0');
    expect(() => take('id-59999')).toThrow();
  });
});
