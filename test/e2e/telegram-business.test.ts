/** Telegram Business through the whole product: the AI and the owner answer in the same chat, and are told apart. */
import { setTimeout as pause } from 'node:timers/promises';
import { failed, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();

describe('a business account on Telegram', () => {
  const business = () => stage.platform.connect('Lan').with(stage.platform.customer());

  it.each([true, false])('does not take our own words for the owner (echo before the answer: %s)', async (early) => {
    stage.platform.echoesEarly = early;
    const { customer } = business();
    const talk = await stage.begin(customer, 'What time is check-in?');
    await talk.replies(1);
    await pause(3_500);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(await talk.texts('operator')).toEqual([]);
    expect(customer.place.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
  });

  it('falls silent when the owner answers with his own hands, not when Telegram answers for him', async () => {
    const { customer, owner } = business();
    const talk = await stage.begin(customer, 'What time is check-in?');
    await talk.replies(1);
    await owner.awayMessage('We are away until 8:00');
    await pause(500);
    expect((await talk.conversation()).mode).toBe('ai');
    await owner.writes('Hello, Lan here. Come any time.');
    await talk.mode('operator');
    const before = customer.received().length;
    await customer.writes('What time is breakfast?');
    await pause(1_000);
    expect(customer.received()).toHaveLength(before);
    expect(await talk.texts('operator')).toEqual(['Hello, Lan here. Come any time.']);
  });

  it('knows by its echo what became of a message whose answer was lost', async () => {
    const { customer } = business();
    stage.platform.misbehaveIn = customer.user.id;
    stage.platform.misbehave = 'hang up after delivering';
    const talk = await stage.begin(customer, 'What time is check-in?');
    await talk.until('a known delivery', (rows) => rows.some((row) => row.author === 'ai' && row.delivery === 'sent'));
    expect(customer.received()).toHaveLength(1);
    expect((await talk.conversation()).mode).toBe('ai');
  });

  it('hides what the customer deleted', async () => {
    const { customer } = business();
    const talk = await stage.begin(customer, 'My passport lies at your desk');
    await customer.deletesLast();
    await talk.until('the deletion', (rows) => rows.some((row) => row.author === 'customer' && row.text === ''));
  });

  it('is not written to after a day without a word of the customer, and the team knows why', async () => {
    const { customer } = business();
    const { talk, topic } = await stage.called(customer);
    stage.platform.state.later(86_400_001);
    await stage.operators.mai.writesIn(topic, 'Are you still there?');
    await until('word to the team', () =>
      stage.inTopic(topic).some(({ text }) => text?.includes('in the last 24 hours')),
    );
    await talk.until('a failed delivery', (rows) => failed(rows, 'Are you still there?'));
  });
});
