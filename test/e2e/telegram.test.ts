/** Customers in the chat of a Telegram bot, and operators in its groups or alone with it, through the whole product. */
import { setTimeout as pause } from 'node:timers/promises';
import { failed, said, telegramStage } from '../platforms/telegram/stage';
import { until } from '../support/until';

const stage = telegramStage();

describe('a customer on Telegram', () => {
  it('is answered in the chat of the bot', async () => {
    const customer = stage.platform.customer();
    const talk = await stage.begin(customer, 'What time is check-in?');
    const messages = await talk.replies(1);
    expect(messages.at(-1)).toMatchObject({ author: 'ai', delivery: 'sent' });
    expect(customer.received()).toEqual([messages.at(-1)?.text]);
  });

  it('is greeted when he presses Start, and nobody is called', async () => {
    const customer = stage.platform.customer();
    const talk = await stage.begin(customer, '/start from_the_website');
    await talk.replies(1);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(customer.received()).toHaveLength(1);
  });

  it('is handed to the team with reason and history, answered by a person, and by the AI again after /done', async () => {
    const { customer, talk, topic, tag } = await stage.called();
    const brief = await until(
      'the brief in the topic',
      () =>
        stage.inTopic(topic).some(({ reply_markup }) => reply_markup) &&
        stage
          .inTopic(topic)
          .map(({ text }) => text ?? '')
          .join('\n'),
    );
    expect(brief).toContain('Reason: The customer asked for a person');
    expect(brief).toContain('1. Customer: What time is check-in?');
    expect(brief).toContain('Can I speak to a person please?');
    expect(stage.forum.topics.get(topic)?.names[0]).toBe(`🔴 #${tag} An · telegram · explicit request`);

    await stage.operators.mai.writesIn(topic, 'Hello, this is Mai.');
    await until('her words at the customer', () => customer.received().includes('Hello, this is Mai.'));
    await talk.mode('operator');
    await until('her name in the title', () => stage.forum.topics.get(topic)?.name.endsWith('· Mai'));

    const before = customer.received().length;
    await customer.writes('Thank you! Is the pool heated?');
    await until('his words in the topic', () =>
      stage.inTopic(topic).some(({ text }) => text?.includes('Is the pool heated?')),
    );
    // Past the second in which `/done` would count as simultaneous with his words.
    await pause(1_300);
    expect(customer.received()).toHaveLength(before);

    const buttons = stage.inTopic(topic).find(({ reply_markup }) => reply_markup);
    await stage.operators.mai.presses(buttons as NonNullable<typeof buttons>, '/done');
    await talk.mode('resolved');
    expect(stage.platform.state.answeredPresses).toHaveLength(1);
    await until('the end in the title', () => stage.forum.topics.get(topic)?.name.startsWith('✅'));
    await customer.writes('What time is breakfast?');
    await until('an answer', () => customer.received().length > before);
    await talk.mode('ai');
    expect(customer.received().filter((text) => text === 'Hello, this is Mai.')).toHaveLength(1);
  });

  it('has every message once, however often and in whatever order Telegram delivers', async () => {
    const { customer, talk } = await stage.called();
    stage.platform.webhooks.hold();
    const texts = ['first detail', 'second detail', 'third detail'];
    for (const text of texts) await customer.writes(text);
    await stage.platform.webhooks.release((updates) => [...updates].reverse().flatMap((update) => [update, update]));
    await stage.platform.webhooks.release();
    const messages = await talk.until('all three', (rows) =>
      texts.every((text) => rows.some((row) => row.text === text)),
    );
    const rows = messages.filter(({ author, text }) => author === 'customer' && texts.includes(text));
    expect(rows).toHaveLength(3);
  });

  it('is heard once when Telegram had to deliver again', async () => {
    const customer = stage.platform.customer();
    stage.platform.deliversTo(`${stage.stack.url}/nowhere`);
    const writing = customer.writes('What time is check-in?');
    await pause(300);
    stage.platform.deliversTo(stage.webhookUrl);
    expect(await writing).toBe(200);
    await until('an answer', () => customer.received().length > 0);
    await pause(500);
    expect(customer.received()).toHaveLength(1);
  });

  it('has the answer once, after the wait that Telegram asked for', async () => {
    const customer = stage.platform.customer();
    stage.platform.misbehaveIn = customer.user.id;
    stage.platform.misbehave = 'throttle';
    stage.platform.retryAfter = 2;
    const talk = await stage.begin(customer, 'What time is check-in?');
    await until('the throttle', () => stage.platform.misbehave === null);
    const throttledAt = performance.now();
    await until('the answer', () => customer.received().length > 0);
    expect(performance.now() - throttledAt).toBeGreaterThan(1_700);
    expect((await talk.replies(1)).at(-1)).toMatchObject({ delivery: 'sent' });
    expect(customer.received()).toHaveLength(1);
  });

  it('has ten messages of a hurried operator at the pace that Telegram allows, none of them refused', async () => {
    const { customer, topic } = await stage.called();
    await pause(1_000);
    stage.platform.keepsPace = true;
    const words = Array.from({ length: 10 }, (_, index) => `Point ${'abcdefghij'.charAt(index)} of my answer`);
    for (const text of words) await stage.operators.mai.writesIn(topic, text);
    await until('all ten', () => words.every((text) => customer.received().includes(text)));
    expect(customer.received().slice(2)).toEqual(words);
    expect(stage.platform.tooSoon).toBe(0);
  });

  it('who blocked the bot can not be reached, and the team is told so', async () => {
    const { customer, talk, topic } = await stage.called();
    await customer.blocks();
    await stage.operators.mai.writesIn(topic, 'Are you there?');
    await until('word to the team', () =>
      stage.inTopic(topic).some(({ text }) => text?.includes('the customer has blocked the bot')),
    );
    await talk.until('a failed delivery', (rows) => failed(rows, 'Are you there?'));
  });

  it('has no second copy of an answer that Telegram took and did not confirm; the team is told', async () => {
    const { customer, talk, topic } = await stage.called();
    stage.platform.misbehaveIn = customer.user.id;
    stage.platform.misbehave = 'hang up after delivering';
    await stage.operators.mai.writesIn(topic, 'It is room 204');
    await until('word to the team', () =>
      stage.inTopic(topic).some(({ text }) => text?.startsWith('Delivery unconfirmed')),
    );
    expect(customer.received().filter((text) => text === 'It is room 204')).toHaveLength(1);
    await talk.until('an unknown delivery', (rows) =>
      rows.some((row) => row.text === 'It is room 204' && row.delivery === 'unknown'),
    );
  });
});

