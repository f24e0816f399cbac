/**
 * A customer's message: redacted, then for the AI or for the operators, as the mode says. Messages that arrive while a
 * draft is in flight join its turn.
 */
import { patched } from '@temporalio/workflow';
import type { DetectSignalsResult } from '../activities/detect-signals';
import type { InboundReference } from '../domain/message';
import { type Conversation, remember } from './context';
import { considerReaction, considerUnanswered } from './draft-turn';
import { certain, handOff, reopen } from './handoff';
import { enqueue } from './lanes';
import { cancelTurn } from './mode';
import { redactReference } from './redact-reference';
import { armIdle, stopIdle } from './timers';

const HOLD_MS = 2_000;
const MAX_REDRAFTS = 3;

/** Takes one customer message, edit or deletion, in whatever mode the conversation is. */
export async function customerMessage(conversation: Conversation, reference: InboundReference): Promise<void> {
  const { state, settings } = conversation;
  const { epoch } = state;
  const redacted = await redactReference(conversation, reference, 'customer');
  if (redacted.seq === null || redacted.text === null) return retract(conversation, redacted.seq);
  const at = Date.parse(reference.receivedAt);
  if (reference.kind === 'edit') return edited(conversation, redacted.seq);
  if (redacted.replaced) forgetVersion(conversation, redacted.seq);
  remember(conversation, { seq: redacted.seq, author: 'customer', text: redacted.text });
  if (redacted.reaction)
    return reacted(conversation, redacted.seq, state.epoch === epoch ? redacted.judged : undefined);
  state.unanswered.push({ seq: redacted.seq, number: reference.number, at });

  if (state.mode === 'resolved') {
    reopen(conversation);
  } else if (state.mode !== 'ai') {
    enqueue(conversation, { kind: 'forward', seq: redacted.seq });
    return armIdle(conversation);
  }
  if (state.mode !== 'ai') return;
  if (redacted.failed) return handOff(conversation, [certain('redaction_failed', 'the message was withheld')]);
  if (settings.policy.attachmentsHandOff && redacted.attachments.some((kind) => kind === 'photo' || kind === 'file')) {
    return handOff(conversation, [certain('attachment', redacted.attachments.join(', '))]);
  }
  joinOrWait(conversation, Date.now() + (redacted.hold ? HOLD_MS : settings.policy.quietPeriodMs));
  await considerUnanswered(conversation, state.epoch === epoch ? redacted.judged : undefined);
}

/**
 * An emoji under a message is nothing to answer, opens nothing and keeps nobody waiting. Only what the detectors make of
 * it counts, and whoever has the conversation sees it.
 */
async function reacted(conversation: Conversation, seq: number, judged?: DetectSignalsResult): Promise<void> {
  const { mode } = conversation.state;
  if (mode === 'ai') return considerReaction(conversation, seq, judged);
  if (mode === 'waiting' || mode === 'operator') enqueue(conversation, { kind: 'forward', seq });
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

/** The row was there already, unreadable: it is detected and answered anew, once. */
function forgetVersion({ state }: Conversation, seq: number): void {
  state.unanswered = state.unanswered.filter((message) => message.seq !== seq);
  state.detectedUpTo = Math.min(state.detectedUpTo, seq - 1);
}

/** People have it, and have been shown it in chats that do not change by themselves. */
function isWithPeople({ state, settings }: Conversation): boolean {
  return settings.hasPlaces && (state.mode === 'waiting' || state.mode === 'operator');
}

async function edited(conversation: Conversation, seq: number): Promise<void> {
  const { state, turn } = conversation;
  if (isWithPeople(conversation) && patched('edit-forward'))
    enqueue(conversation, { kind: 'forward', seq, edit: state.eventNo });
  if (state.mode !== 'ai' || !state.unanswered.some((message) => message.seq === seq)) return;
  state.detectedUpTo = Math.min(state.detectedUpTo, seq - 1);
  if (turn && !turn.sending) cancelTurn(conversation);
  await considerUnanswered(conversation);
}

function retract(conversation: Conversation, seq: number | null): void {
  const { state, turn } = conversation;
  if (seq === null) return;
  if (isWithPeople(conversation) && patched('deletion-forward'))
    enqueue(conversation, { kind: 'forward', seq, deleted: true });
  const waited = state.unanswered.some((message) => message.seq === seq);
  state.unanswered = state.unanswered.filter((message) => message.seq !== seq);
  if (turn && !turn.sending && turn.seqs.includes(seq)) cancelTurn(conversation);
  // Nobody waits for an answer to what is gone.
  if (waited && state.mode === 'operator' && state.unanswered.length === 0 && patched('deletion-idle'))
    stopIdle(conversation);
}
