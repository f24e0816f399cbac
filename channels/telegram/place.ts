/**
 * The operators' supergroup: one forum topic a conversation. Where the chat has no topics, or the bot may not make
 * them, operators answer by replying to its messages.
 */
import { z } from 'zod';
import type { OperatorsPlace } from '../channel';
import { chatOf, isGroup } from './address';
import { type Call, TelegramRefusal } from './bot-api';

/** In characters, as Telegram counts them. */
const LONGEST_TITLE = 128;
const topic = z.looseObject({ message_thread_id: z.number().int() });

const NO_TOPICS_HERE = /not a forum|not enough rights|CHAT_ADMIN_REQUIRED|FORUM_DISABLED/i;
const NOTHING_TO_DO = /NOT_MODIFIED|not modified|TOPIC_(?:ID_INVALID|DELETED)|thread not found|not a forum/i;

export function createPlace(call: Call): OperatorsPlace {
  return {
    async openThread({ chat, title }, signal) {
      if (!isGroup(chat)) return null;
      try {
        const made = await call('createForumTopic', { ...chatOf(chat), name: shortened(title) }, signal);
        return String(topic.parse(made).message_thread_id);
      } catch (error) {
        if (refusedAs(error, NO_TOPICS_HERE)) return null;
        throw error;
      }
    },
    async retitle({ chat, thread, title }, signal) {
      try {
        const parameters = { ...chatOf(chat), message_thread_id: Number(thread), name: shortened(title) };
        await call('editForumTopic', parameters, signal);
      } catch (error) {
        if (!refusedAs(error, NOTHING_TO_DO)) throw error;
      }
    },
  };
}

const refusedAs = (error: unknown, pattern: RegExp) =>
  error instanceof TelegramRefusal && pattern.test(error.description);

/** Never through the middle of what is read as one character. */
function shortened(title: string): string {
  const line = title.replace(/\s+/gu, ' ').trim() || '…';
  if (line.length <= LONGEST_TITLE) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (kept.length + segment.length > LONGEST_TITLE - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
