/** A channel whose provider is called: echoes, lost answers, refusals, places; on a simulated platform. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { begunBy, conversationIds } from '../support/first-words';
import { type SimulatedPlatform, startSimulatedPlatform } from '../support/simulated-platform';
import { startStack, type TestStack } from '../support/stack';
import type { Talk } from '../support/talk';
import { until } from '../support/until';

let platform: SimulatedPlatform;
let stack: TestStack;
beforeAll(async () => {
  platform = await startSimulatedPlatform();
  stack = await startStack({
    channels: [platform.channel],
    business: (business) => ({ ...business, places: [{ channel: 'simulated', account: 'main', chat: 'team' }] }),
  });
  platform.apiUrl = stack.url;
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await platform?.close();
});
beforeEach(() => {
  platform.misbehave = null;
});

const received = (address: string) => platform.delivered.filter(({ to }) => to === address).map(({ text }) => text);
const inPlace = (needle: string) => platform.delivered.filter(({ to, text }) => to === 'team' && text.includes(needle));

/** A customer's first message, and the conversation it began. */
async function begin(text: string): Promise<{ address: string; talk: Talk }> {
  const address = `customer-${randomUUID()}`;
  return { address, talk: await begunBy(stack, 'simulated', () => platform.customer(address, text)) };
}

/** What a live reader who has the whole conversation hears of deliveries; resolves once he listens. */
async function followDeliveries(talk: Talk): Promise<{ tellings: unknown[]; close(): void }> {
  const stop = new AbortController();
  const last = Math.max(...(await talk.messages()).map(({ eventNo }) => eventNo));
  const response = await fetch(`${talk.url}/v1/conversations/${talk.id}/events`, {
    headers: { authorization: `Bearer ${talk.keys.viewer}`, 'last-event-id': String(last) },
    signal: stop.signal,
  });
  const tellings: unknown[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      const frames = (text + Buffer.from(chunk).toString()).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const [, data] = /^event: delivery\ndata: (.*)$/m.exec(frame) ?? [];
        if (data) tellings.push(JSON.parse(data));
      }
    }
  };
  read().catch(() => undefined);
  return { tellings, close: () => stop.abort() };
}

