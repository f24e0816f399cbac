/**
 * The whole product on the loopback Telegram, for end-to-end tests: a group with topics, one without and an operator
 * alone with the bot, all of them called; customers' conversations as any other program would read them.
 */
import { randomUUID } from 'node:crypto';
import type { Message as TelegramMessage } from '@grammyjs/types';
import { createTelegramChannel } from '../../../channels/telegram';
import type { ConversationPolicy } from '../../../domain/policy';
import { begunBy, conversationIds } from '../../support/first-words';
import { startStack, type TestStack } from '../../support/stack';
import type { Message, Talk } from '../../support/talk';
import { until } from '../../support/until';
import { type Customer, type Operator, type PlatformChat, startTelegramPlatform, type TelegramPlatform } from '.';

export interface Called {
  customer: Customer;
  talk: Talk;
  tag: string;
  topic: number;
}

const holding = ({ messages }: PlatformChat, needle: string) =>
  messages.map(({ message }) => message).filter(({ text }) => text?.includes(needle));

export const said = (place: PlatformChat, needle: string) => holding(place, needle)[0];
export const saidOften = (place: PlatformChat, needle: string) => holding(place, needle).length;

export const failed = (rows: Message[], words: string) =>
  rows.some(({ text, delivery }) => text === words && delivery === 'failed');

/** Call once in a file: the stage stands during its tests, and each of them leaves it calm. */
export function telegramStage(policy: Partial<ConversationPolicy> = {}): TelegramStage {
  const stage = new TelegramStage(policy);
  beforeAll(() => stage.open(), 120_000);
  afterAll(() => stage.close());
  afterEach(() => stage.calm());
  return stage;
}

class TelegramStage {
  platform!: TelegramPlatform;
  stack!: TestStack;
  forum!: PlatformChat;
  plain!: PlatformChat;
  /** In the group with topics, in the one without, and alone with the bot. */
  operators!: { mai: Operator; nam: Operator; alone: Operator };

  constructor(private readonly policy: Partial<ConversationPolicy>) {}

  async open(): Promise<void> {
    const platform = await startTelegramPlatform();
    this.platform = platform;
    const { token, secret, baseUrl } = platform;
    const [forum, plain] = [platform.group(), platform.group({ forum: false })];
    const [mai, nam] = [platform.operator(forum, 'Mai'), platform.operator(plain, 'Nam')];
    const alone = platform.operatorAlone('Linh');
    const account = { channel: 'telegram', account: 'main' };
    this.stack = await startStack({
      channels: [createTelegramChannel({ account: 'main', token, secret, baseUrl })],
      business: (business) => ({
        ...business,
        policy: { ...business.policy, ...this.policy },
        operators: [mai, nam, alone].map(({ user }) => ({ ...account, id: String(user.id), name: user.first_name })),
        places: [forum, plain, alone.place].map(({ chat }) => ({ ...account, chat: String(chat.id) })),
      }),
    });
    Object.assign(this, { forum, plain, operators: { mai, nam, alone } });
    platform.deliversTo(this.webhookUrl);
  }

  async close(): Promise<void> {
    await this.stack?.close();
    await this.platform?.close();
  }

  /** Between tests: all is well again, and nothing was sent that Telegram would not know. */
  calm(): void {
    const { platform } = this;
    Object.assign(platform, { misbehave: null, misbehaveIn: null, echoesEarly: false, keepsPace: false });
    expect(platform.oddities).toEqual([]);
  }

  get webhookUrl(): string {
    return `${this.stack.url}/v1/channels/telegram/main/webhook`;
  }

  inTopic(topic: number): TelegramMessage[] {
    return this.forum.messages.map(({ message }) => message).filter(({ message_thread_id: id }) => id === topic);
  }

  conversationIds(): Promise<string[]> {
    return conversationIds(this.stack, 'telegram');
  }

  /** A customer's first message, and the conversation it began. */
  begin(customer: Customer, text: string): Promise<Talk> {
    return begunBy(this.stack, 'telegram', () => customer.writes(text));
  }

  /** Nam is called in this group, and his answer to the brief reaches the customer. */
  async answersIn(group: PlatformChat): Promise<void> {
    const customer = this.platform.customer();
    const talk = await this.begin(customer, 'Can I speak to a person? I lost my umbrella.');
    await talk.mode('waiting');
    const brief = await until('the brief', () => said(group, 'I lost my umbrella'));
    await this.operators.nam.in(group).replies(brief as TelegramMessage, 'We found it');
    await until('his words', () => customer.received().includes('We found it'));
  }

  /** A conversation that asked for a person, and where the operators have it. */
  async called(customer = this.platform.customer()): Promise<Called> {
    const { forum, plain, operators } = this;
    const talk = await this.begin(customer, 'What time is check-in?');
    await talk.replies(1);
    const word = randomUUID().replace(/[^a-f]/g, '');
    await customer.writes(`Can I speak to a person please? I am ${word}`);
    await talk.mode('waiting');
    const topic = await until('a topic', () => said(forum, word)?.message_thread_id);
    const tag = /#([a-z0-9]+)/.exec(forum.topics.get(topic)?.name ?? '')?.[1] as string;
    await until('the whole brief', () => said(plain, `#${tag} `) && said(operators.alone.place, `#${tag} `));
    await until('the acknowledgement', () => customer.received().length === 2);
    return { customer, talk, tag, topic };
  }
}
