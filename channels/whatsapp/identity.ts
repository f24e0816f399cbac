/**
 * Who a customer is on WhatsApp. Since user names, a customer has up to three names: his number (`wa_id`), his id for
 * this business and his id for its parent; any of them may be missing or empty. One is his address, the others are
 * aliases. Empty strings name nobody: falling back on them would make one customer of many.
 */
import { type Json, recordOf, recordsOf, textOf } from '../meta-webhook';

export interface Identity {
  address: string;
  aliases: string[];
}

/** Of the names in order of preference; null where there is none. */
export function identityOf(...names: unknown[]): Identity | null {
  const [address, ...aliases] = new Set(
    names.flatMap(
      (name) =>
        textOf(name)
          ?.replace(/^\+(?=\d)/, '')
          .trim() ?? [],
    ),
  );
  return address === undefined ? null : { address, aliases };
}

/** The contact that belongs to a message or status: by name where there are several, else the only one. */
export function contactOf(contacts: unknown, ...names: unknown[]): Json {
  const all = recordsOf(contacts);
  const given = new Set(names.flatMap((name) => textOf(name) ?? []));
  const known = ({ wa_id, user_id, parent_user_id }: Json) =>
    [wa_id, user_id, parent_user_id].some((name) => given.has(textOf(name) ?? ''));
  return all.find(known) ?? (all.length === 1 && (given.size === 0 || isUnnamed(all[0])) ? (all[0] as Json) : {});
}

const isUnnamed = (contact: Json = {}) => identityOf(contact.wa_id, contact.user_id, contact.parent_user_id) === null;

export function customerOf(message: Json, contacts: unknown): (Identity & { name?: string }) | null {
  const { from, from_user_id, from_parent_user_id } = message;
  const contact = contactOf(contacts, from, from_user_id, from_parent_user_id);
  const identity = identityOf(
    ...[from, contact.wa_id, from_user_id, contact.user_id],
    ...[from_parent_user_id, contact.parent_user_id],
  );
  if (!identity) return null;
  const { name, username } = recordOf(contact.profile);
  const shown = textOf(name) ?? textOf(username);
  return { ...identity, ...(shown !== undefined && { name: shown }) };
}

/** Whom an echo went to. */
export function recipientOf(echo: Json, contacts: unknown): Identity | null {
  const { to, to_user_id, to_parent_user_id } = echo;
  const contact = contactOf(contacts, to, to_user_id, to_parent_user_id);
  return identityOf(to, contact.wa_id, to_user_id, contact.user_id, to_parent_user_id, contact.parent_user_id);
}
