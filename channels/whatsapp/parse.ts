/**
 * A WhatsApp webhook as events. Every array is walked and every element read alone, so that one broken element never
 * takes its neighbours with it. What a customer wrote has revision 1 and its unreadable forerunner, which has the same
 * id, revision 0: both are kept, whichever comes first.
 */
import { emojiOf } from '../../domain/reaction';
import type { ChannelEvent, WrittenEvent } from '../channel';
import { type Json, readEach, recordOf, recordsOf, secondsOf, textOf } from '../meta-webhook';
import { contentOf } from './content';
import { contactOf, customerOf, type Identity, identityOf, recipientOf } from './identity';
import { reasonOnWhatsApp } from './refusals';

export interface ParseOptions {
  phoneNumberId: string;
  isAutomatic(text: string): boolean;
}

/** An echo tells the device, never who held it. */
const DEVICE = { id: 'whatsapp-business-app', name: 'WhatsApp Business app' };
const STATES = { sent: 'sent', delivered: 'delivered', read: 'read', played: 'read', failed: 'failed' } as const;
const ignored = (type: string): ChannelEvent[] => [{ kind: 'ignored', type }];

export function parseWhatsApp(body: unknown, options: ParseOptions): ChannelEvent[] {
  const changes = recordsOf(recordOf(body).entry).flatMap((entry) => recordsOf(entry.changes));
  if (changes.length === 0) return ignored('a body without changes');
  return changes.flatMap((change) => parseChange(change, options));
}

function parseChange({ field, value }: Json, options: ParseOptions): ChannelEvent[] {
  const details = recordOf(value);
  const number = textOf(recordOf(details.metadata).phone_number_id);
  if (number !== undefined && number !== options.phoneNumberId) return ignored('another phone number');
  const name = textOf(field) ?? 'untyped';
  if (name === 'history' || name === 'smb_app_state_sync') return ignored(name);
  const events = [
    ...readEach(details.messages, (message) => parseMessage(message, details.contacts)),
    ...readEach(details.message_echoes, (echo) => parseEcho(echo, details.contacts, options)),
    ...readEach(details.statuses, (status) => parseStatus(status, details.contacts)),
    ...readEach(details.user_id_update, parseNewId),
    ...standbyOf(details.standby).flatMap((held) => parseStandby(held, options)),
  ];
  return events.length > 0 ? events : ignored(name);
}

function parseMessage(message: Json, contacts: unknown): ChannelEvent[] {
  if (message.type === 'system') return parseSystem(message, contacts);
  if (textOf(message.group_id) !== undefined) return ignored('a group message');
  const customer = customerOf(message, contacts);
  if (!customer) return ignored('a message from nobody');
  const { name, ...identity } = customer;
  if (message.type === 'reaction') return parseReaction(message, identity);
  const from = { id: customer.address, ...(name !== undefined && { name }) };
  return written(message, { author: 'customer', ...identity }, { from });
}

/** One that is taken back has no emoji. */
function parseReaction({ id, reaction }: Json, identity: Identity): ChannelEvent[] {
  const { message_id, emoji } = recordOf(reaction);
  const [messageId, replyTo, shown] = [textOf(id), textOf(message_id), emojiOf(emoji)];
  if (messageId === undefined || replyTo === undefined || shown === null) return ignored('reaction');
  return [{ kind: 'reaction', ...identity, messageId, replyTo, emoji: shown }];
}

function parseEcho(echo: Json, contacts: unknown, { isAutomatic }: ParseOptions): ChannelEvent[] {
  const recipient = recipientOf(echo, contacts);
  if (!recipient) return ignored('an echo to nobody');
  return written(echo, { author: 'echo', ...recipient, operator: DEVICE }, {}).map((event) =>
    'content' in event && isAutomatic(event.content.text) ? { ...event, automatic: true } : event,
  );
}

/**
 * Meta's own business agent has the conversation and we only listen. Its answers are no person's and none of ours; what
 * the customer writes to it is its to answer, and an answer of ours would take the conversation from it.
 */
function parseStandby(held: Json, options: ParseOptions): ChannelEvent[] {
  return [
    ...readEach(held.messages, () => ignored('a message held by another agent')),
    ...readEach(held.message_echoes, (echo) =>
      parseEcho(echo, held.contacts, options).map((event) =>
        'author' in event ? { ...event, automatic: true } : event,
      ),
    ),
    ...readEach(held.statuses, () => ignored("another agent's status")),
  ];
}

