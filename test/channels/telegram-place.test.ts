/** Telegram as a place for operators: topics, buttons, pace; and the files that customers send. */
import { addressOf, failureOf, outbound, signal, telegramSubject, webhook } from '../platforms/telegram/subject';

describe("the operators' group on Telegram", () => {
  const subject = telegramSubject();
  const open = (chat: string, title: string) => subject.channel.place?.openThread({ chat, title }, signal);

  it('has a topic for each conversation, and messages with buttons in it', async () => {
    const group = subject.platform.group();
    const thread = (await open(addressOf(group), '#k7m2 An · waiting')) as string;
    const brief = outbound({ address: addressOf(group), thread }, 'An waits', { buttons: ['take', 'done', 'ai'] });
    await subject.channel.send(brief, signal);
    expect(group.messages.at(-1)?.message).toMatchObject({
      ...{ message_thread_id: Number(thread), is_topic_message: true },
      reply_markup: {
        inline_keyboard: [[{ callback_data: '/take' }, { callback_data: '/done' }, { callback_data: '/ai' }]],
      },
    });
  });

  it('shows the state in the title of the topic, and minds neither the same title nor a topic that is gone', async () => {
    const group = subject.platform.group();
    const thread = (await open(addressOf(group), 'An · waiting')) as string;
    const retitle = (title: string, of = thread) =>
      subject.channel.place?.retitle?.({ chat: addressOf(group), thread: of, title }, signal);
    await retitle('An · Mai');
    await retitle('An · Mai');
    await retitle('An', '424242');
    expect(group.topics.get(Number(thread))?.names).toEqual(['An · waiting', 'An · Mai']);
  });

  it('keeps a title within what Telegram takes, in whole characters', async () => {
    const group = subject.platform.group();
    const thread = await open(addressOf(group), `An ${'👩‍👩‍👧‍👦'.repeat(40)}\nsecond line`);
    const name = group.topics.get(Number(thread))?.name ?? '';
    expect(name.length).toBeLessThanOrEqual(128);
    expect(name).toMatch(/^An (?:👩‍👩‍👧‍👦)+…$/u);
  });

  it.each([
    ['topics are off', { forum: false }],
    ['the bot may not make them', { topics: false }],
  ])('has no topics where %s', async (_why, more) => {
    expect(await open(addressOf(subject.platform.group(more)), 'An')).toBeNull();
  });

  it("has none in an operator's private chat", async () => {
    expect(await open(subject.to.address, 'An')).toBeNull();
  });

  it('is told in the group itself when somebody deleted the topic', async () => {
    const group = subject.platform.group();
    const thread = (await open(addressOf(group), 'An')) as string;
    group.topics.clear();
    const sent = await subject.channel.send(outbound({ address: addressOf(group), thread }, 'An waits'), signal);
    const message = group.messages.at(-1)?.message;
    expect(sent).toEqual({ state: 'sent', providerMessageId: `${addressOf(group)}:${message?.message_id}` });
    expect(message).toMatchObject({ text: 'An waits' });
    expect(message?.message_thread_id).toBeUndefined();
  });

  it('has a slower pace than a chat', () => {
    expect(subject.channel.limits).toEqual({
      account: { messages: 30, perMs: 1_000 },
      chat: { messages: 1, perMs: 1_000 },
      place: { messages: 20, perMs: 60_000 },
    });
  });

  it('answers a pressed button in the same breath, and nothing else', () => {
    const acknowledged = (body: unknown) => subject.channel.acknowledge?.(webhook(subject, body));
    const pressed = { update_id: 1, callback_query: { id: '77', from: {}, data: '/done' } };
    expect(acknowledged(pressed)).toEqual({ method: 'answerCallbackQuery', callback_query_id: '77' });
    for (const body of [{ update_id: 1, message: {} }, null, [], { callback_query: { id: 7 } }, Buffer.from('{')]) {
      expect(acknowledged(body)).toBeNull();
    }
  });
});

describe('media on Telegram', () => {
  const subject = telegramSubject();
  const open = (reference: string, channel = subject.channel) => channel.fetchMedia?.(reference, signal);

  it("opens the file behind an attachment's reference", async () => {
    subject.platform.file('AgAClarge', Buffer.from('a picture'));
    const media = await open('file:AgAClarge');
    expect(media).toMatchObject({ type: 'image/jpeg', size: 9 });
    expect(await new Response(media?.stream).text()).toBe('a picture');
  });

  it.each(['location:10.7,106.7', 'contact:{"phone_number":"+84"}', 'https://example.com/x.jpg', 'file:'])(
    'opens nothing for %s',
    async (reference) => {
      expect(await failureOf(open(reference))).toMatch(/ChannelRefusal.*no file/);
    },
  );

  it.each(['../../secret', '/etc/passwd', 'photos/../../x', 'https://example.com/x', 'photos/a?b'])(
    'follows no path such as %s, and never shows the token',
    async (path) => {
      subject.platform.file('odd', Buffer.from('x'), path);
      const told = await failureOf(open('file:odd'));
      expect(told).toMatch(/ChannelRefusal/);
      expect(told).not.toContain(subject.platform.token);
    },
  );

  it('shows no token when the file is gone or Telegram is not reached', async () => {
    const { platform, unreachable } = subject;
    const told = [await failureOf(open('file:unknown')), await failureOf(open('file:any', unreachable))];
    expect(told).toEqual([expect.stringMatching(/ChannelRefusal.*any more/), expect.stringMatching(/Unreachable/)]);
    for (const one of told) expect(one).not.toMatch(new RegExp(`${platform.token}|127\\.0\\.0\\.1`));
  });
});
