/**
 * The parts of Telegram's updates that are read. Everything else may be there and may change: unknown fields are
 * ignored, and an unknown kind of message is recognised by what it is not.
 */
import { z } from 'zod';

const id = z.number().int();
const words = z.string();

const user = z.looseObject({ id, is_bot: z.boolean().optional(), first_name: words, last_name: words.optional() });
const chat = z.looseObject({
  id,
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  is_forum: z.boolean().optional(),
  is_direct_messages: z.boolean().optional(),
});
const file = z.looseObject({ file_id: words.min(1), file_name: words.optional() });
const size = z.looseObject({ file_id: words.min(1), width: z.number().catch(0), height: z.number().catch(0) });
const maybeWords = words.optional().catch(undefined);
const repliedTo = z.looseObject({
  message_id: id,
  forum_topic_created: z.unknown().optional(),
  text: maybeWords,
  caption: maybeWords,
});

export const messageShape = z.looseObject({
  message_id: id,
  chat,
  date: z.number().int(),
  edit_date: z.number().int().optional(),
  from: user.optional(),
  sender_chat: z.looseObject({ id }).optional(),
  sender_business_bot: z.looseObject({ id }).optional(),
  business_connection_id: words.optional(),
  message_thread_id: id.optional(),
  is_topic_message: z.boolean().optional(),
  is_from_offline: z.boolean().optional(),
  is_automatic_forward: z.boolean().optional(),
  via_bot: z.unknown().optional(),
  forward_origin: z.unknown().optional(),
  reply_to_message: repliedTo.optional().catch(undefined),
  quote: z.looseObject({ text: words }).optional().catch(undefined),
  migrate_to_chat_id: id.optional(),
  migrate_from_chat_id: id.optional(),
});
export type TelegramMessage = z.output<typeof messageShape>;

const line = z.looseObject({ text: words });

/** What a message can hold; a part that is not as expected is as if it were not there. */
export const contentShape = z.looseObject({
  text: words.optional().catch(undefined),
  caption: words.optional().catch(undefined),
  rich_message: z
    .looseObject({ blocks: z.array(z.unknown()) })
    .optional()
    .catch(undefined),
  photo: z.array(size).min(1).optional().catch(undefined),
  voice: file.optional().catch(undefined),
  audio: file.optional().catch(undefined),
  video: file.optional().catch(undefined),
  video_note: file.optional().catch(undefined),
  animation: file.optional().catch(undefined),
  document: file.optional().catch(undefined),
  sticker: z
    .looseObject({ file_id: words.min(1), emoji: words.optional() })
    .optional()
    .catch(undefined),
  dice: z.looseObject({ emoji: words.optional() }).optional().catch(undefined),
  location: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional().catch(undefined),
  contact: z.looseObject({ phone_number: words }).optional().catch(undefined),
  poll: z
    .looseObject({ question: words, options: z.array(line) })
    .optional()
    .catch(undefined),
  checklist: z
    .looseObject({ title: words, tasks: z.array(line) })
    .optional()
    .catch(undefined),
});

export const callbackShape = z.looseObject({
  id: words.min(1),
  from: user,
  data: words.optional(),
  // Telegram keeps the chat and number of a message that is too old to be shown.
  message: z.looseObject({
    message_id: id,
    chat,
    message_thread_id: id.optional(),
    is_topic_message: z.boolean().optional(),
  }),
});

export const deletionShape = z.looseObject({
  business_connection_id: words.min(1),
  chat: z.looseObject({ id }),
  message_ids: z.array(z.unknown()),
});

const reactions = z.array(z.looseObject({ type: words, emoji: maybeWords })).catch([]);
export const reactionShape = z.looseObject({
  chat,
  message_id: id,
  // Absent where somebody reacts in the name of a chat.
  user,
  old_reaction: reactions,
  new_reaction: reactions,
});

export function nameOf({ first_name, last_name }: z.output<typeof user>): { name?: string } {
  const name = [first_name, last_name].filter(Boolean).join(' ').trim();
  return name === '' ? {} : { name };
}
