/**
 * Detector: repeated dissatisfaction. Counts expressions in the last customer messages since the boundary: frustration
 * in words, the same question asked again after an answer, a complaint that comes back after `/done` (one expression,
 * not none). One expression never fires, thanks forgive, and only a last message that is itself one can fire.
 */
import type { Signal } from '../../domain/handoff';
import { type DialogueMessage, splitAtBoundary } from './dialogue';
import { fold } from './folding';
import { NOT_SETTLED, REPEATED, SETTLED, STRONG, UNHELPFUL } from './frustration-words';
import { ownWords } from './own-words';
import { rephrasing } from './rephrased-question';

const WINDOW = 6;
/** Two expressions. */
const THRESHOLD = 1;
/** As alike as this to something said before `/done`, a message brings the old matter back. */
const COMES_BACK = 0.5;

interface Expression {
  weight: number;
  evidence: string;
}

export function detectDissatisfaction(dialogue: readonly DialogueMessage[]): Signal {
  const { now, before } = splitAtBoundary(dialogue);
  const own = now.flatMap((message, index) => (message.from === 'customer' ? [index] : []));
  const window = own.slice(-WINDOW);
  let count = 0;
  let last: Expression = { weight: 0, evidence: '' };
  let settledAt = -1;
  const evidence: string[] = [];
  for (const index of window) {
    const text = now[index]?.text ?? '';
    if (isSettled(text)) {
      count = 0;
      evidence.length = 0;
      settledAt = index;
      last = { weight: 0, evidence: '' };
      continue;
    }
    last = expressionIn(text, now.slice(settledAt + 1, index), index === own[0] ? before : []);
    if (last.weight > 0) evidence.push(last.evidence);
    count += last.weight;
  }
  const score = last.weight > 0 ? count / 2 : Math.min(count / 2, 0.5);
  return {
    reason: 'repeated_dissatisfaction',
    score: Math.min(1, score),
    threshold: THRESHOLD,
    evidence: evidence.join(' | '),
    detector: 'expressions-in-window',
  };
}

function expressionIn(
  text: string,
  earlier: readonly DialogueMessage[],
  settled: readonly DialogueMessage[],
): Expression {
  const words = frustrationIn(text);
  const again = rephrasing(text, earlier);
  if (again.weight + words.weight > 0) {
    const heard = earlier.some((message) => message.from === 'customer');
    const repeated = heard && words.weight > 0 && REPEATED.test(fold(text)) ? 2 : 0;
    const weight = Math.max(words.weight, again.weight, repeated);
    return { weight, evidence: again.weight >= words.weight ? again.evidence : words.evidence };
  }
  const back = settled.some(
    (message) =>
      message.from === 'customer' && rephrasing(text, [message, { from: 'ai', text: '' }], COMES_BACK).weight > 0,
  );
  return back ? { weight: 1, evidence: 'the matter from before it was resolved' } : { weight: 0, evidence: '' };
}

/** One for a message that is frustrated, with the words that show it; capitals and `!!!` alone are none. */
export function frustrationIn(text: string): Expression {
  const folded = fold(text);
  for (const pattern of [...STRONG, ...UNHELPFUL]) {
    const found = pattern.exec(folded);
    if (found && !isDenied(folded, found.index)) return { weight: 1, evidence: ownWords(text, found[0]) };
  }
  return { weight: 0, evidence: '' };
}

/** "not annoying at all", "no need to be upset": the opposite. */
function isDenied(folded: string, index: number): boolean {
  return /\b(?:not|isn't|wasn't|never|no need to be|without being|khong he|khong phai|chang he) (?:at all |that |so |too )?$/.test(
    folded.slice(0, index),
  );
}

function isSettled(text: string): boolean {
  const folded = fold(text);
  return SETTLED.test(folded) && !NOT_SETTLED.test(folded) && frustrationIn(text).weight === 0;
}
