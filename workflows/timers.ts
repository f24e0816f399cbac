/**
 * Deadlines as data: absolute workflow times in the carried state, so that re-arming never stacks timers and a
 * restart or a new run keeps them. The loop sleeps until the earliest.
 */
import { nextMode } from '../domain/conversation';
import type { Conversation } from './context';
import { byTimer, fireUnclaimed, giveToAi } from './handoff';
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

/** True when a deadline has passed. */
export function isTimerDue(state: ConversationState, now: number): boolean {
  return runningDeadlines(state).some((at) => now >= at);
}

/** None while an operator's message is queued: it is taken first, and what it stops must not fire (or be slept for). */
function runningDeadlines({ deadlines, inbox }: ConversationState): number[] {
  if (inbox.waiting.some(({ author }) => author === 'operator')) return [];
  return Object.values(deadlines).filter((at) => at !== null);
}

export function fireTimers(conversation: Conversation, now: number): void {
  const { state } = conversation;
  fireUnclaimed(conversation, now);
  if (state.deadlines.resume !== null && now >= state.deadlines.resume) {
    clearDeadlines(state);
    if (nextMode(state.mode, { type: 'idleResume' }) === 'ai') giveToAi(conversation, byTimer(now));
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
  const times = runningDeadlines(state);
  const gap = gapDeadline(state.inbox);
  if (gap !== null) times.push(gap);
  if (state.mode === 'ai' && !turn && !draining && state.unanswered.length > 0) times.push(state.turn.notBefore);
  return times.length === 0 ? null : Math.max(1, Math.min(...times) - now);
}
