/**
 * behaviour.md in thirty lines: what a conversation must have come to after a script of events in receive order,
 * whatever the timing of signals, drafts and sends was.
 */
export type Step =
  | { do: 'customer'; human: boolean; gapMs: number }
  | { do: 'operator'; who: 'op-1' | 'op-2'; gapMs: number }
  | { do: 'command'; name: 'done' | 'take' | 'ai' | 'note' | 'nonsense'; who: 'op-1' | 'op-2'; gapMs: number };

export interface Expected {
  mode: 'ai' | 'waiting' | 'operator' | 'resolved';
  handoffs: number;
  boundaries: number;
}

/** A message this close before `/done` was not seen by who typed it: it opens the conversation again. */
const SAME_INSTANT_MS = 1_000;

export function expected(steps: readonly Step[], resume: 'automatic' | 'off'): Expected {
  const now: Expected = { mode: 'ai', handoffs: 0, boundaries: 0 };
  let at = 0;
  /** Messages the detectors have not judged: written while a person had the conversation. */
  let unanswered: { at: number; human: boolean }[] = [];
  const handOff = () => {
    now.mode = 'waiting';
    now.handoffs += 1;
  };
  const enterAi = () => {
    now.mode = 'ai';
    if (unanswered.some(({ human }) => human)) handOff();
    unanswered = unanswered.map((message) => ({ ...message, human: false }));
  };
  const reopen = () => (resume === 'automatic' ? enterAi() : handOff());
  for (const step of steps) {
    at += step.gapMs;
    if (step.do === 'customer') {
      unanswered.push({ at, human: step.human });
      if (now.mode === 'resolved') reopen();
      else if (now.mode === 'ai') enterAi();
    } else if (step.do === 'operator') {
      if (now.mode === 'resolved') continue;
      now.mode = 'operator';
      unanswered = [];
    } else if (step.name === 'take') now.mode = 'operator';
    else if (step.name === 'ai' && now.mode !== 'ai') enterAi();
    else if (step.name === 'done' && (now.mode === 'waiting' || now.mode === 'operator')) {
      now.mode = 'resolved';
      now.boundaries += 1;
      unanswered = unanswered.filter((message) => at - message.at < SAME_INSTANT_MS);
      if (unanswered.length > 0) reopen();
    }
  }
  return now;
}
