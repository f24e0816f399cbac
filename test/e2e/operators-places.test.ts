/**
 * Operators in the chat app they already use: a chat with a thread for each conversation, a group without, and an
 * operator's own chat with the business, all of them called at once. Customers write on the `api` channel, so an answer that appears there came through the whole house.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Delivered, type SimulatedPlatform, startSimulatedPlatform } from '../support/simulated-platform';
import { startStack, type TestStack } from '../support/stack';
import type { Talk } from '../support/talk';
import { until } from '../support/until';

const [TOPICS, PLAIN, OWN] = ['topics-chat', 'plain-chat', 'own-chat'];
let platform: SimulatedPlatform;
let stack: TestStack;
beforeAll(async () => {
  platform = await startSimulatedPlatform();
  const operator = (id: string, name: string) => ({ channel: 'simulated', account: 'main', id, name });
  stack = await startStack({
    channels: [platform.channel],
    business: (business) => ({
      ...business,
      operators: [operator('op-mai', 'Mai'), operator('op-nam', 'Nam'), operator(OWN, 'Lan')],
      places: [TOPICS, PLAIN, OWN].map((chat) => ({ channel: 'simulated', account: 'main', chat })),
      commandPhrases: { done: ['Glad to help, goodbye'], take: [], ai: [] },
    }),
  });
  platform.apiUrl = stack.url;
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await platform?.close();
});

/** Unique words without digits, which redaction could take for somebody's number. */
const mark = () => randomUUID().replace(/[^a-f]/g, '');

interface Called {
  talk: Talk;
  thread: string;
  tag: string;
  brief: Delivered;
  /** What the conversation's thread, or the plain chat, was told since. */
  inThread(needle: string): Promise<Delivered>;
  inPlain(needle: string): Promise<Delivered>;
}

/** A conversation that asked for a person, shown in both chats. */
async function called(): Promise<Called> {
  const talk = stack.talk();
  await talk.customer('What time is check-in?');
  await talk.replies(1);
  await talk.customer('Can I speak to a person please?');
  await talk.mode('waiting');
  const { workflowId } = await talk.conversation();
  const ours = () => platform.delivered.filter(({ key }) => key.startsWith(`${workflowId}:`));
  const brief = await until('a brief in a thread', () =>
    ours().find(({ to, key }) => to === TOPICS && key.includes(':brief:')),
  );
  const plain = await until('a brief with a tag', () =>
    ours().find(({ to, key }) => to === PLAIN && key.includes(':brief:')),
  );
  const thread = brief.thread as string;
  const tag = /^#([a-z0-9]+) /.exec(plain.text)?.[1] as string;
  return {
    ...{ talk, thread, tag, brief: plain },
    inThread: (needle) =>
      until(needle, () => ours().find((each) => each.thread === thread && each.text.includes(needle))),
    inPlain: (needle) => until(needle, () => ours().find(({ to, text }) => to === PLAIN && text.includes(needle))),
  };
}