describe('push channel', () => {
  it('does not take our own echo for a person, even before the send returned', async () => {
    platform.misbehave = 'echo before answer';
    const { address, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    await pause(3_500);
    expect((await talk.conversation()).mode).toBe('ai');
    platform.misbehave = null;
    await platform.customer(address, 'What time is breakfast?');
    const messages = await talk.replies(2);
    expect(messages.filter(({ author }) => author === 'ai').map(({ delivery }) => delivery)).toEqual(['sent', 'sent']);
    expect(received(address)).toHaveLength(2);
    expect(await talk.texts('operator')).toEqual([]);
  });

  it("takes a person who writes in the customer's thread for a takeover", async () => {
    const { address, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    await platform.echo(address, 'Hi, this is the owner. Come any time.');
    await talk.mode('operator');
    await platform.customer(address, 'What time is breakfast?');
    await pause(800);
    expect(await talk.texts('ai')).toHaveLength(1);
    expect(await talk.texts('operator')).toEqual(['Hi, this is the owner. Come any time.']);
    expect(received(address)).not.toContain('Hi, this is the owner. Come any time.');
  });

  it("takes the platform's automatic reply for nobody", async () => {
    const { address, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    await platform.echo(address, 'We are away', { automatic: true });
    await pause(300);
    expect((await talk.conversation()).mode).toBe('ai');
  });

  it('does not send again when the answer was lost, and tells the operators', async () => {
    platform.misbehave = 'deliver and hang up';
    const { address, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    platform.misbehave = null;
    await talk.until('a word to the team', (messages) =>
      messages.some(({ text }) => text.startsWith('Delivery unconfirmed')),
    );
    expect(received(address)).toHaveLength(1);
    expect((await talk.messages()).find(({ author }) => author === 'ai')?.delivery).toBe('unknown');
  });

  it('waits as long as the provider asks', async () => {
    platform.misbehave = 'throttle once';
    const { address, talk } = await begin('What time is check-in?');
    const messages = await talk.replies(1);
    expect(messages.at(-1)).toMatchObject({ author: 'ai', delivery: 'sent' });
    expect(received(address)).toHaveLength(1);
  });

  it('tells the operators when the provider refuses for good', async () => {
    platform.misbehave = 'refuse';
    const { address, talk } = await begin('What time is check-in?');
    await talk.until('a word to the team', (messages) =>
      messages.some(({ text }) => text === 'Not delivered to the customer: the window is closed.'),
    );
    expect(received(address)).toEqual([]);
  });

  it("briefs the operators' place with the whole conversation in parts, then forwards and relays", async () => {
    const { address, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    await platform.customer(address, 'Can I speak to a person? My card is 4111 1111 1111 1111');
    await talk.mode('waiting');
    await until('the brief', () => inPlace('Can I speak to a person').length > 0);
    const { workflowId } = await talk.conversation();
    const parts = () =>
      platform.delivered.filter(({ to, key }) => to === 'team' && key.startsWith(`${workflowId}:brief`));
    await until('a second part', () => parts().length > 1);
    const brief = parts();
    expect(brief.every(({ text }) => text.length <= 400)).toBe(true);
    const whole = brief.map(({ text }) => text).join(' ');
    expect(whole).toContain('What time is check-in?');
    expect(whole).toContain('[PAYMENT_CARD]');
    expect(whole).not.toContain('4111');
    await platform.customer(address, 'hello? it is urgent-7');
    await until('the forward', () => inPlace('urgent-7').length > 0);
    expect(inPlace('urgent-7')).toHaveLength(1);
    expect((await talk.operator('On my way')).status).toBe(202);
    await until('her words', () => received(address).includes('On my way'));
    expect(received(address).filter((text) => text === 'On my way')).toHaveLength(1);
    await talk.until('the delivery', (messages) =>
      messages.some(({ text, delivery }) => text === 'On my way' && delivery === 'sent'),
    );
  });

  it('shows a receipt on the row and tells live readers, who never hear it taken back', async () => {
    const { address, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    const { id = '' } = platform.delivered.find(({ to }) => to === address) ?? {};
    const before = (await talk.messages()).at(-1);
    const { tellings, close } = await followDeliveries(talk);
    expect(await platform.receipt(id, 'delivered')).toBe(200);
    await until('that it arrived', () => tellings.length === 1);
    expect(await platform.receipt(id, 'read')).toBe(200);
    expect(await platform.receipt(id, 'delivered')).toBe(200);
    await until('that it was read', () => tellings.length === 2);
    await pause(500);
    close();
    const about = { seq: before?.seq, messageId: before?.messageId };
    expect(tellings).toEqual([
      { ...about, delivery: 'delivered' },
      { ...about, delivery: 'read' },
    ]);
    expect((await talk.messages()).at(-1)).toEqual({ ...before, delivery: 'read' });
    const resumed = await followDeliveries(talk);
    await until('what was missed', () => resumed.tellings.length === 1);
    resumed.close();
    expect(resumed.tellings).toEqual([{ ...about, delivery: 'read' }]);
  });

  it('shows a receipt that comes hard on the heels of its send', async () => {
    platform.beforeAnswer = async ({ id, to }) => {
      if (to === 'team') return;
      setTimeout(() => void platform.receipt(id, 'read'), 60);
    };
    const { talk } = await begin('What time is check-in?');
    await talk.until('the receipt', (messages) => messages.some(({ delivery }) => delivery === 'read'));
    platform.beforeAnswer = null;
  });

  it('refuses a forged webhook and stores nothing', async () => {
    const before = (await conversationIds(stack, 'simulated')).length;
    expect(await platform.webhook({ type: 'message', from: 'forger', text: 'hello', id: 'f-1' }, '00')).toBe(401);
    expect((await conversationIds(stack, 'simulated')).length).toBe(before);
  });
});
