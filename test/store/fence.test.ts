import type { ConversationKey, Store } from '../../store/store';
import {
  accept,
  anyAddress,
  customerMessage,
  newConversation,
  operatorMessage,
  pause,
  row,
  storeFixture,
} from './store-fixture';

const LEASE_MS = 150;
const claim = (store: Store, key: ConversationKey, outboxKey: string, consumedMark: number, epoch = 1) =>
  store.outbox.claimAiSend(key, { outboxKey, epoch, consumedMark, leaseMs: LEASE_MS });

describe('the fence', () => {
  const fixture = storeFixture();

  test('an AI send is claimed only under the present epoch and the mark the workflow has consumed', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const { conversation } = await accept(store, customerMessage(address));
    expect(await claim(store, conversation, 'k1', 0)).toBe('claimed');
    expect(await claim(store, conversation, 'k1', 0)).toBe('claimed');
    expect(await claim(store, conversation, 'k2', 0, 2)).toBe('superseded');
    const { reference } = await accept(store, operatorMessage(address));
    expect(await claim(store, conversation, 'k3', 0)).toBe('superseded');
    expect(await claim(store, conversation, 'k3', reference.number)).toBe('claimed');
  });

  test('from an operator message acknowledged on, no AI send starts, however the two interleave', async () => {
    const [api, worker] = await Promise.all([fixture.connect(), fixture.connect()]);
    const address = anyAddress();
    let consumed = 0;
    const key = (await accept(api, customerMessage(address))).conversation;
    const outcomes = { claimed: 0, superseded: 0, waited: 0 };
    for (let round = 0; round < 60; round += 1) {
      let sendStartedAt = 0;
      const send = async () => {
        await pause(Math.random() * 30);
        const leaseEnds = Date.now() + LEASE_MS;
        const result = await claim(worker, key, `send-${round}`, consumed);
        outcomes[result] += 1;
        await pause(Math.random() * 20);
        if (result === 'claimed' && Date.now() < leaseEnds) sendStartedAt = performance.now();
        if (round % 2 === 0) await worker.transcripts.append(key, [row(round + 1, { outboxKey: `send-${round}` })]);
      };
      const takeOver = async () => {
        await pause(Math.random() * 8);
        const { reference, fence, conversation } = await accept(api, operatorMessage(address));
        while (fence && !(await api.ingress.fenceClosed(conversation, fence))) await pause(3);
        if (fence) outcomes.waited += 1;
        return { mark: reference.number, acknowledgedAt: performance.now() };
      };
      const [, { mark, acknowledgedAt }] = await Promise.all([send(), takeOver()]);
      expect(sendStartedAt).toBeLessThan(acknowledgedAt);
      expect(await claim(worker, key, `late-${round}`, consumed)).toBe('superseded');
      consumed = mark;
    }
    expect(outcomes.claimed).toBeGreaterThan(0);
    expect(outcomes.superseded).toBeGreaterThan(0);
    expect(outcomes.waited).toBeGreaterThan(0);
  });

  test('a settled claim or one long over keeps no operator waiting', async () => {
    const store = await fixture.connect();
    const key = await newConversation(store);
    const address = await store.conversations.address(key);
    await claim(store, key, 'pull', 0);
    await store.transcripts.append(key, [row(1, { outboxKey: 'pull', author: 'ai' })]);
    expect((await accept(store, operatorMessage(address))).fence).toBeNull();
    await claim(store, key, 'push', 1);
    const send = { workflowId: key.workflowId, purpose: 'reply', channel: 'web', account: 'main', address };
    await store.outbox.begin({ ...send, outboxKey: 'push', state: 'claimed', text: 'hi' });
    const { fence } = await accept(store, operatorMessage(address));
    expect(fence?.outboxKey).toBe('push');
    await store.outbox.settle('push', 'sent', { providerMessageId: 'p1' });
    expect(await store.ingress.fenceClosed(key, fence as never)).toBe(true);
  });

  test('a redelivered operator message waits for the fence as the first delivery did', async () => {
    const store = await fixture.connect();
    const address = anyAddress();
    const { conversation } = await accept(store, customerMessage(address));
    await store.outbox.claimAiSend(conversation, {
      outboxKey: `open-${address}`,
      epoch: 1,
      consumedMark: 0,
      leaseMs: 1000,
    });
    const input = operatorMessage(address);
    await accept(store, input);
    expect(await store.ingress.accept(input)).toMatchObject({
      status: 'duplicate',
      fence: { outboxKey: `open-${address}` },
    });
  });
});