const standbyOf = (standby: unknown): Json[] => (Array.isArray(standby) ? recordsOf(standby) : [recordOf(standby)]);

type Who = Pick<WrittenEvent, 'author' | 'operator'> & Identity;

function written(message: Json, who: Who, more: { from?: { id: string; name?: string } }): ChannelEvent[] {
  const { edit, revoke, context, timestamp } = message;
  const change = recordOf(message.type === 'edit' ? edit : revoke);
  const original = textOf(change.original_message_id);
  if (message.type === 'revoke')
    return original === undefined
      ? ignored('a deletion of nothing')
      : [{ kind: 'deletion', ...who, messageId: original, revision: 0, content: { text: '' } }];
  const isEdit = message.type === 'edit';
  const messageId = isEdit ? original : textOf(message.id);
  if (messageId === undefined) return ignored('a message without an id');
  const reading = contentOf(isEdit ? recordOf(change.message) : message);
  if ('ignored' in reading) return ignored(reading.ignored);
  const { forwarded, frequently_forwarded, id } = recordOf(context);
  const replyTo = textOf(id);
  const sentAt = sentAtOf(timestamp);
  return [
    {
      kind: isEdit ? 'edit' : 'message',
      ...who,
      ...(replyTo !== undefined && { replyTo }),
      messageId,
      revision: isEdit ? secondsOf(timestamp) : reading.unreadable ? 0 : 1,
      content: { ...reading.content, ...more, ...(sentAt && { sentAt }) },
      ...((forwarded === true || frequently_forwarded === true) && { forwarded: true }),
    },
  ];
}

function sentAtOf(timestamp: unknown): string | undefined {
  const seconds = Number(textOf(timestamp));
  const at = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}

/** "This customer changed his number" or his id: the new names come first, the old ones are aliases. */
function parseSystem(message: Json, contacts: unknown): ChannelEvent[] {
  const system = recordOf(message.system);
  const type = textOf(system.type) ?? 'untyped';
  const { from, from_user_id, from_parent_user_id } = message;
  const contact = contactOf(contacts, from, from_user_id, from_parent_user_id);
  const identity = identityOf(
    ...[system.wa_id, system.new_wa_id, system.user_id, system.parent_user_id],
    ...[from, contact.wa_id, system.customer, system.previous_user_id, from_user_id, contact.user_id],
    ...[system.previous_parent_user_id, from_parent_user_id, contact.parent_user_id],
  );
  const changed = /^(user|customer)_changed_/.test(type);
  if (!changed || !identity || identity.aliases.length === 0) return ignored(`system ${type}`);
  return [{ kind: 'alias', ...identity }];
}

/** The same as a field of its own: each id with the one before it. */
function parseNewId({ wa_id, user_id, parent_user_id }: Json): ChannelEvent[] {
  const [own, parent] = [recordOf(user_id), recordOf(parent_user_id)];
  const identity = identityOf(wa_id, own.current, parent.current, own.previous, parent.previous);
  return identity && identity.aliases.length > 0 ? [{ kind: 'alias', ...identity }] : ignored('user_id_update');
}

function parseStatus(status: Json, contacts: unknown): ChannelEvent[] {
  const messageId = textOf(status.id);
  const state = STATES[textOf(status.status) as keyof typeof STATES];
  if (messageId === undefined || state === undefined) return ignored(`status ${textOf(status.status) ?? 'untyped'}`);
  const { recipient_id, recipient_user_id, recipient_parent_user_id } = status;
  const contact = contactOf(contacts, recipient_id, recipient_user_id, recipient_parent_user_id);
  const recipient = identityOf(
    ...[recipient_id, contact.wa_id, recipient_user_id, contact.user_id],
    ...[recipient_parent_user_id, contact.parent_user_id],
  );
  const metadata = textOf(status.biz_opaque_callback_data);
  // A failed status may name nobody; the message's id is enough to find the send.
  const { address, aliases } = recipient ?? { address: 'unnamed', aliases: [] };
  const why = state === 'failed' ? whyOf(status.errors) : undefined;
  return [
    {
      ...{ kind: 'receipt', address, messageId, state },
      ...(aliases.length > 0 && { aliases }),
      ...(why !== undefined && { why }),
      ...(metadata !== undefined && { metadata }),
    },
  ];
}

/** Meta's no to a send that it had taken has the codes of a refused send. */
function whyOf(errors: unknown): string | undefined {
  const [code] = recordsOf(errors).map((error) => Number(textOf(error.code)));
  return code === undefined ? undefined : reasonOnWhatsApp(code);
}
