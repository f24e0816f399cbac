/** What an engineer reads in Temporal UI at night: which mode, why, who, what happens next. Clean by construction. */
import type { Signal } from '../domain/handoff';
import type { ModeRecord } from '../store/store';
import type { Conversation } from './context';
import type { ConversationStatus } from './signals';
import type { ConversationState } from './state';

export function status(conversation: Conversation): ConversationStatus {
  const { state, turn } = conversation;
  return {
    mode: state.mode,
    epoch: state.epoch,
    reasons: state.handoff?.reasons ?? [],
    operatorId: state.owner?.id ?? null,
    waitingSince: state.waitingSince,
    nextTimer: nextTimer(state),
    queued: state.inbox.waiting.length,
    drafting: turn !== null,
    explanation: explanation(conversation),
  };
}

/** Markdown for the workflow's current details. */
export function details(conversation: Conversation): string {
  const { state } = conversation;
  const timer = nextTimer(state);
  return [
    `**${state.mode}** (epoch ${state.epoch}): ${explanation(conversation)}`,
    '',
    `- owner: ${state.owner ? `operator \`${state.owner.id}\`` : 'none'}`,
    `- unanswered customer messages: ${state.unanswered.length}`,
    `- next timer: ${timer ? `${timer.kind} at ${timer.at}` : 'none'}`,
    ...(state.handoff?.reasons ?? []).map(reasonLine),
  ].join('\n');
}

/** The earliest deadline that runs, as readers see it. */
export function nextTimer({ deadlines }: ConversationState): ModeRecord['nextTimer'] {
  const running = [
    { kind: 'unclaimed', at: deadlines.remind },
    { kind: 'unclaimed', at: deadlines.escalate },
    { kind: 'idle', at: deadlines.nudge },
    { kind: 'resume', at: deadlines.resume },
  ].flatMap(({ kind, at }) => (at === null ? [] : [{ kind: kind as 'unclaimed' | 'idle' | 'resume', at }]));
  const first = running.sort((a, b) => a.at - b.at)[0];
  return first ? { kind: first.kind, at: new Date(first.at).toISOString() } : null;
}

function explanation({ state, turn }: Conversation): string {
  const reason = state.handoff?.reasons[0];
  switch (state.mode) {
    case 'ai':
      return turn ? 'the AI is drafting a reply' : 'the AI answers; nothing is waiting';
    case 'waiting':
      return `the AI is silent and operators were called: ${reason?.reason ?? 'unknown reason'}`;
    case 'operator':
      return `the AI is silent because operator ${state.owner?.id ?? ''} has the conversation`;
    case 'resolved':
      return 'resolved; the next customer message decides who answers';
  }
}

function reasonLine({ reason, topic, score, threshold, detector }: Signal): string {
  return `- reason: \`${reason}\`${topic ? ` (${topic})` : ''}, score ${score.toFixed(2)} against ${threshold.toFixed(2)}${detector ? `, by ${detector}` : ''}`;
}
