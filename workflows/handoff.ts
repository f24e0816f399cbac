/** Passing the baton: the AI stops, the customer is told once, the operators are called, and a timer runs until one comes. */
import { nextMode } from '../domain/conversation';
import { orderReasons, type Signal } from '../domain/handoff';
import type { Conversation } from './context';
import { enqueue, showInThreads } from './lanes';
import { enterMode, iso, record } from './mode';
import { clearDeadlines, type Effect } from './state';

/** Hands the conversation over if the AI has it (or had it resolved); one acknowledgement and one brief. */
export function handOff(conversation: Conversation, signals: readonly Signal[]): void {
  const { state } = conversation;
  const reasons = orderReasons(signals);
  const mode = state.mode === 'resolved' ? 'waiting' : nextMode(state.mode, { type: 'handoff' });
  if (mode !== 'waiting' || state.mode === 'waiting') return;
  armUnclaimed(conversation);
  state.since = state.seq;
  enterMode(conversation, { mode, reasons, owner: null });
  enqueue(conversation, { kind: 'ack', epoch: state.epoch });
  enqueue(conversation, { kind: 'brief', epoch: state.epoch, reasons });
}

/** The unclaimed timer runs from the moment operators are called until the first of them comes. */
export function armUnclaimed({ state, settings }: Conversation): void {
  const { unclaimedAfterMs } = settings.policy;
  clearDeadlines(state);
  if (unclaimedAfterMs === null) return;
  state.deadlines.remind = Date.now() + unclaimedAfterMs;
  state.deadlines.escalate = Date.now() + 2 * unclaimedAfterMs;
}

/** The reminder, the escalation with an honest word to the customer, then what the business decided. */
export function fireUnclaimed(conversation: Conversation, now: number): void {
  const { state, settings } = conversation;
  const { deadlines } = state;
  const waitingSince = state.waitingSince ?? iso(now);
  if (deadlines.remind !== null && now >= deadlines.remind) {
    deadlines.remind = null;
    enqueue(conversation, { kind: 'reminder', what: 'unclaimed', waitingSince });
    record(conversation);
  }
  if (deadlines.escalate !== null && now >= deadlines.escalate) {
    deadlines.escalate = null;
    enqueue(conversation, { kind: 'reminder', what: 'escalation', waitingSince });
    const { unclaimedPolicy } = settings.policy;
    if (nextMode(state.mode, { type: 'unclaimedPolicy', policy: unclaimedPolicy }) === 'ai')
      giveToAi(conversation, byTimer(now));
    else record(conversation);
  }
}

/** A customer wrote to a resolved conversation: the business decides who answers. */
export function reopen(conversation: Conversation): void {
  const { resume } = conversation.settings.policy;
  if (nextMode('resolved', { type: 'customerMessage', resume }) === 'ai') giveToAi(conversation);
  else handOff(conversation, [certain('resume_off', 'the business answers by hand after /done')]);
}

type Title = Extract<Effect, { kind: 'title' }>;

/** Nobody in the team's chats did this: all of them are told. */
export const byTimer = (now: number): Title => ({ kind: 'title', at: now, by: 'timer' });

/**
 * The AI answers again; everything nobody answered becomes one turn, and old signals do not speak twice. `shown` is how
 * the team's chats learn of it.
 */
export function giveToAi(conversation: Conversation, shown: Title = { kind: 'title' }): void {
  const { state } = conversation;
  clearDeadlines(state);
  state.since = (state.unanswered[0]?.seq ?? state.seq + 1) - 1;
  enterMode(conversation, { mode: 'ai', reasons: [], owner: null });
  showInThreads(conversation, shown);
}

/** A reason that the workflow itself establishes: there is nothing to measure. */
export function certain(reason: Signal['reason'], evidence: string): Signal {
  return { reason, score: 1, threshold: 1, evidence, detector: 'workflow' };
}