describe('operators on Telegram', () => {
  it('answer by replying where topics are off, or with the tag', async () => {
    const { customer, tag } = await stage.called();
    const brief = said(stage.plain, `#${tag} `);
    await stage.operators.nam.replies(brief as NonNullable<typeof brief>, 'by reply');
    await until('the reply', () => customer.received().includes('by reply'));
    await stage.operators.nam.writes(`#${tag} by tag`);
    await until('the tagged words', () => customer.received().includes('by tag'));
  });

  it('answer from a chat of their own with the bot', async () => {
    const { customer, talk, tag } = await stage.called();
    const brief = said(stage.operators.alone.place, `#${tag} `);
    await stage.operators.alone.replies(brief as NonNullable<typeof brief>, 'from my own phone');
    await until('her words', () => customer.received().includes('from my own phone'));
    await talk.mode('operator');
    expect(await stage.conversationIds()).toHaveLength(new Set(await stage.conversationIds()).size);
    await stage.operators.alone.writes(`#${tag} /done`);
    await talk.mode('resolved');
  });

  it('talk among themselves in General, and no customer hears it', async () => {
    const { customer } = await stage.called();
    await stage.operators.mai.writes('lunch at twelve?');
    await pause(700);
    expect(customer.received().join('\n')).not.toContain('lunch');
    expect(said(stage.forum, 'Which conversation')).toBeUndefined();
  });

  it('are heard only if they are listed: not as an anonymous admin, not as a stranger', async () => {
    const { customer, talk, topic } = await stage.called();
    const stranger = stage.platform.operator(stage.forum, 'Stranger');
    await stranger.writesIn(topic, 'let me in');
    await stage.operators.mai.anonymously(topic, 'the boss speaks');
    await until(
      'both refused',
      () => stage.inTopic(topic).filter(({ text }) => text?.includes('not listed')).length === 2,
    );
    expect(customer.received().join('\n')).not.toMatch(/let me in|the boss speaks/);
    expect((await talk.conversation()).mode).toBe('waiting');
  });
});
