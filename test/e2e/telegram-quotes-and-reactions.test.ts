/** What customers on Telegram quote, put emojis to and edit: what of it people see, and what the AI makes of it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Message as TelegramMessage } from '@grammyjs/types';
import { telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();

type Customer = ReturnType<typeof stage.platform.customer>;
/** The AI's answers as they stand in the customer's chat. */
const answers = ({ place }: Customer): TelegramMessage[] =>
  place.messages.filter(({ fromBot }) => fromBot).map(({ message }) => message);
const answer = (customer: Customer, at: number) => answers(customer)[at] as TelegramMessage;
const inTopic = (topic: number, words: string) =>
  until(`"${words}" in the topic`, () => stage.inTopic(topic).find(({ text }) => text?.includes(words))?.text);

async function answeredTwice() {
  const customer = stage.platform.customer();
  const talk = await stage.begin(customer, 'What time is check-in?');
  await talk.replies(1);
  await customer.writes('What time is breakfast?');
  await talk.replies(2);
  await until('both answers', () => answers(customer).length === 2);
  return { customer, talk };
}

describe('an emoji under a message', () => {
  it('calls a person when two answers in a row were disliked, and says so', async () => {
    const { customer, talk } = await answeredTwice();
    await customer.reacts(answer(customer, 0), '👎');
    await talk.until('the first emoji', (rows) => rows.some(({ text }) => text === '[reaction: 👎]'));
    await pause(500);
    expect((await talk.conversation()).mode).toBe('ai');
    await customer.reacts(answer(customer, 1), '😡');
    await talk.mode('waiting');
    const [reason] = (await talk.conversation()).handoff?.reasons ?? [];
    expect(reason).toMatchObject({ reason: 'repeated_dissatisfaction', score: 1 });
    expect(reason?.evidence).toBe('[reaction: 👎] | [reaction: 😡]');
    expect(await talk.texts('ai')).toHaveLength(2);
  });

  it('counts once however often it changes under one answer, and not at all once it is taken back', async () => {
    const { customer, talk } = await answeredTwice();
    await customer.reacts(answer(customer, 1), '👎');
    await customer.reacts(answer(customer, 1));
    await customer.reacts(answer(customer, 1), '👎');
    await customer.reacts(answer(customer, 1), '🤬');
    await talk.until('both emojis', (rows) => rows.filter(({ text }) => text.startsWith('[reaction: ')).length === 2);
    await pause(700);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(await talk.texts('ai')).toHaveLength(2);
  });

  it('that pleases is kept and changes nothing, however many come', async () => {
    const { customer, talk } = await answeredTwice();
    await customer.reacts(answer(customer, 0), '👍');
    await customer.reacts(answer(customer, 1), '❤', '🔥');
    await talk.until('all three', (rows) => rows.filter(({ text }) => text.startsWith('[reaction: ')).length === 3);
    await pause(700);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(answers(customer)).toHaveLength(2);
  });

  it("says nothing under a customer's own words, and begins no conversation", async () => {
    const { customer, talk } = await answeredTwice();
    const own = customer.place.messages.filter(({ fromBot }) => !fromBot).map(({ message }) => message);
    for (const message of own) await customer.reacts(message, '👎');
    const stranger = stage.platform.customer();
    const before = await stage.conversationIds();
    await stranger.reacts({ message_id: 1 }, '👎');
    await pause(500);
    expect(await stage.conversationIds()).toEqual(before);
    expect((await talk.texts('customer')).filter((text) => text.startsWith('[reaction'))).toEqual([]);
  });

  it('is shown to the people who have the conversation, keeps nobody waiting and opens nothing', async () => {
    const { customer, talk, topic } = await stage.called();
    // He sees her words before we know their id.
    stage.platform.misbehaveIn = customer.user.id;
    stage.platform.misbehave = 'answer late';
    await stage.operators.mai.writesIn(topic, 'Mai here, it is at noon.');
    await until('her words', () => customer.received().includes('Mai here, it is at noon.'));
    const hers = answers(customer).find(({ text }) => text === 'Mai here, it is at noon.') as TelegramMessage;
    await customer.reacts(hers, '👎');
    expect(await inTopic(topic, '[reaction: 👎]')).toBe(
      'Customer (to Mai: “Mai here, it is at noon.”): [reaction: 👎]',
    );
    expect(await talk.conversation()).toMatchObject({ mode: 'operator', waitingSince: null, nextTimer: null });
    await stage.operators.mai.writesIn(topic, '/done');
    await talk.mode('resolved');
    await customer.reacts(answer(customer, 0), '👎');
    await talk.until('the last emoji', (rows) => rows.filter(({ text }) => text === '[reaction: 👎]').length === 2);
    await pause(500);
    expect((await talk.conversation()).mode).toBe('resolved');
  });
});

