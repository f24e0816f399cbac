/**
 * `draftReply` as the workflow calls it. For push channels the draft is also kept in the store, so that the send, a
 * normal activity there, is given a reference: each text stands in Temporal's history once.
 */
import type { ActivityDeps } from './deps';
import { type DraftReplyInput, type DraftReplyResult, draftReply as makeDraft } from './draft-reply';

export type StagedDraftInput = DraftReplyInput & { stageAs?: string };
export type Draft = Extract<DraftReplyResult, { kind: 'reply' }> & { stagedAs?: string };
export type StagedDraftResult = Exclude<DraftReplyResult, { kind: 'reply' }> | Draft;

export const stageDraft = (deps: ActivityDeps) => {
  const draftReply = makeDraft(deps);
  return async ({ stageAs, ...input }: StagedDraftInput): Promise<StagedDraftResult> => {
    const draft = await draftReply(input);
    if (draft.kind !== 'reply' || !stageAs) return draft;
    const { text, confidence, citations } = draft;
    await deps.store.toolResults.save(input.conversation, stageAs, JSON.stringify({ text, confidence, citations }));
    return { ...draft, stagedAs: stageAs };
  };
};
