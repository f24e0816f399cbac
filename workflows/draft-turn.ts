/**
 * The AI's turn: detectors and draft side by side over everything unanswered, then one verdict: reply or hand off. A
 * draft whose turn is no longer the conversation's is dropped.
 */
import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation, log } from '@temporalio/workflow';
import type { DetectSignalsResult } from '../activities/detect-signals';
import type { Draft } from '../activities/stage-draft';
import { model, quick, tools } from './activity-proxies';
import type { Conversation, Turn } from './context';
import { certain, handOff } from './handoff';
import { sendDraft } from './send-draft';
import { unjudged } from './state';
import { usableSummary } from './summarise';

const MAX_TOOL_ROUNDS = 3;

/**
 * Detectors and draft over everything unanswered. The draft starts in the task that detects; where they have judged
 * already, only if they see no need for a person.
 */
export async function considerUnanswered(conversation: Conversation, judged?: DetectSignalsResult): Promise<void> {
  const { state } = conversation;
  if (state.mode !== 'ai') return;
  if (judged) {
    state.detectedUpTo = Math.max(state.detectedUpTo, ...unjudged(state));
    if (heed(conversation, judged, state.epoch)) return;
  }
  const detected = state.detectedUpTo < (state.unanswered.at(-1)?.seq ?? 0) ? detect(conversation) : Promise.resolve();
  startTurn(conversation, detected);
  await detected;
}

/** An emoji under a message is judged as words are, together with those nobody judged; it starts no draft of its own. */
export async function considerReaction(
  conversation: Conversation,
  seq: number,
  judged?: DetectSignalsResult,
): Promise<void> {
  if (judged) await considerUnanswered(conversation, judged);
  else await detect(conversation, [seq]);
}

/** True when a draft should be made now: the AI has the conversation and somebody waits. */
export function isTurnDue({ state, turn, draining }: Conversation, now: number): boolean {
  return state.mode === 'ai' && !turn && !draining && state.unanswered.length > 0 && now >= state.turn.notBefore;
}

async function detect(conversation: Conversation, besides: readonly number[] = []): Promise<void> {
  const { key, state } = conversation;
  const { epoch } = state;
  const seqs = [...unjudged(state), ...besides];
  state.detectedUpTo = Math.max(state.detectedUpTo, ...seqs);
  try {
    const judged = await quick(conversation.local, 'detectSignals', {
      conversation: key,
      seqs,
      upTo: state.seq,
      version: state.version,
      since: state.since,
    });
    heed(conversation, judged, epoch);
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.error('detection failed; the draft goes on', { epoch });
  }
}

/** True when the detectors call a person, and nothing was decided since they were asked. */
function heed(conversation: Conversation, { fired, language }: DetectSignalsResult, epoch: number): boolean {
  if (language) conversation.state.language = language;
  if (fired.length === 0 || conversation.state.epoch !== epoch) return false;
  handOff(conversation, fired);
  return true;
}

function startTurn(conversation: Conversation, detected: Promise<void>): void {
  const { state } = conversation;
  const now = Date.now();
  if (!isTurnDue(conversation, now)) {
    if (conversation.turn)
      conversation.turn.detected = Promise.all([conversation.turn.detected, detected]).then(() => undefined);
    return;
  }
  const turn: Turn = {
    epoch: state.epoch,
    seqs: state.unanswered.map(({ seq }) => seq),
    numbers: state.unanswered.map(({ number }) => number),
    startedAt: now,
    scope: new CancellationScope(),
    detected,
    wrote: false,
    sending: false,
  };
  conversation.turn = turn;
  void turn.scope.run(() => draftAndReply(conversation, turn)).catch((error) => draftFailed(conversation, turn, error));
}

async function draftAndReply(conversation: Conversation, turn: Turn): Promise<void> {
  await conversation.recorded;
  const draft = await draftWithTools(conversation, turn);
  await turn.detected;
  if (conversation.turn !== turn) {
    log.info('draft superseded', { epoch: turn.epoch });
    return;
  }
  if (draft.verdict === 'handoff' || draft.fired.length > 0) {
    conversation.turn = null;
    return handOff(conversation, draft.fired.length > 0 ? draft.fired : draft.measured);
  }
  await sendDraft(conversation, turn, draft);
}

/** At most three rounds of tools; each model step and each call is an activity of its own. */
async function draftWithTools({ key, state, settings }: Conversation, turn: Turn): Promise<Draft> {
  const toolCallKeys: string[] = [];
  const number = turn.numbers[0] ?? 0;
  let used: Draft['usage'];
  const summaryKey = usableSummary(state);
  for (let toolRound = 0; ; toolRound++) {
    const draft = await model.draftReply.executeWithOptions({ summary: `answers ${turn.seqs.join(', ')}` }, [
      {
        conversation: key,
        turn: number,
        seqs: turn.seqs,
        upTo: Math.max(...turn.seqs, state.seq),
        version: state.version,
        since: state.since,
        language: state.language,
        clarifyAsked: state.turn.clarifyAsked,
        toolRound,
        toolCallKeys,
        ...(used && { used }),
        ...(summaryKey && { summaryKey }),
        ...(settings.delivery === 'push' && { stageAs: `draft:${number}:${turn.seqs.length}:${toolRound}` }),
      },
    ]);
    if (draft.kind === 'reply') return draft;
    used = draft.usage;
    if (toolRound >= MAX_TOOL_ROUNDS) throw new Error('the model asked for tools once too often');
    if (draft.calls.some(({ effect }) => effect === 'write')) turn.wrote = true;
    const results = await Promise.all(
      draft.calls.map((call) =>
        tools.callTool.executeWithOptions({ summary: call.agreed ? `${call.name}, agreed` : call.name }, [
          { conversation: key, turn: number, call },
        ]),
      ),
    );
    toolCallKeys.push(...results.map(({ callKey }) => callKey));
  }
}

/** Whatever went wrong with the model after its retries, a person is called: never silence. */
function draftFailed(conversation: Conversation, turn: Turn, error: unknown): void {
  if (conversation.turn !== turn) return;
  conversation.turn = null;
  if (isCancellation(error)) return;
  const why = failureName(error);
  log.warn('the model did not answer', { epoch: turn.epoch, reason: why });
  handOff(conversation, [certain('ai_unavailable', `the model did not answer: ${why}`)]);
}

/** The type that the activity gave its failure; never its text, which may quote. */
function failureName(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure) return cause.type ?? 'failure';
  return cause instanceof Error ? cause.name : 'unknown failure';
}
