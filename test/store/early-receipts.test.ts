/** Receipts that come before their send knows its id, whichever process hears of them. */
import type { ConversationKey, Store } from '../../store/store';
import { newConversation, storeFixture } from './store-fixture';

const fixture = storeFixture();
const WHERE = { channel: 'sim', account: 'a' };
let sends = 0;
let sender: Store;
let receiver: Store;
let key: ConversationKey;
beforeEach(async () => {
  [sender, receiver] = await Promise.all([fixture.connect(), fixture.connect()]);
  key = await newConversation(sender);
});

/** A send on its way to `address`. */
async function begun(address: string): Promise<string> {
  const outboxKey = `${key.workflowId}:reply:${++sends}:0`;
  const row = { ...WHERE, outboxKey, workflowId: key.workflowId, purpose: 'reply', address, text: 'words' };
  await sender.outbox.begin({ ...row, state: 'pending' });
  await sender.outbox.settle(outboxKey, 'claimed');
  return outboxKey;
}

const receipt = (address: string, messageId: string, state: 'delivered' | 'read' | 'failed' | 'sent' = 'delivered') =>
  receiver.outbox.keepEarlyReceipt({ address, messageId, state }, WHERE);
const stateOf = async (outboxKey: string) => (await receiver.outbox.find(outboxKey))?.state;

describe('several who settle one send at once', () => {
  it('each read what their own write found and left: one of them made it fail', async () => {
    const mine = await begun('linh');
    const settle = (index: number) => (index % 2 ? sender : receiver).outbox.settle(mine, 'failed', { error: 'no' });
    const settled = await Promise.all(Array.from({ length: 8 }, (_, index) => settle(index)));
    expect(settled.filter((one) => one?.was === 'claimed')).toHaveLength(1);
    expect(settled.filter((one) => one?.was === 'failed')).toHaveLength(7);
    expect(new Set(settled.map((one) => `${one?.is}: ${one?.error}`))).toEqual(new Set(['failed: no']));
  });
});

describe('a receipt before its send was answered', () => {
  it('counts as soon as the send has its id, and of several sends for the right one', async () => {
    const [mine, other, elsewhere] = await Promise.all([begun('lan'), begun('lan'), begun('nam')]);
    expect(await receipt('lan', 'm1')).toBe(true);
    await sender.outbox.settle(other, 'sent', { providerMessageId: 'm2' });
    await sender.outbox.settle(elsewhere, 'sent', { providerMessageId: 'm3' });
    await sender.outbox.settle(mine, 'sent', { providerMessageId: 'm1' });
    expect([await stateOf(mine), await stateOf(other), await stateOf(elsewhere)]).toEqual([
      'delivered',
      'sent',
      'sent',
    ]);
  });

  it('waits also where nobody knows whether the send arrived', async () => {
    const mine = await begun('mai');
    await sender.outbox.settle(mine, 'unknown', { error: 'no answer' });
    expect(await receipt('mai', 'm4', 'read')).toBe(true);
    expect(await stateOf(mine)).toBe('unknown');
    await receiver.outbox.settle(mine, 'sent', { providerMessageId: 'm4' });
    expect(await stateOf(mine)).toBe('read');
  });

  it('never goes back, in whatever order several come', async () => {
    const mine = await begun('hoa');
    for (const state of ['read', 'delivered', 'sent', 'failed', 'read'] as const) await receipt('hoa', 'm5', state);
    await sender.outbox.settle(mine, 'sent', { providerMessageId: 'm5' });
    expect(await stateOf(mine)).toBe('read');
  });

  it("keeps the provider's no: that the message was taken proves no arrival", async () => {
    const mine = await begun('tam');
    await receipt('tam', 'm6', 'failed');
    await sender.outbox.settle(mine, 'sent', { providerMessageId: 'm6' });
    expect(await stateOf(mine)).toBe('failed');
  });

  it('is kept under any name of the customer, and tells why, to the one write that made it so', async () => {
    const mine = await begun('VN.tam');
    const failed = { address: '84901', aliases: ['VN.tam'], messageId: 'm9', state: 'failed', why: 'blocked' } as const;
    expect(await receiver.outbox.keepEarlyReceipt(failed, WHERE)).toBe(true);
    const sent = await sender.outbox.settle(mine, 'sent', { providerMessageId: 'm9' });
    expect(sent).toEqual({ was: 'claimed', is: 'failed', error: 'blocked' });
    const again = await receiver.outbox.settle(mine, 'failed');
    expect(again).toMatchObject({ was: 'failed', is: 'failed' });
  });

  it('is of no concern where nothing is on its way, or nothing without an id', async () => {
    expect(await receipt('vy', 'm7')).toBe(false);
    const mine = await begun('vy');
    await sender.outbox.settle(mine, 'sent', { providerMessageId: 'm8' });
    expect(await receipt('vy', 'm7')).toBe(false);
    expect(await stateOf(mine)).toBe('sent');
  });

  it('is either kept in time or finds the id already there, whoever is faster', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const address = `racer-${index}`;
        const messageId = `raced-${index}`;
        const mine = await begun(address);
        const receives = async () => {
          const kept = await receipt(address, messageId);
          return { kept, known: (await receiver.outbox.findByProviderId({ ...WHERE, messageId })) !== null };
        };
        const [told] = await Promise.all([
          receives(),
          sender.outbox.settle(mine, 'sent', { providerMessageId: messageId }),
        ]);
        return { ...told, state: await stateOf(mine) };
      }),
    );
    for (const { kept, known, state } of outcomes) {
      expect(kept || known).toBe(true);
      expect(state).toBe(kept ? 'delivered' : 'sent');
    }
  });
});
