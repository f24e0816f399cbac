/**
 * What happened to one message of a channel. Bots are never operators, ours least of all; our own post proves a send
 * by the outbox key in its metadata. Unfurled links, reply counts and pins also come as "changed" and mean nothing.
 */
import type { AttachmentKind, InboundContent, Person } from '../../domain/message';
import type { ChannelEvent } from '../channel';
import { type MessageEvent, messageEvent, type SlackFile, type SlackMessage, slackMessage } from './shapes';
import { readCommand, readText } from './text';

/** How the outbox key travels in a message's metadata. */
export const METADATA_TYPE = 'baton_message';

/** Message names are unique in their channel only. */
export const messageName = (channel: string, ts: string) => `${channel}:${ts}`;

/** Subtypes that are a person's words; every other one is Slack telling about itself. */
const SPOKEN = new Set(['file_share', 'thread_broadcast', 'me_message']);
/** Whoever Slack signed the event for: our app and, where it says so, our bot's user. */
export interface OwnIdentity {
  app?: string | undefined;
  user?: string | undefined;
}

const ignored = (type: string): ChannelEvent => ({ kind: 'ignored', type });

export function readMessageEvent(event: unknown, own: OwnIdentity): ChannelEvent {
  const outer = messageEvent.safeParse(event).data;
  if (!outer) return ignored('message without a channel');
  if (outer.subtype === 'message_changed') return readChange(outer, own);
  if (outer.subtype === 'message_deleted') {
    return readDeletion(outer, outer.deleted_ts, outer.previous_message, own);
  }
  const message = slackMessage.safeParse(event).data;
  if (!message) return ignored('message without a time');
  if (isBots(message) || isOwn(message, own)) return ownPost(outer.channel, message, own);
  if (message.subtype && !SPOKEN.has(message.subtype)) return ignored(message.subtype);
  return written(outer.channel, message, 'message', 0);
}

function readChange(outer: MessageEvent, own: OwnIdentity): ChannelEvent {
  const { channel, message, previous_message: before } = outer;
  if (!message) return ignored('message_changed without a message');
  // A thread whose first message is deleted keeps a stone in its place.
  if (message.subtype === 'tombstone') return readDeletion(outer, message.ts, before, own);
  if (isBots(message) || isOwn(message, own)) return ownPost(channel, message, own);
  if (!message.edited || message.edited.ts === before?.edited?.ts) return ignored('message_changed, text untouched');
  if (message.subtype && !SPOKEN.has(message.subtype)) return ignored(message.subtype);
  return written(channel, message, 'edit', Math.max(2, Math.floor(Number(message.edited.ts))));
}

function readDeletion(
  { channel }: MessageEvent,
  ts: string | undefined,
  before: SlackMessage | undefined,
  own: OwnIdentity,
): ChannelEvent {
  if (!ts) return ignored('message_deleted without a time');
  if (before && (isBots(before) || isOwn(before, own))) return ignored('deleted message of a bot');
  const { user, thread_ts } = before ?? {};
  return {
    ...{ kind: 'deletion', author: 'operator', address: channel },
    ...(thread_ts && thread_ts !== ts && { thread: thread_ts }),
    ...{ messageId: messageName(channel, ts), revision: 0, content: { text: '' } },
    ...(user && { operator: { id: user } }),
  };
}

function isBots({ bot_id, subtype, user }: SlackMessage): boolean {
  return bot_id !== undefined || subtype === 'bot_message' || user === 'USLACKBOT';
}

/** A modern post of ours has a user and no subtype, like a person's; the app's id tells, or our bot's user. */
function isOwn({ app_id, bot_profile, user }: SlackMessage, own: OwnIdentity): boolean {
  const app = app_id ?? bot_profile?.app_id;
  return (app !== undefined && app === own.app) || (user !== undefined && user === own.user);
}

/** Metadata of other apps proves nothing. */
function ownPost(channel: string, message: SlackMessage, own: OwnIdentity): ChannelEvent {
  return isOwn(message, own) ? postedProof(channel, message.ts, message.metadata) : ignored('message of a bot');
}

export function postedProof(channel: string, ts: string, metadata: SlackMessage['metadata']): ChannelEvent {
  const outboxKey = metadata?.event_type === METADATA_TYPE ? metadata.event_payload.outboxKey : undefined;
  if (!outboxKey) return ignored('own message');
  return {
    ...{ kind: 'receipt', address: channel, messageId: messageName(channel, ts) },
    ...{ state: 'sent', metadata: outboxKey },
  };
}

function written(channel: string, message: SlackMessage, kind: 'message' | 'edit', revision: number): ChannelEvent {
  const { ts, thread_ts, user, subtype } = message;
  if (!user) return ignored('message of nobody');
  const content = contentOf(message);
  if (content.text === '' && !content.attachments) return ignored('message without content');
  return {
    ...{ kind, author: 'operator', address: channel },
    ...(thread_ts && thread_ts !== ts && { thread: thread_ts }),
    ...{ messageId: messageName(channel, ts), revision, content },
    ...(subtype !== 'me_message' && isShare(message) && { forwarded: true }),
    operator: personOf(user, message),
  };
}

function personOf(id: string, { user_profile: profile }: SlackMessage): Person {
  const name = profile?.display_name ?? profile?.real_name;
  return { id, ...(name && { name }) };
}

function isShare({ text, attachments }: SlackMessage): boolean {
  return !text?.trim() && (attachments ?? []).some(({ is_share, is_msg_unfurl }) => is_share || is_msg_unfurl);
}

function contentOf(message: SlackMessage): InboundContent {
  const { ts, text = '', blocks, files = [], user } = message;
  const attachments: NonNullable<InboundContent['attachments']> = files
    .filter(({ mode }) => mode !== 'tombstone')
    .map((file) => {
      const reference = file.url_private_download ?? file.url_private;
      return { kind: kindOf(file), ...(file.name && { name: file.name }), ...(reference && { reference }) };
    });
  if (attachments.length === 0 && isShare(message)) attachments.push({ kind: 'other' });
  return {
    text: readCommand(readText(text, blocks)),
    ...(user && { from: personOf(user, message) }),
    sentAt: new Date(Math.floor(Number(ts) * 1000)).toISOString(),
    ...(attachments.length > 0 && { attachments }),
  };
}

function kindOf({ mimetype = '', subtype = '' }: SlackFile): AttachmentKind {
  if (mimetype.startsWith('image/')) return 'photo';
  if (mimetype.startsWith('audio/') || subtype === 'slack_audio') return 'voice';
  return mimetype.startsWith('video/') ? 'video' : 'file';
}