describe('echoes', () => {
  const fixture = storeFixture();

  async function conversationWithSend(text: string) {
    const store = await fixture.connect({ database: `echo-${anyAddress()}` });
    const address = anyAddress();
    const { conversation } = await accept(store, customerMessage(address));
    const outboxKey = `${conversation.workflowId}/reply/1`;
    const place = { channel: conversation.channel, account: conversation.account, address };
    const begin = () =>
      store.outbox.begin({
        ...place,
        outboxKey,
        workflowId: conversation.workflowId,
        purpose: 'reply',
        state: 'claimed',
        text,
      });
    return { store, address, conversation, outboxKey, begin };
  }
  const echo = (address: string, text: string, messageId = anyAddress()) =>
    operatorMessage(address, { content: { text }, messageId, inThread: true });

  test('an echo in its grace fences the AI, and frees it when it proves to be ours', async () => {
    const { store, address, conversation, begin, outboxKey } = await conversationWithSend('Hello  there');
    await store.ingress.holdEcho(echo(address, 'hello there', 'e1'), 50);
    expect(await claim(store, conversation, 'k', 0)).toBe('superseded');
    await begin();
    await pause(60);
    expect(await store.ingress.releaseEchoes()).toEqual([]);
    expect(await claim(store, conversation, 'k', 0)).toBe('claimed');
    expect((await store.outbox.find(outboxKey))?.state).toBe('claimed');
    expect((await accept(store, customerMessage(address))).reference.number).toBe(2);
  });

  test('an echo that nobody sent becomes an operator message once, with its mark', async () => {
    const { store, address, conversation } = await conversationWithSend('ours');
    const input = echo(address, 'a person wrote this');
    await store.ingress.holdEcho(input, 400);
    await store.ingress.holdEcho(input, 400);
    expect(await store.ingress.releaseEchoes()).toEqual([]);
    await pause(450);
    const released = (await Promise.all([store.ingress.releaseEchoes(), store.ingress.releaseEchoes()])).flat();
    expect(released).toMatchObject([
      { status: 'accepted', reference: { number: 2, author: 'operator', inThread: true } },
    ]);
    expect(await store.ingress.releaseEchoes()).toEqual([]);
    expect(await claim(store, conversation, 'k', 0)).toBe('superseded');
    expect(await claim(store, conversation, 'k', 2)).toBe('claimed');
    const rows = await store.ingress.leaseUnsignalled({ olderThanMs: 0, leaseMs: 1000, limit: 10 });
    expect(rows.map(({ reference }) => reference.number)).toEqual([1, 2]);
  });

  test('our text explains one echo only: the same words a moment later are a person', async () => {
    const { store, address, begin } = await conversationWithSend('Yes, of course.');
    await begin();
    const where = { channel: 'web', account: 'main' };
    const event = (messageId: string) =>
      ({
        kind: 'message',
        author: 'echo',
        address,
        messageId,
        revision: 0,
        content: { text: 'Yes, of course.' },
      }) as const;
    expect(await store.outbox.recognise(event('e1'), where)).toMatchObject({ purpose: 'reply', address });
    expect(await store.outbox.recognise(event('e1'), where)).not.toBeNull();
    expect(await store.outbox.recognise(event('e2'), where)).toBeNull();
    expect(await store.outbox.recognise({ ...event('e3'), address: 'elsewhere' }, where)).toBeNull();
  });

  test('a provider id or our own metadata is proof, whatever the text', async () => {
    const { store, address, begin, outboxKey } = await conversationWithSend('x');
    await begin();
    await store.outbox.settle(outboxKey, 'sent', { providerMessageId: 'p-9' });
    const where = { channel: 'web', account: 'main' };
    const event = {
      kind: 'edit',
      author: 'echo',
      address,
      messageId: 'p-9',
      revision: 3,
      content: { text: 'y' },
    } as const;
    expect((await store.outbox.recognise(event, where))?.outboxKey).toBe(outboxKey);
    const marked = { ...event, messageId: 'other', metadata: outboxKey };
    expect((await store.outbox.recognise(marked, where))?.outboxKey).toBe(outboxKey);
    expect(await store.outbox.recognise({ ...event, messageId: 'other' }, where)).toBeNull();
    expect(await store.outbox.recognise(event, { ...where, account: 'second' })).toBeNull();
  });
});

describe('the outbox', () => {
  const fixture = storeFixture();

  test('a retry finds the row as it stands, and a receipt never takes it back', async () => {
    const store = await fixture.connect();
    const { workflowId, channel, account } = await newConversation(store);
    const send = { outboxKey: anyAddress(), workflowId, purpose: 'reply', channel, account, address: 'a', seq: 4 };
    const begun = await Promise.all([1, 2, 3].map(() => store.outbox.begin({ ...send, state: 'claimed', text: 't' })));
    expect(begun.map(({ attempts }) => attempts).sort()).toEqual([1, 2, 3]);
    await store.outbox.settle(send.outboxKey, 'read');
    await store.outbox.settle(send.outboxKey, 'sent', { providerMessageId: '$p' });
    const again = await store.outbox.begin({ ...send, state: 'claimed', text: 't' });
    expect(again).toMatchObject({
      state: 'read',
      providerMessageId: expect.any(String),
      attempts: 4,
      seq: 4,
      address: 'a',
    });
    expect(await store.outbox.findByProviderId({ channel, account, messageId: '$p' })).toEqual(again);
    expect(await store.outbox.find('none')).toBeNull();
  });
});
