/**
 * Hands a later message on to the team's chats that know the conversation: a customer's, or what a colleague wrote
 * somewhere else; and tells beneath it that it was edited or deleted. The team page shows all of it by itself.
 */
import type { TranscriptMessage } from '../domain/message';
import type { ConversationKey } from '../store/store';
import { speaker } from './brief-text';
import { clockTime } from './clock-time';
import { type PlaceDeps, tellPlaces, type WordToOperators } from './operators-places';
import { quoteOf } from './quoted';
import { showsUnreadable } from './unreadable';

export interface ForwardInput {
  conversation: ConversationKey;
  seq: number;
  /** The place it was written in. */
  except?: string;
  /** Tells one edit of the message from another. */
  edit?: number;
  /** Whether a brief showed the message that is gone; else only those hear of it who had it handed on. */
  deleted?: { briefed: boolean };
}

export const forwardToOperators =
  (deps: PlaceDeps) =>
  async (input: ForwardInput): Promise<void> => {
    const { conversation, seq, except, deleted } = input;
    const row = await deps.store.transcripts.bySeq(conversation, seq);
    if (!row || Boolean(row.deleted) !== Boolean(deleted)) return;
    await tellPlaces(deps, conversation, {
      purpose: 'forward',
      where: except === undefined ? 'briefed' : { except },
      ...(deleted ? deletion(deps, input, row, deleted) : await handedOn(deps, input, row)),
    });
  };

type Words = Pick<WordToOperators, 'number' | 'text' | 'about'>;

/** The readable version of the same row is told as well, and each of its edits. */
async function handedOn(
  deps: PlaceDeps,
  { conversation, seq, edit }: ForwardInput,
  row: TranscriptMessage,
): Promise<Words> {
  const version = showsUnreadable(row) ? ':unreadable' : edit === undefined ? '' : `:edit:${edit}`;
  const note = row.purpose === 'note' ? ' (note)' : '';
  const marks = `${note}${edit === undefined ? '' : ' (edited)'}${await quotedBy(deps, conversation, row)}`;
  const about = edit !== undefined && { about: { seq, only: false } };
  return { number: `${seq}${version}`, text: `${speaker(row)}${marks}: ${row.text}`, ...about };
}

/** Its words are gone, and are not said again: the time names it. */
function deletion(
  { business }: PlaceDeps,
  { conversation, seq }: ForwardInput,
  row: TranscriptMessage,
  { briefed }: { briefed: boolean },
): Words {
  const at = clockTime(row.at, business(conversation.businessId).timezone);
  const text = `${speaker(row)} deleted the message of ${at}.`;
  return { number: `${seq}:deleted`, text, about: { seq, only: !briefed } };
}

/** A chat shows messages without numbers, so what is quoted is told in its own words. */
async function quotedBy({ store }: PlaceDeps, conversation: ConversationKey, row: TranscriptMessage): Promise<string> {
  const quote = await quoteOf(store, conversation, row);
  if (!quote) return '';
  return quote.row ? ` (to ${speaker(quote.row)}: “${quote.text}”)` : ` (quoting “${quote.text}”)`;
}