describe("operators' places", () => {
  it("takes words in an operator's own chat for the only conversation that is open there", async () => {
    const { talk } = await called();
    await platform.customer(OWN, 'This is Lan, good evening');
    await talk.until('her words', (messages) => messages.some(({ text }) => text === 'This is Lan, good evening'));
    await platform.customer(OWN, '/done');
    await talk.mode('resolved');
  });

  it('shows reason, history and buttons in a thread of its own, and says in its title how things stand', async () => {
    const { talk, thread, tag, inThread } = await called();
    await inThread('Reason: The customer asked for a person');
    await inThread('1. Customer: What time is check-in?');
    const last = await until('buttons', () =>
      platform.delivered.find((each) => each.thread === thread && each.buttons),
    );
    expect(last.buttons).toEqual(['take', 'done', 'ai']);
    expect(platform.threads.get(thread)).toEqual({ chat: TOPICS, title: `🔴 #${tag} api · explicit request` });
    await platform.team(TOPICS, 'op-mai', '/take', { thread });
    await talk.mode('operator');
    await until('the owner in the title', () => platform.threads.get(thread)?.title === `🟢 #${tag} api · Mai`);
    // Within a second of the customer's words it would count as simultaneous with them.
    await pause(1_100);
    await platform.team(TOPICS, 'op-mai', '/done', { thread });
    await talk.mode('resolved');
    await inThread('Resolved');
    await until('the end in the title', () => platform.threads.get(thread)?.title.startsWith('✅'));
  });

  it("carries an operator's words to the customer and the customer's to the thread, once each", async () => {
    const { talk, thread, inThread, inPlain } = await called();
    const words = `Hello, this is Mai, ${mark()}`;
    const id = randomUUID();
    for (let time = 0; time < 3; time += 1)
      expect(await platform.team(TOPICS, 'op-mai', words, { thread, id })).toBe(200);
    await talk.mode('operator');
    await talk.until('her words', (messages) => messages.some(({ text }) => text === words));
    expect((await talk.texts('operator')).filter((text) => text === words)).toHaveLength(1);
    // Colleagues elsewhere see what she said; her own thread does not repeat it.
    await inPlain(words);
    expect(platform.delivered.filter((each) => each.thread === thread && each.text.includes(words))).toEqual([]);
    const answer = `I am in the garden, ${mark()}`;
    await talk.customer(answer);
    await inThread(answer);
    await inPlain(answer);
    await until('all three told', () => platform.delivered.filter(({ text }) => text.includes(answer)).length === 3);
    expect(await talk.texts('ai')).toHaveLength(1);
  });

  it('finds the conversation by the message answered, by its tag, and asks where neither tells', async () => {
    const [one, two] = [await called(), await called()];
    await platform.team(PLAIN, 'op-nam', 'by reply', { replyTo: one.brief.id });
    await one.talk.until('the reply', (messages) => messages.some(({ text }) => text === 'by reply'));
    await platform.team(PLAIN, 'op-nam', `#${two.tag.toUpperCase()} by tag`);
    await two.talk.until('the tagged words', (messages) => messages.some(({ text }) => text === 'by tag'));
    await platform.team(PLAIN, 'op-nam', 'talk among colleagues');
    await platform.team(PLAIN, 'op-nam', '/done');
    await until('a question back', () =>
      platform.delivered.find(({ to, text }) => to === PLAIN && text.includes('Which conversation do you mean?')),
    );
    for (const { talk } of [one, two]) {
      expect((await talk.messages()).filter(({ text }) => text.includes('among colleagues'))).toEqual([]);
      await talk.operator('/done');
      await talk.mode('resolved');
    }
  });

  it('gives strangers, forwarded commands and attachments private words and the customer none', async () => {
    const { talk, thread, inThread } = await called();
    await platform.team(TOPICS, 'op-stranger', 'let me in', { thread });
    await inThread('Your user id here is op-stranger');
    await platform.team(TOPICS, 'op-mai', '/done', { thread, forwarded: true });
    await inThread('Commands: /done');
    expect((await talk.conversation()).mode).toBe('waiting');
    expect(await talk.texts('operator')).toEqual([]);
    expect(JSON.stringify(await talk.messages())).not.toContain('let me in');
  });

  it('tells the second of two operators who has it, and delivers both', async () => {
    const { talk, thread, inThread } = await called();
    await Promise.all([
      platform.team(TOPICS, 'op-mai', 'first words', { thread }),
      platform.team(TOPICS, 'op-nam', 'second words', { thread }),
    ]);
    await talk.until('both', (messages) => messages.filter(({ author }) => author === 'operator').length === 2);
    await inThread('This conversation is with');
  });

  it("takes a phrase of the business for the command in the customer's own thread", async () => {
    const address = `customer-${randomUUID()}`;
    await platform.customer(address, 'What time is check-in?');
    const conversation = await until('an answer', () => platform.delivered.find(({ to }) => to === address));
    const id = conversation.key.split(':reply:')[0] as string;
    await platform.echo(address, 'Hello, the owner here');
    await platform.echo(address, 'Glad to help, goodbye!');
    const mode = async () => (await stack.store.conversations.resumePoint({ workflowId: id } as never))?.record.mode;
    await until('the end', async () => (await mode()) === 'resolved');
  });
});
