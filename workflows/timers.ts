/**
 * Deadlines as data: absolute workflow times in the carried state, so that re-arming never stacks timers and a
 * restart or a new run keeps them. The loop sleeps until the earliest.
 */
import { nextMode } from '../domain/conversation';
import type { Conversation } from './context';
import { fireUnclaimed, giveToAi } from './handoff';
import { gapDeadline } from './inbox';
import { enqueue } from './lanes';
import { iso, record, setWaitingSince } from './mode';
import { type ConversationState, clearDeadlines } from './state';

/**
 * The idle timer runs only while the customer waits for an operator, from the first message he has not answered.
 * Later messages do not move it.
 */
export function armIdle(conversation: Conversation): void {
  const { state, settings } = conversation;
  const first = state.unanswered[0];
  if (state.mode !== 'operator' || !first || state.deadlines.nudge !== null || state.deadlines.resume !== null) return;
  const { idleAfterMs, resumeAfterMs } = settings.policy;
  const base = Math.max(first.at, state.owner?.activeAt ?? 0);
  state.deadlines.nudge = idleAfterMs === null ? null : base + idleAfterMs;
  state.deadlines.resume = resumeAfterMs === null ? null : base + resumeAfterMs;
  setWaitingSince(conversation, iso(first.at));
  record(conversation);
}

export function stopIdle(conversation: Conversation): void {
  const { deadlines } = conversation.state;
  const ran = deadlines.nudge !== null || deadlines.resume !== null || conversation.state.waitingSince !== null;
  clearDeadlines(conversation.state);
  setWaitingSince(conversation, null);
  if (ran) record(conversation);
}

/** True when a deadline has passed and no operator message is queued that would stop it. */
export function isTimerDue({ deadlines, inbox }: ConversationState, now: number): boolean {
  if (inbox.waiting.some(({ author }) => author === 'operator')) return false;
  return Object.values(deadlines).some((at) => at !== null && now >= at);
}

export function fireTimers(conversation: Conversation, now: number): void {
  const { state } = conversation;
  fireUnclaimed(conversation, now);
  if (state.deadlines.resume !== null && now >= state.deadlines.resume) {
    clearDeadlines(state);
    if (nextMode(state.mode, { type: 'idleResume' }) === 'ai') giveToAi(conversation);
    return;
  }
  if (state.deadlines.nudge !== null && now >= state.deadlines.nudge) {
    state.deadlines.nudge = null;
    enqueue(conversation, { kind: 'reminder', what: 'idle', waitingSince: state.waitingSince ?? iso(now) });
    record(conversation);
  }
}

/** Milliseconds until the loop has to look again, or null while only a signal can bring news. */
export function sleepMs({ state, turn, draining }: Conversation, now: number): number | null {
  const { remind, escalate, nudge, resume } = state.deadlines;
  const waitsToDraft = state.mode === 'ai' && !turn && !draining && state.unanswered.length > 0;
  const times = [remind, escalate, nudge, resume, gapDeadline(state.inbox), waitsToDraft ? state.turn.notBefore : null];
  const next = times.reduce<number | null>(
    (least, at) => (at !== null && (least === null || at < least) ? at : least),
    null,
  );
  return next === null ? null : Math.max(1, next - now);
}
