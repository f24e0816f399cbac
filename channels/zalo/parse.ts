/**
 * One event of Zalo. Who is the customer follows from the event's kind, because nothing in a webhook says which id is the
 * official account's. What the account itself sent comes back whoever wrote it, so it is an echo and nothing more:
 * `admin_id` is set only for one of the ways a person can write, and its absence proves nothing.
 */
import { emojiOf } from '../../domain/reaction';
import type { ChannelEvent, WebhookRequest } from '../channel';
import { anonymousAddress } from './address';
import { contentOf } from './content';
import { envelope, type ZaloEvent, type ZaloMessage } from './shapes';

const ignored = (type: string): ChannelEvent => ({ kind: 'ignored', type });

const WRITTEN = /^(user_send|anonymous_send|oa_send_anonymous|oa_send)_(?!group_)([a-z_]+)$/;
/** Sent by the account without anybody writing: calls to agree to, templates of other programs. */
const NOT_WRITTEN = new Set(['consent', 'template']);
const RECEIPTS = { user_received_message: 'delivered', user_seen_message: 'read' } as const;

export function parseZalo({ body }: WebhookRequest): ChannelEvent[] {
  const event = envelope.safeParse(fromJson(body)).data;
  if (!event) return [ignored('unknown shape')];
  const { event_name: name } = event;
  if (name === 'user_received_message' || name === 'user_seen_message') return readReceipts(event, RECEIPTS[name]);
  if (name === 'user_reacted_message') return [readReaction(event)];
  if (name === 'anonymous_reacted_message' || name === 'oa_reacted_message') return [ignored('reaction')];
  const [, by = '', kind = ''] = WRITTEN.exec(name) ?? [];
  return [kind === '' || (by.startsWith('oa') && NOT_WRITTEN.has(kind)) ? ignored(name) : readMessage(event, by, kind)];
}

function fromJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

/** Named after our own message. The account is the sender here, the customer the recipient. */
function readReceipts(
  { event_name, recipient, sender, message }: ZaloEvent,
  state: 'delivered' | 'read',
): ChannelEvent[] {
  const address = recipient?.id ?? sender?.id;
  const ids = [...new Set([message?.msg_id, ...(message?.msg_ids ?? [])])].filter((id) => id !== undefined);
  if (!address || ids.length === 0) return [ignored(event_name)];
  return ids.map((messageId) => ({ kind: 'receipt', address, messageId, state }));
}

/** Zalo's own codes of the icons that its apps offer first; any other one tells nothing. */
const ICONS: Readonly<Record<string, string>> = {
  ...{ '/-strong': '👍', '/-heart': '❤', ':>': '😆', ':o': '😮', ':-((': '😭' },
  ...{ '/-weak': '👎', ':-h': '😠' },
};

function readReaction({ sender, message }: ZaloEvent): ChannelEvent {
  const icon = message?.react_icon ?? '';
  const emoji = Object.hasOwn(ICONS, icon) ? ICONS[icon] : emojiOf(icon);
  const replyTo = message?.msg_id;
  if (!sender?.id || !replyTo || !emoji) return ignored('reaction');
  return { kind: 'reaction', address: sender.id, messageId: `${replyTo}/reaction/${emoji}`, replyTo, emoji };
}

function readMessage(event: ZaloEvent, by: string, kind: string): ChannelEvent {
  const { sender, recipient, message, timestamp } = event;
  const echo = by.startsWith('oa');
  const id = (echo ? recipient : sender)?.id;
  const anonymous = by === 'anonymous_send' || by === 'oa_send_anonymous';
  if (!id || !message || (anonymous && !message.conversation_id)) return ignored(`${event.event_name} of nobody`);
  const address = anonymous ? anonymousAddress(id, message.conversation_id ?? '') : id;
  const sentAt = timeOf(timestamp);
  return {
    ...{ kind: 'message', author: echo ? 'echo' : 'customer', address },
    ...(message.quote_msg_id && { replyTo: message.quote_msg_id }),
    ...{ messageId: messageIdOf(message, address, timestamp), revision: 0 },
    content: {
      ...contentOf(kind, message),
      ...(!echo && { from: { id: address } }),
      ...(sentAt && { sentAt }),
    },
    // Never a guessed colleague: whoever wrote as the account.
    ...(echo && { operator: { id: sender?.admin_id ?? 'official-account' } }),
  };
}

/** The console's test button names every event by the same sentence; real names have no spaces. */
function messageIdOf({ msg_id }: ZaloMessage, address: string, timestamp = ''): string {
  if (msg_id && /^\S{1,200}$/.test(msg_id)) return msg_id;
  return msg_id ? `test:${timestamp}` : `${address}:${timestamp}`;
}

function timeOf(timestamp: string | undefined): string | undefined {
  const ms = Number(timestamp);
  return timestamp && ms > 0 && ms <= 8.64e15 ? new Date(ms).toISOString() : undefined;
}
