/** Those who write: customers in the bot's chat or a business owner's, operators in a group, the owner himself. */
import type { Message, ReactionType, Update, User } from '@grammyjs/types';
import type { PlatformChat, State } from './state';
import type { Webhooks } from './webhooks';

type Parts = Partial<Message>;

export class Party {
  constructor(
    protected readonly state: State,
    protected readonly webhooks: Webhooks,
    readonly user: User,
    readonly place: PlatformChat,
  ) {}

  /** Texts of the bot that arrived here, in order. */
  received(): string[] {
    return this.place.messages.filter(({ fromBot }) => fromBot).map(({ message }) => message.text ?? '');
  }

  /** Resolves with the webhook's status; the message is the last one of the place. */
  writes(text: string, more: Parts = {}): Promise<number> {
    return this.sends({ text, ...more });
  }

  sends(parts: Parts): Promise<number> {
    const message = this.state.add(this.place, this.framed(parts), false);
    return this.webhooks.deliver({ [this.kind('message')]: message });
  }

  /** The last message of this person, changed. */
  edits(text: string): Promise<number> {
    const own = this.place.messages.filter(({ message }) => message.from?.id === this.user.id);
    const last = own.at(-1);
    if (!last) throw new Error('nothing to edit');
    last.message = { ...last.message, text, edit_date: this.state.seconds() + 1 };
    return this.webhooks.deliver({ [this.kind('edited_message')]: last.message });
  }

  protected framed(parts: Parts): Parts {
    const { connection } = this.place;
    return { from: this.user, ...(connection && { business_connection_id: connection }), ...parts };
  }

  protected kind(kind: 'message' | 'edited_message'): keyof Update {
    if (!this.place.connection) return kind;
    return kind === 'message' ? 'business_message' : 'edited_business_message';
  }
}

type Emoji = Extract<ReactionType, { type: 'emoji' }>['emoji'];

export class Customer extends Party {
  private readonly reactions = new Map<number, ReactionType[]>();

  /** From now on these emojis stand under a message, in place of those that stood there; none takes them away. */
  reacts({ message_id }: Pick<Message, 'message_id'>, ...emojis: Emoji[]): Promise<number> {
    const { user, place, state, reactions } = this;
    const new_reaction = emojis.map((emoji): ReactionType => ({ type: 'emoji', emoji }));
    const old_reaction = reactions.get(message_id) ?? [];
    reactions.set(message_id, new_reaction);
    const change = { chat: place.chat, message_id, user, date: state.seconds(), old_reaction, new_reaction };
    return this.webhooks.deliver({ message_reaction: change });
  }

  /** Writes in answer to a message of this chat. */
  quotes(to: Message, text: string, more: Parts = {}): Promise<number> {
    return this.sends({ text, reply_to_message: answered(to), ...more });
  }

  /** From now on the bot is refused, and told so. */
  blocks(): Promise<number> {
    this.place.blocked = true;
    const { user, place, state } = this;
    const change = {
      ...{ chat: place.chat, from: user, date: state.seconds() },
      old_chat_member: { user: state.bot, status: 'member' as const },
      new_chat_member: { user: state.bot, status: 'kicked' as const, until_date: 0 },
    };
    return this.webhooks.deliver({ my_chat_member: change });
  }

  /** Deletes his last message of a business chat: Telegram tells ids alone. */
  deletesLast(): Promise<number> {
    const { connection, chat, messages } = this.place;
    const last = messages.filter(({ message }) => message.from?.id === this.user.id).at(-1);
    if (!connection || !last || chat.type !== 'private') throw new Error('nothing that Telegram would tell');
    const gone = { business_connection_id: connection, chat, message_ids: [last.message.message_id] };
    return this.webhooks.deliver({ deleted_business_messages: gone });
  }
}

/** The owner of a business account in his own chat with one customer. */
export class Owner extends Party {
  /** What Telegram sends in his name while he is away. */
  awayMessage(text: string): Promise<number> {
    return this.sends({ text, is_from_offline: true });
  }
}

export class Operator extends Party {
  /** The same person in another group. */
  in(group: PlatformChat): Operator {
    return new Operator(this.state, this.webhooks, this.user, group);
  }

  /** In a topic, as Telegram says it: every message seems to answer the one that made the topic. */
  writesIn(topic: number, text: string, more: Parts = {}): Promise<number> {
    const root = this.place.messages.find(({ message }) => message.message_id === topic)?.message;
    const within = { message_thread_id: topic, is_topic_message: true, reply_to_message: answered(root) };
    return this.sends({ text, ...within, ...more });
  }

  replies(to: Message, text: string): Promise<number> {
    return this.sends({ text, reply_to_message: answered(to) });
  }

  /** Presses a button beneath one of the bot's messages. */
  presses(message: Message, data: string): Promise<number> {
    const id = `press-${this.webhooks.sent.length}-${message.message_id}`;
    return this.webhooks.deliver({
      callback_query: { id, from: this.user, message, chat_instance: '1', data },
    });
  }

  /** An anonymous admin: a stand-in as sender, the group as sender_chat. */
  anonymously(topic: number, text: string): Promise<number> {
    const from: User = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    return this.writesIn(topic, text, { from, sender_chat: this.place.chat });
  }
}

/** A message as an answer to it shows it: without the one it answered itself. */
function answered(message: Message | undefined): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...shown } = message as Message;
  return shown as NonNullable<Message['reply_to_message']>;
}
