/**
 * Hands a later message on to the team's chats that know the conversation: a customer's, or what a colleague wrote
 * somewhere else. The team page shows it by itself.
 */
import type { TranscriptMessage } from '../domain/message';
import type { ConversationKey } from '../store/store';
import { speaker } from './brief-text';
import { type PlaceDeps, tellPlaces } from './operators-places';
import { quoteOf } from './quoted';
import { showsUnreadable } from './unreadable';

export const forwardToOperators =
  (deps: PlaceDeps) =>
  async ({
    conversation,
    seq,
    except,
    edit,
  }: {
    conversation: ConversationKey;
    seq: number;
    except?: string;
    /** Tells one edit of the message from another. */
    edit?: number;
  }): Promise<void> => {
    const row = await deps.store.transcripts.bySeq(conversation, seq);
    if (!row || row.deleted) return;
    // The readable version of the same row is told as well, and each of its edits.
    const version = showsUnreadable(row) ? ':unreadable' : edit === undefined ? '' : `:edit:${edit}`;
    await tellPlaces(deps, conversation, {
      purpose: 'forward',
      number: `${seq}${version}`,
      text: `${speaker(row)}${edit === undefined ? '' : ' (edited)'}${await quotedBy(deps, conversation, row)}: ${row.text}`,
      where: except === undefined ? 'briefed' : { except },
    });
  };

/** A chat shows messages without numbers, so what is quoted is told in its own words. */
async function quotedBy({ store }: PlaceDeps, conversation: ConversationKey, row: TranscriptMessage): Promise<string> {
  const quote = await quoteOf(store, conversation, row);
  if (!quote) return '';
  return quote.row ? ` (to ${speaker(quote.row)}: “${quote.text}”)` : ` (quoting “${quote.text}”)`;
}
