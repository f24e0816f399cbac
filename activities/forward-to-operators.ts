/**
 * Hands a later message on to the team's chats that know the conversation: a customer's, or what a colleague wrote
 * somewhere else. The team page shows it by itself.
 */
import type { ConversationKey } from '../store/store';
import { speaker } from './brief-text';
import { type PlaceDeps, tellPlaces } from './operators-places';
import { showsUnreadable } from './unreadable';

export const forwardToOperators =
  (deps: PlaceDeps) =>
  async ({
    conversation,
    seq,
    except,
  }: {
    conversation: ConversationKey;
    seq: number;
    except?: string;
  }): Promise<void> => {
    const row = await deps.store.transcripts.bySeq(conversation, seq);
    if (!row || row.deleted) return;
    await tellPlaces(deps, conversation, {
      purpose: 'forward',
      // The readable version of the same row is told as well.
      number: showsUnreadable(row) ? `${seq}:unreadable` : `${seq}`,
      text: `${speaker(row)}: ${row.text}`,
      where: except === undefined ? 'briefed' : { except },
    });
  };
