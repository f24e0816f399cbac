/**
 * A customer's message, as one sentence: redact it, let the detectors and the draft run side by side, then reply or
 * hand off. Messages that arrive while a draft is in flight join its turn.
 */
import { CancellationScope, isCancellation, log } from '@temporalio/workflow';
import type { Draft } from '../activities/stage-draft';
import type { Signal } from '../domain/handoff';
import type { InboundReference } from '../domain/message';
import { model, quick, tools } from './activity-proxies';
import { type Conversation, remember, type Turn } from './context';
import { handOff, reopen } from './handoff';
import { enqueue } from './lanes';
import { cancelTurn } from './mode';
import { redactReference } from './redact-reference';
import { sendDraft } from './send-draft';
import { armIdle } from './timers';

const HOLD_MS = 2_000;
const MAX_REDRAFTS = 3;
const MAX_TOOL_ROUNDS = 3;

/** Takes one customer message, edit or deletion, in whatever mode the conversation is. */
export async function customerMessage(conversation: Conversation, reference: InboundReference): Promise<void> {
  const { state, settings } = conversation;
  const redacted = await redactReference(conversation, reference, 'customer');
  if (redacted.seq === null || redacted.text === null) return retract(conversation, redacted.seq);
  const at = Date.parse(reference.receivedAt);
  if (reference.kind === 'edit') return edited(conversation, redacted.seq);
  remember(conversation, { seq: redacted.seq, author: 'customer', text: redacted.text });
  state.unanswered.push({ seq: redacted.seq, at });

  if (state.mode === 'resolved') {
    reopen(conversation);
  } else if (state.mode !== 'ai') {
    enqueue(conversation, { kind: 'forward', seq: redacted.seq });
    return armIdle(conversation);
  }
  if (state.mode !== 'ai') return;
  if (redacted.failed) return handOff(conversation, [fixed('redaction_failed', 'the message was withheld')]);
  if (settings.policy.attachmentsHandOff && redacted.attachments.some((kind) => kind === 'photo' || kind === 'file')) {
    return handOff(conversation, [fixed('attachment', redacted.attachments.join(', '))]);
  }
  joinOrWait(conversation, Date.now() + (redacted.hold ? HOLD_MS : settings.policy.quietPeriodMs));
  await considerUnanswered(conversation);
}

/** Detectors and draft side by side over everything unanswered. The draft starts in the task that detects. */
export async function considerUnanswered(conversation: Conversation): Promise<void> {
  const { state } = conversation;
  if (state.mode !== 'ai') return;
  const detected = state.detectedUpTo < (state.unanswered.at(-1)?.seq ?? 0) ? detect(conversation) : Promise.resolve();
  startTurn(conversation, detected);
  await detected;
}

/** True when a draft should be made now: the AI has the conversation and somebody waits. */
export function isTurnDue({ state, turn, draining }: Conversation, now: number): boolean {
  return state.mode === 'ai' && !turn && !draining && state.unanswered.length > 0 && now >= state.turn.notBefore;
}

function joinOrWait(conversation: Conversation, notBefore: number): void {
  const { state, turn, settings } = conversation;
  const now = Date.now();
  const first = state.unanswered[0]?.at ?? now;
  const latest = first + settings.policy.maxWaitMs;
  state.turn.notBefore = Math.max(state.turn.notBefore, Math.min(notBefore, latest));
  if (!turn) return;
  const tooLate =
    turn.sending ||
    turn.wrote ||
    state.turn.redrafts >= MAX_REDRAFTS ||
    now - turn.startedAt >= settings.policy.maxWaitMs;
  if (tooLate) return;
  state.turn.redrafts += 1;
  cancelTurn(conversation);
}

async function detect(conversation: Conversation): Promise<void> {
  const { key, state } = conversation;
  const { epoch } = state;
  const seqs = state.unanswered.filter(({ seq }) => seq > state.detectedUpTo).map(({ seq }) => seq);
  state.detectedUpTo = Math.max(state.detectedUpTo, ...seqs);
  try {
    const { fired, language } = await quick('detectSignals', {
      conversation: key,
      seqs,
      upTo: state.seq,
      version: state.version,
      since: state.since,
    });
    if (language) state.language = language;
    if (fired.length > 0 && state.epoch === epoch) handOff(conversation, fired);
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.error('detection failed; the draft goes on', { epoch });
  }
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
  const number = turn.seqs[0] ?? 0;
  for (let toolRound = 0; ; toolRound++) {
    const draft = await model.draftReply({
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
      ...(settings.delivery === 'push' && { stageAs: `draft:${number}:${turn.seqs.length}:${toolRound}` }),
    });
    if (draft.kind === 'reply') return draft;
    if (toolRound >= MAX_TOOL_ROUNDS) throw new Error('the model asked for tools once too often');
    if (draft.calls.some(({ effect }) => effect === 'write')) turn.wrote = true;
    const results = await Promise.all(
      draft.calls.map((call) => tools.callTool({ conversation: key, turn: number, call })),
    );
    toolCallKeys.push(...results.map(({ callKey }) => callKey));
  }
}

/** Whatever went wrong with the model after its retries, a person is called: never silence. */
function draftFailed(conversation: Conversation, turn: Turn, error: unknown): void {
  if (conversation.turn !== turn) return;
  conversation.turn = null;
  if (isCancellation(error)) return;
  log.warn('the model did not answer', { epoch: turn.epoch });
  handOff(conversation, [fixed('ai_unavailable', 'the model did not answer')]);
}

function edited(conversation: Conversation, seq: number): Promise<void> | void {
  const { state, turn } = conversation;
  if (state.mode !== 'ai' || !state.unanswered.some((message) => message.seq === seq)) return;
  state.detectedUpTo = Math.min(state.detectedUpTo, seq - 1);
  if (turn && !turn.sending) cancelTurn(conversation);
  return considerUnanswered(conversation);
}

function retract(conversation: Conversation, seq: number | null): void {
  const { state, turn } = conversation;
  if (seq === null) return;
  state.unanswered = state.unanswered.filter((message) => message.seq !== seq);
  if (turn && !turn.sending && turn.seqs.includes(seq)) cancelTurn(conversation);
}

function fixed(reason: Signal['reason'], evidence: string): Signal {
  return { reason, score: 1, threshold: 1, evidence, detector: 'workflow' };
}
