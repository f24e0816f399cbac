/**
 * What an update means. An update has one kind and says nothing about others before it, so this is pure; whoever
 * wrote is told by ids alone: a private chat has the id of the customer, a business account's owner writes with his
 * own, and groups are the operators'.
 */
import { emojiOf } from '../../domain/reaction';
import type { ChannelEvent, WebhookRequest, WrittenEvent } from '../channel';
import { addressOf, messageIdOf } from './address';
import { authorOf } from './author';
import { parsePress } from './buttons';
import { sayingOf } from './content';
import { deletionShape, messageShape, reactionShape, type TelegramMessage } from './shapes';

type Reader = (value: unknown, botId: number) => ChannelEvent[];

const READERS: Record<string, Reader> = {
  message: (value, botId) => parseMessage(value, botId, 'message'),
  edited_message: (value, botId) => parseMessage(value, botId, 'edit'),
  business_message: (value, botId) => parseMessage(value, botId, 'message'),
  edited_business_message: (value, botId) => parseMessage(value, botId, 'edit'),
  deleted_business_messages: parseDeletions,
  message_reaction: parseReaction,
  callback_query: parsePress,
};

/** Kinds this installation asks Telegram for. */
export const SUBSCRIBED = [...Object.keys(READERS), 'business_connection', 'my_chat_member'];

const ignored = (type: string): ChannelEvent[] => [{ kind: 'ignored', type }];

export function parseUpdate({ body }: Pick<WebhookRequest, 'body'>, botId: number): ChannelEvent[] {
  let update: unknown;
  try {
    update = JSON.parse(body.toString('utf8'));
  } catch {
    return ignored('not JSON');
  }
  if (typeof update !== 'object' || update === null || Array.isArray(update)) return ignored('not an update');
  const parts = Object.entries(update).filter(([key]) => key !== 'update_id');
  const events = parts.flatMap(([kind, value]) => {
    const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
    if (!read) return ignored(kind.slice(0, 64));
    return read(value, botId);
  });
  return events.length > 0 ? events : ignored('empty update');
}

function parseMessage(value: unknown, botId: number, kind: 'message' | 'edit'): ChannelEvent[] {
  const parsed = messageShape.safeParse(value);
  if (!parsed.success) return ignored(`unreadable ${kind}`);
  const message = parsed.data;
  const moved = migration(message);
  if (moved) return [moved];
  // An ephemeral or scheduled message has no number of its own: it could be taken for another one.
  if (message.message_id <= 0) return ignored('message without a number');
  // A live location is edited every few seconds and says nothing new to anybody but a map.
  if (kind === 'edit' && message.location !== undefined) return ignored('live location');
  const author = authorOf(message, botId);
  if ('nobody' in author) return ignored(author.nobody);
  const saying = sayingOf(message);
  if ('nothing' in saying) return ignored(saying.nothing);
  const address = addressOf(message.chat.id, message.business_connection_id);
  const where = place(message, address);
  if (amongColleagues(message, where, saying.content.text)) return ignored('talk in the General topic');
  return [
    {
      kind,
      ...author,
      address,
      ...where,
      messageId: messageIdOf(address, message.message_id),
      revision: kind === 'edit' ? Math.max(2, message.edit_date ?? message.date) : 0,
      content: { ...saying.content, ...quoted(message) },
      ...(message.forward_origin !== undefined && { forwarded: true }),
    },
  ];
}

/**
 * Only `is_topic_message` makes a thread id a topic: elsewhere it is the root of a chain of replies. Every message of a
 * topic seems to answer the service message that made it, which has the topic's number.
 */
function place(message: TelegramMessage, address: string): Pick<WrittenEvent, 'thread' | 'replyTo'> {
  const { chat, message_thread_id: topic, is_topic_message, reply_to_message: answered } = message;
  const inTopic = chat.type === 'supergroup' && is_topic_message === true && topic !== undefined;
  const isReply = answered && answered.forum_topic_created === undefined && !(inTopic && answered.message_id === topic);
  return {
    ...(inTopic && { thread: String(topic) }),
    ...(isReply && { replyTo: messageIdOf(address, answered.message_id) }),
  };
}

/** The part that was marked, or the whole message: for quotes of what was written elsewhere. In groups nobody needs it. */
function quoted({ chat, quote, reply_to_message: answered }: TelegramMessage): Pick<WrittenEvent['content'], 'quote'> {
  const text = chat.type === 'private' ? quote?.text || answered?.text || answered?.caption : '';
  return text ? { quote: text } : {};
}

/** What came new to a customer's reactions in his own chat. A custom emoji is a picture: it says nothing that we know. */
function parseReaction(value: unknown): ChannelEvent[] {
  const parsed = reactionShape.safeParse(value);
  if (!parsed.success) return ignored('reaction');
  const { chat, user, message_id, old_reaction, new_reaction } = parsed.data;
  if (chat.type !== 'private' || user.id !== chat.id) return ignored('reaction');
  const had = new Set(old_reaction.map(({ emoji }) => emoji));
  const added = new_reaction.flatMap(({ emoji }) => (had.has(emoji) ? [] : (emojiOf(emoji) ?? [])));
  const address = addressOf(chat.id);
  const replyTo = messageIdOf(address, message_id);
  if (added.length === 0) return ignored('reaction');
  return added.map((emoji) => ({
    ...{ kind: 'reaction', address, replyTo, emoji },
    messageId: `${replyTo}/reaction/${emoji}`,
  }));
}

/**
 * General belongs to no conversation: what colleagues say to each other there never reaches a customer. An answer to
 * one of our messages, a tag or a command is meant for us.
 */
function amongColleagues({ chat }: TelegramMessage, { thread, replyTo }: ReturnType<typeof place>, text: string) {
  return chat.is_forum === true && thread === undefined && replyTo === undefined && !/^\s*[/#]/.test(text);
}

/** A group that becomes a supergroup says so twice: in the old chat with the new id, in the new chat with the old one. */
function migration({ chat, migrate_to_chat_id: to, migrate_from_chat_id: from }: TelegramMessage): ChannelEvent | null {
  if (to !== undefined) return { kind: 'alias', address: String(chat.id), aliases: [String(to)] };
  if (from !== undefined) return { kind: 'alias', address: String(from), aliases: [String(chat.id)] };
  return null;
}

/** Ids alone: whose messages they were is not said. */
function parseDeletions(value: unknown): ChannelEvent[] {
  const parsed = deletionShape.safeParse(value);
  if (!parsed.success) return ignored('unreadable deletion');
  const { business_connection_id: connection, chat, message_ids: ids } = parsed.data;
  const address = addressOf(chat.id, connection);
  return ids.map((id) =>
    Number.isSafeInteger(id)
      ? {
          ...{ kind: 'deletion', author: 'customer', address, messageId: messageIdOf(address, id as number) },
          ...{ revision: 0, content: { text: '' } },
        }
      : { kind: 'ignored', type: 'unreadable deletion' },
  ) as ChannelEvent[];
}
