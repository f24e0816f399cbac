/**
 * A Messenger webhook as events. While another app has the thread its events come under `standby` instead of
 * `messaging`: what is said there is said all the same. An echo tells who spoke by the app that sent it.
 */
import { emojiOf } from '../../domain/reaction';
import type { ChannelEvent, WrittenEvent } from '../channel';
import { type Json, readEach, recordOf, recordsOf, secondsOf, textOf } from '../meta-webhook';
import { contentOf } from './content';

export interface ParseOptions {
  appId: string;
  /** Null: whichever page it is. */
  pageId?: string | null;
  isAutomatic(text: string): boolean;
}

/** Apps in which a person types: the page's inbox, and the inbox that Facebook and Instagram share. */
const INBOXES = new Set(['263902037430900', '1217981644879628']);
const PERSON = { id: 'page-inbox', name: 'Page inbox' };
const SILENT = [
  ...['read', 'referral', 'optin', 'account_linking', 'policy_enforcement', 'game_play'],
  ...['pass_thread_control', 'take_thread_control', 'request_thread_control', 'app_roles', 'message_feedback'],
];
const ignored = (type: string): ChannelEvent[] => [{ kind: 'ignored', type }];

export function parseMessenger(body: unknown, options: ParseOptions): ChannelEvent[] {
  const { pageId = null } = options;
  const entries = recordsOf(recordOf(body).entry);
  const read = (event: Json) => parseEvent(event, options);
  const events = entries.flatMap(({ id, messaging, standby }) =>
    pageId !== null && textOf(id) !== pageId
      ? ignored('another page')
      : [...readEach(messaging, read), ...readEach(standby, read)],
  );
  if (events.length > 0) return events;
  const [change] = entries.flatMap((entry) => recordsOf(entry.changes));
  return ignored(textOf(change?.field) ?? 'a body without messaging');
}

function parseEvent(event: Json, options: ParseOptions): ChannelEvent[] {
  const { message, message_edit, postback, delivery } = event;
  if (message !== undefined) return parseMessage(event, recordOf(message), options);
  if (message_edit !== undefined) return parseEdit(event, recordOf(message_edit));
  if (postback !== undefined) return parsePostback(event, recordOf(postback));
  if (delivery !== undefined) return parseDelivery(event, recordOf(delivery));
  if (event.reaction !== undefined) return parseReaction(event, recordOf(event.reaction));
  return ignored(SILENT.find((name) => event[name] !== undefined) ?? 'an unknown event');
}

const idOf = (side: unknown) => textOf(recordOf(side).id);

function parseMessage(event: Json, message: Json, options: ParseOptions): ChannelEvent[] {
  const isEcho = message.is_echo === true;
  // The customer is the other side: an echo goes from the page to him.
  const address = idOf(isEcho ? event.recipient : event.sender);
  const messageId = textOf(message.mid);
  if (address === undefined || messageId === undefined) return ignored('a message without an id or a sender');
  const who = isEcho ? echoOf(address, message, options) : customer(address);
  if (message.is_deleted === true) return [{ kind: 'deletion', ...who, messageId, revision: 0, content: { text: '' } }];
  const content = contentOf(message);
  if (!content) return ignored('an empty message');
  const replyTo = textOf(recordOf(message.reply_to).mid);
  const automatic = isEcho && (who.automatic || options.isAutomatic(content.text));
  return [
    {
      kind: 'message',
      ...who,
      ...(automatic && { automatic }),
      ...(replyTo !== undefined && { replyTo }),
      messageId,
      revision: message.is_unsupported === true ? 0 : 1,
      content: { ...content, ...(!isEcho && { from: { id: address } }), ...sentAt(event) },
    },
  ];
}

type Who = Pick<WrittenEvent, 'author' | 'address' | 'operator' | 'metadata' | 'own' | 'automatic'>;

const customer = (address: string): Who => ({ author: 'customer', address });

/**
 * Ours where the app's id proves it; a person where an inbox or nothing at all is named, unless our metadata says
 * otherwise; any other app is a machine that answers beside us. The id is a number here and a text elsewhere.
 */
function echoOf(address: string, message: Json, { appId }: ParseOptions): Who {
  const app = textOf(message.app_id);
  const metadata = textOf(message.metadata);
  const echo: Who = { author: 'echo', address, ...(metadata !== undefined && { metadata }) };
  if (app === appId) return { ...echo, own: true };
  const person = app === undefined || INBOXES.has(app);
  return person ? { ...echo, operator: PERSON } : { ...echo, automatic: true };
}

function parseEdit(event: Json, edit: Json): ChannelEvent[] {
  const address = idOf(event.sender);
  const messageId = textOf(edit.mid);
  const text = textOf(edit.text);
  if (address === undefined || messageId === undefined || text === undefined) return ignored('an edit of nothing');
  const content = { text, from: { id: address }, ...sentAt(event) };
  const revision = secondsOf(Number(textOf(event.timestamp)) / 1000);
  return [{ kind: 'edit', ...customer(address), messageId, revision, content }];
}

/**
 * A pressed button reads as its title, or as what it stands for where it shows a picture. Postbacks of old have no id:
 * the customer and the moment name them.
 */
function parsePostback(event: Json, postback: Json): ChannelEvent[] {
  const address = idOf(event.sender);
  const text = textOf(postback.title) ?? textOf(postback.payload);
  if (address === undefined || text === undefined) return ignored('postback');
  const messageId = textOf(postback.mid) ?? `postback:${address}:${textOf(event.timestamp) ?? ''}`;
  const content = { text, from: { id: address }, ...sentAt(event) };
  return [{ kind: 'message', ...customer(address), messageId, revision: 1, content }];
}

/** Where Messenger sends a name alone. */
const EMOJIS: Readonly<Record<string, string>> = { dislike: '👎', angry: '😠', like: '👍', love: '❤' };

function parseReaction(event: Json, { action, reaction, emoji, mid }: Json): ChannelEvent[] {
  const address = idOf(event.sender);
  const replyTo = textOf(mid);
  const shown = emojiOf(emoji) ?? EMOJIS[textOf(reaction) ?? ''];
  if (action !== 'react' || address === undefined || replyTo === undefined || !shown) return ignored('reaction');
  return [{ kind: 'reaction', address, messageId: `${replyTo}/reaction/${shown}`, replyTo, emoji: shown }];
}

/** One receipt a message. A watermark without ids tells nothing that the ids did not. */
function parseDelivery(event: Json, { mids }: Json): ChannelEvent[] {
  const address = idOf(event.sender);
  const ids = Array.isArray(mids) ? mids.flatMap((mid) => textOf(mid) ?? []) : [];
  if (address === undefined || ids.length === 0) return ignored('delivery');
  return ids.map((messageId) => ({ kind: 'receipt', address, messageId, state: 'delivered' }));
}

function sentAt({ timestamp }: Json): { sentAt?: string } {
  const at = new Date(Number(textOf(timestamp)));
  return Number.isNaN(at.getTime()) ? {} : { sentAt: at.toISOString() };
}