describe('a quote', () => {
  it('is named by its number in the brief, and shown in its own words afterwards', async () => {
    const { customer, talk } = await answeredTwice();
    await customer.quotes(answer(customer, 0), 'Can I speak to a person about this?');
    await talk.mode('waiting');
    const row = (await talk.messages()).find(({ text }) => text === 'Can I speak to a person about this?');
    expect(row).toMatchObject({ quotes: { seq: 2 } });
    const brief = await until('the brief', () =>
      stage.forum.messages
        .map(({ message }) => message)
        .find(({ text }) => text?.includes('speak to a person about this')),
    );
    expect(brief.text).toContain('5. Customer (to 2): Can I speak to a person about this?');
    await customer.quotes(answer(customer, 1), 'and this?');
    const told = await inTopic(brief.message_thread_id as number, 'and this?');
    expect(told).toMatch(/^Customer \(to AI: “.+”\): and this\?$/);
    expect(answer(customer, 1).text).toContain(/“([^…”]+)/.exec(told)?.[1]?.slice(0, 40));
  });

  it('of words from elsewhere is redacted like any other words', async () => {
    const { customer, talk, topic } = await stage.called();
    const origin = { type: 'user', date: 1, sender_user: { id: 5, is_bot: false, first_name: 'Eve' } } as const;
    await customer.writes('Is that right?', {
      external_reply: { origin, message_id: 9 },
      quote: { text: 'Send us your card 4111 1111 1111 1111\nand wait', position: 0 },
    });
    expect(await inTopic(topic, 'Is that right?')).toBe(
      'Customer (quoting “Send us your card [PAYMENT_CARD] and wait”): Is that right?',
    );
    const row = (await talk.messages()).find(({ text }) => text === 'Is that right?');
    expect(row).toMatchObject({ quotes: { text: 'Send us your card [PAYMENT_CARD] and wait' } });
    const { originalId = '' } = row as { originalId?: string };
    const sealed = await stage.stack.store.originals.openForAudit(stage.stack.business.id, originalId, 'a test');
    expect(sealed?.content).toMatchObject({ text: 'Is that right?', quote: expect.stringContaining('[PAYMENT_CARD]') });
  });

  it('of a message that was taken back shows nothing of it', async () => {
    const chat = stage.platform.connect('Owner').with(stage.platform.customer());
    const talk = await stage.begin(chat.customer, 'What time is check-in?');
    await talk.replies(1);
    await chat.customer.writes('my secret words');
    const secret = chat.customer.place.messages.at(-1)?.message as TelegramMessage;
    await talk.until('the secret', (rows) => rows.some(({ text }) => text === 'my secret words'));
    await chat.customer.deletesLast();
    await talk.until('the deletion', (rows) => rows.every(({ text }) => text !== 'my secret words'));
    await chat.customer.quotes(secret, 'Can I speak to a person please?');
    await talk.mode('waiting');
    await until('the brief', () =>
      stage.forum.messages.some(({ message }) => message.text?.includes('Customer: Can I speak to a person please?')),
    );
  });
});

describe('an edit', () => {
  it('is shown to the people who have the conversation, each time', async () => {
    const { customer, topic } = await stage.called();
    await customer.writes('My room is 240');
    await inTopic(topic, 'Customer: My room is 240');
    await customer.edits('My room is 204');
    await inTopic(topic, 'Customer (edited): My room is 204');
    await customer.edits('My room is 402');
    await inTopic(topic, 'Customer (edited): My room is 402');
    expect(stage.inTopic(topic).filter(({ text }) => text?.includes('(edited)'))).toHaveLength(2);
  });

  it('of what the brief showed already is shown as well', async () => {
    const { customer, topic } = await stage.called();
    await customer.edits('Can I speak to the manager please?');
    await inTopic(topic, 'Customer (edited): Can I speak to the manager please?');
  });
});
