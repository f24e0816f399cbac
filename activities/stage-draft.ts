/**
 * `draftReply` as the workflow calls it. A draft that takes a moment is shown to readers as being written, and, for
 * push channels, the result is kept in the store, so that the send, a normal activity there, is given a reference:
 * each text stands in Temporal's history once.
 */
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { type DraftReplyInput, type DraftReplyResult, draftReply as makeDraft } from './draft-reply';

export type StagedDraftInput = DraftReplyInput & { stageAs?: string };
export type Draft = Extract<DraftReplyResult, { kind: 'reply' }> & { stagedAs?: string };
export type StagedDraftResult = Exclude<DraftReplyResult, { kind: 'reply' }> | Draft;

/** Quicker drafts need no sign of life, and cost no write. */
const NOTICEABLE_MS = 300;

export const stageDraft = (deps: ActivityDeps) => {
  const draftReply = makeDraft(deps);
  return async ({ stageAs, ...input }: StagedDraftInput): Promise<StagedDraftResult> => {
    const shown = showDrafting(deps, input.conversation);
    try {
      const draft = await draftReply(input);
      if (draft.kind !== 'reply') return draft;
      await shown.end(draft.verdict !== 'handoff');
      if (!stageAs) return draft;
      const { text, confidence, citations } = draft;
      await deps.store.toolResults.save(input.conversation, stageAs, JSON.stringify({ text, confidence, citations }));
      return { ...draft, stagedAs: stageAs };
    } catch (error) {
      await shown.end(false);
      throw error;
    } finally {
      shown.forget();
    }
  };
};

/** A sign of life, no promise: a store that does not answer never holds up or fails a draft. */
function showDrafting({ store, log }: Pick<ActivityDeps, 'store' | 'log'>, conversation: ConversationKey) {
  let started = false;
  const note = (state: 'started' | 'dropped') =>
    store.conversations.noteDraft(conversation, state).catch(() => {
      log.warn({ workflowId: conversation.workflowId, state }, 'the draft could not be shown');
    });
  const timer = setTimeout(() => {
    started = true;
    void note('started');
  }, NOTICEABLE_MS);
  return {
    forget: () => clearTimeout(timer),
    async end(leadsToAReply: boolean): Promise<void> {
      clearTimeout(timer);
      if (started && !leadsToAReply) await note('dropped');
    },
  };
}
