/** The last step of a turn: the fenced send. What the fence refuses is dropped, and the turn is made again if it is still ours. */
import { CancellationScope, log } from '@temporalio/workflow';
import type { Draft } from '../activities/stage-draft';
import { durable, quick } from './activity-proxies';
import { type Conversation, remember, type Turn } from './context';
import { tellOutcome } from './lanes';
import { keepUp } from './state';
import { summarise } from './summarise';

/** After a refusal by the fence: time for the operator's signal, or for an echo's grace to end. */
const FENCED_RETRY_MS = 3_000;

export async function sendDraft(conversation: Conversation, turn: Turn, draft: Draft): Promise<void> {
  const { key, state, settings } = conversation;
  turn.sending = true;
  const seq = ++state.seq;
  const input = {
    conversation: key,
    epoch: turn.epoch,
    consumedMark: state.consumedMark,
    answers: turn.numbers,
    seq,
    eventNo: ++state.eventNo,
  };
  const { text, confidence, citations, usage } = draft;
  // Not cancellable: once it may have been claimed only the fence decides, and its answer has to be heard.
  const sent = await CancellationScope.nonCancellable(() =>
    settings.delivery === 'push' && draft.stagedAs
      ? durable.sendReply({ ...input, reply: { stagedAs: draft.stagedAs } })
      : quick(conversation.local, 'sendReply', {
          ...input,
          reply: { text, confidence, citations, ...(usage && { usage }) },
        }),
  );
  keepUp(state, sent);
  if (sent.state === 'superseded') {
    log.info('reply superseded by the fence', { epoch: turn.epoch });
    state.turn.notBefore = Date.now() + FENCED_RETRY_MS;
  } else {
    const answered = new Set(sent.answered);
    state.unanswered = state.unanswered.filter(({ number }) => !answered.has(number));
    remember(conversation, { seq: sent.seq, author: 'ai', text });
    state.turn.clarifyAsked = draft.verdict === 'clarify';
    state.turn.redrafts = 0;
    state.turn.notBefore = 0;
    summarise(conversation);
    if (sent.state !== 'sent') tellOutcome(conversation, sent.state, sent.why);
  }
  if (conversation.turn === turn) conversation.turn = null;
}
