/**
 * What a message says: its text or caption, and its files by their ids. A kind that Telegram invents later becomes an
 * attachment of unknown kind, so that a customer's message is never lost; a service message says nothing.
 */
import type { InboundContent } from '../../domain/message';
import { contentShape, nameOf, type TelegramMessage } from './shapes';

type Attachment = NonNullable<InboundContent['attachments']>[number];
export type Saying = { content: InboundContent } | { nothing: string };

/** Fields of every message that say nothing by themselves. */
const FRAME = new Set(
  `message_id message_thread_id from sender_chat date guest_query_id business_connection_id chat is_topic_message
  direct_messages_topic sender_tag receiver_user ephemeral_message_id sender_boost_count sender_business_bot
  forward_origin is_automatic_forward reply_to_message reply_to_checklist_task_id reply_to_poll_option_id is_paid_post
  external_reply quote reply_to_story via_bot guest_bot_caller_user guest_bot_caller_chat edit_date
  has_protected_content show_caption_above_media is_from_offline author_signature link_preview_options effect_id
  paid_star_count reply_markup entities caption_entities media_group_id has_media_spoiler text caption
  suggested_post_info`.split(/\s+/),
);

/** What Telegram tells about a chat in the form of a message. */
const SERVICE = new RegExp(
  `^(?:checklist_tasks_(?:done|added)|community_chat_|suggested_post_|direct_message_price_changed|chat_owner_|
  new_chat_|left_chat_member|delete_chat_photo|(?:group|supergroup|channel)_chat_created|managed_bot_created|
  poll_option_|message_auto_delete_timer_changed|migrate_(?:to|from)_chat_id|pinned_message|successful_payment|
  refunded_payment|users?_shared|chat_shared|connected_website|write_access_allowed|passport_data|
  proximity_alert_triggered|boost_added|chat_background_set|(?:general_)?forum_topic_|giveaway|gift|unique_gift|
  paid_message_price_changed|video_chat_|web_app_data)`.replace(/\s+/g, ''),
);

export function sayingOf(message: TelegramMessage): Saying {
  const fields = Object.keys(message).filter((key) => !FRAME.has(key) && message[key] !== undefined);
  const service = fields.find((key) => SERVICE.test(key));
  if (service) return { nothing: service };
  const parts = contentShape.parse(message);
  const text = parts.text || parts.caption || plainText(parts.rich_message?.blocks) || listed(parts);
  // Only what stands beneath something else is a caption; a field that is new beside words says nothing.
  const unseen = fields.length > 0 && (!text || text === parts.caption);
  const attachment = attachmentOf(parts) ?? (unseen ? { kind: 'other' as const, ...named(kindOf(fields)) } : null);
  if (!text && !attachment) return { nothing: 'message without content' };
  return {
    content: {
      text: text || '',
      ...(message.from && { from: { id: String(message.from.id), ...nameOf(message.from) } }),
      ...sentAt(message.date),
      ...(attachment && { attachments: [attachment] }),
    },
  };
}

/** A poll or a checklist, one line a choice. */
function listed({ poll, checklist }: ReturnType<typeof contentShape.parse>): string {
  const [title, lines] = poll ? [poll.question, poll.options] : [checklist?.title, checklist?.tasks ?? []];
  return title ? [title, ...lines.map(({ text }) => `- ${text}`)].join('\n') : '';
}

/** What Telegram calls the kind: `story`, `paid_media`. */
const kindOf = (fields: readonly string[]) => fields[0]?.replaceAll('_', ' ').slice(0, 64);

/** Coordinates and phone numbers stand only in `reference`, which is sealed. */
function attachmentOf(parts: ReturnType<typeof contentShape.parse>): Attachment | null {
  const { photo, voice, video, animation, document, audio, sticker, dice, location, contact } = parts;
  const largest = photo?.reduce((best, size) => (size.width * size.height > best.width * best.height ? size : best));
  if (largest) return { kind: 'photo', ...opened(largest) };
  if (voice) return { kind: 'voice', ...opened(voice) };
  // An animation also comes as a document, for older readers.
  const moving = video ?? parts.video_note ?? animation;
  if (moving) return { kind: 'video', ...opened(moving) };
  const kept = document ?? audio;
  if (kept) return { kind: 'file', ...opened(kept) };
  if (sticker) return { kind: 'sticker', ...named(sticker.emoji), ...opened(sticker) };
  if (dice) return { kind: 'sticker', ...named(dice.emoji) };
  if (location) return { kind: 'location', reference: `location:${location.latitude},${location.longitude}` };
  if (contact) return { kind: 'contact', reference: `contact:${JSON.stringify(contact)}` };
  return null;
}

const named = (name?: string) => (name ? { name } : {});
const opened = (file: { file_id: string; file_name?: unknown }) => ({
  ...(typeof file.file_name === 'string' && named(file.file_name)),
  reference: `file:${file.file_id}`,
});

function sentAt(seconds: number): { sentAt?: string } {
  const date = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(date.getTime()) ? { sentAt: date.toISOString() } : {};
}

const DEEPEST = 32;
const WORDED = ['text', 'summary', 'expression'];

/** The words of a rich message, one block a line; how they were set is not kept. */
function plainText(blocks: unknown[] | undefined): string {
  return blockText(blocks ?? [], DEEPEST).trim();
}

function blockText(node: unknown, depth: number): string {
  if (depth === 0 || typeof node !== 'object' || node === null) return '';
  const parts = Array.isArray(node)
    ? node.map((inner) => blockText(inner, depth - 1))
    : Object.entries(node).map(([key, inner]) =>
        WORDED.includes(key) ? inlineText(inner, depth - 1) : blockText(inner, depth - 1),
      );
  return parts.filter(Boolean).join('\n');
}

function inlineText(node: unknown, depth: number): string {
  if (typeof node === 'string') return node;
  if (depth === 0 || typeof node !== 'object' || node === null) return '';
  if (Array.isArray(node)) return node.map((inner) => inlineText(inner, depth - 1)).join('');
  return WORDED.map((key) => inlineText((node as Record<string, unknown>)[key], depth - 1)).join('');
}
