/**
 * `draftReply` as the workflow calls it. A draft that takes a moment is shown to readers as being written, and, for
 * push channels, the result is kept in the store, so that the send, a normal activity there, is given a reference:
 * each text stands in Temporal's history once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel, TypingTo } from '../channels/channel';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { type DraftReplyInput, type DraftReplyResult, draftReply as makeDraft } from './draft-reply';

export type StagedDraftInput = DraftReplyInput & { stageAs?: string };
export type Draft = Extract<DraftReplyResult, { kind: 'reply' }> & { stagedAs?: string };
export type StagedDraftResult = Exclude<DraftReplyResult, { kind: 'reply' }> | Draft;

/** Quicker drafts need no sign of life, and cost no write. */
const NOTICEABLE_MS = 300;
const TYPING_LASTS_MS = 4_000;

export const stageDraft = (deps: ActivityDeps) => {
  const draftReply = makeDraft(deps);
  return async ({ stageAs, ...input }: StagedDraftInput): Promise<StagedDraftResult> => {
    const shown = showDrafting(deps, input.conversation);
    const typing = showTyping(deps, input.conversation, Math.max(...input.seqs));
    try {
      const draft = await draftReply(input);
      if (draft.kind !== 'reply') return draft;
      await shown.end(draft.verdict !== 'handoff');
      if (!stageAs) return draft;
      const { text, confidence, citations, usage } = draft;
      const content = { text, confidence, citations, ...(usage && { usage }) };
      await deps.store.toolResults.save(input.conversation, stageAs, JSON.stringify(content));
      return { ...draft, stagedAs: stageAs };
    } catch (error) {
      await shown.end(false);
      throw error;
    } finally {
      shown.forget();
      typing.abort();
    }
  };
};

/** A sign of life, no promise: a store that does not answer never holds up or fails a draft. */
function showDrafting({ store, log }: Pick<ActivityDeps, 'store' | 'log'>, conversation: ConversationKey) {
  let started: Promise<void> | null = null;
  const note = (state: 'started' | 'dropped') =>
    store.conversations.noteDraft(conversation, state).catch(() => {
      log.warn({ workflowId: conversation.workflowId, state }, 'the draft could not be shown');
    });
  const timer = setTimeout(() => {
    started = note('started');
  }, NOTICEABLE_MS);
  return {
    forget: () => clearTimeout(timer),
    async end(leadsToAReply: boolean): Promise<void> {
      clearTimeout(timer);
      if (!started || leadsToAReply) return;
      // One after the other: the later word is the one that stays.
      await started;
      await note('dropped');
    },
  };
}

/** A platform shows that somebody writes for about five seconds: said again every four while the draft is made. */
function showTyping(
  { store, channels }: Pick<ActivityDeps, 'store' | 'channels'>,
  conversation: ConversationKey,
  seq: number,
): AbortController {
  const stopped = new AbortController();
  const channel = channels.find(conversation.channel, conversation.account);
  if (channel?.typing) void keepTyping(channel as TypingChannel, () => customerOf(store, conversation, seq), stopped);
  return stopped;
}

async function customerOf(store: ActivityDeps['store'], conversation: ConversationKey, seq: number): Promise<TypingTo> {
  return {
    address: await store.conversations.address(conversation),
    async answering() {
      const { originalId } = (await store.transcripts.bySeq(conversation, seq)) ?? {};
      const opened = originalId && (await store.originals.open(conversation, [originalId])).get(originalId);
      return opened ? opened.providerMessageId : undefined;
    },
  };
}

type TypingChannel = Channel & Required<Pick<Channel, 'typing'>>;

async function keepTyping(
  channel: TypingChannel,
  customer: () => Promise<TypingTo>,
  { signal }: AbortController,
): Promise<void> {
  try {
    await sleep(NOTICEABLE_MS, undefined, { signal });
    const to = await customer();
    while (!signal.aborted) {
      await channel.typing(to, signal);
      await sleep(TYPING_LASTS_MS, undefined, { signal });
    }
  } catch {
    // The draft is done, or the platform did not want to: both are nobody's concern.
  }
}
