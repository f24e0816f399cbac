/**
 * Drafts under way, for readers who watch a conversation live: a state without a number, because nobody who comes later
 * needs it, and without a word of the draft.
 */
import type { StoreContext } from './context';
import type { ConversationDocument } from './documents';
import type { ConversationKey } from './store';

/** Longer than a draft may take with its retries: what is older was left behind by a process that is gone. */
const FRESH_MS = 60_000;

export async function noteDraft(
  { database }: StoreContext,
  { workflowId }: ConversationKey,
  state: 'started' | 'dropped',
): Promise<void> {
  const at = new Date();
  const { conversations } = database.models;
  await database.run(() =>
    conversations.updateOne({ _id: workflowId }, { $set: { draft: { state, at }, recordedAt: at } }),
  );
}

/** `at` tells a draft from the one before it. */
export function draftUnderWay(draft: ConversationDocument['draft']): { state: string; at: string } | null {
  if (!draft || draft.at.getTime() < Date.now() - FRESH_MS) return null;
  return { state: draft.state, at: draft.at.toISOString() };
}
