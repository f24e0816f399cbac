/**
 * The same question asked again after an answer: that answer did not help. Two weights: one expression for a question
 * that is clearly close, two (which calls a person) when it is almost the same words or the customer says he repeats.
 */
import type { DialogueMessage } from './dialogue';
import { editDistance, fold, words } from './folding';
import { clipped } from './own-words';
import { idsIn, withoutIds } from './reference-numbers';
import { contentWords, textSimilarity } from './similarity';

const ALMOST_THE_SAME = 0.8;
const CLOSE = 0.52;
/** "I mean", "again:", "no, ...": said of the question before. */
const SAYS_AGAIN =
  /\b(?:i mean|i meant|i asked|my question|i repeat|once more|asking (?:you )?again|let me rephrase|rephrase|in other words|what i want to know|y toi la|y minh la|y em la|toi hoi|minh hoi|em hoi|hoi lai|nhac lai|quiero decir|je veux dire|ich meine|quero dizer|intendo)\b|^(?:no|nope|but|khong|ko)\b|(?:我是说|我问的是|つまり|そうではなく|제 말은)/;
const ANSWER_MISSED =
  /\b(?:i (?:do not|don't|can't|cannot|could not) (?:know|answer|help|find)|not sure|could you (?:tell|clarify|rephrase|explain)|can you (?:clarify|rephrase)|did you mean|do you mean|which (?:one|of)|xin loi|chua (?:co|ro|hieu)|khong (?:ro|tim thay|biet|chac)|ban muon hoi|y ban la)\b/;

export function rephrasing(
  text: string,
  earlier: readonly DialogueMessage[],
  close = CLOSE,
): { weight: number; evidence: string; similarity: number } {
  let best = { weight: 0, evidence: '', similarity: 0 };
  if (text.length < 6 || contentWords(text.slice(0, 800)).length === 0) return best;
  const saysAgain = SAYS_AGAIN.test(fold(text));
  earlier.forEach((message, index) => {
    if (message.from !== 'customer') return;
    const answer = earlier.slice(index + 1).find(({ from }) => from !== 'customer' && from !== 'system');
    if (!answer) return;
    if (!saysAgain && isOtherCase(message.text, text)) return;
    const similarity = textSimilarity(withoutIds(message.text), withoutIds(text));
    if (similarity <= best.similarity) return;
    const missed = ANSWER_MISSED.test(fold(answer.text));
    const twice = similarity >= ALMOST_THE_SAME || (similarity >= close && (saysAgain || missed));
    const weight = twice ? 2 : similarity >= close ? 1 : 0;
    best = { weight, evidence: weight > 0 ? `asked again: ${clipped(text)}` : '', similarity };
  });
  return best;
}

/** Words that may change while the question stays the same. */
const FORM = new Set(
  'do does did can could would will shall may is are was were a an the my your our this that please i we how to for of'.split(
    ' ',
  ),
);

/** The same sentence about another thing ("for Friday?", "for Saturday?") is a new question, not a repetition. */
function isOtherCase(earlier: string, text: string): boolean {
  const [named, namedNow] = [idsIn(earlier), idsIn(text)];
  if (named.some((id) => !namedNow.includes(id)) && namedNow.some((id) => !named.includes(id))) return true;
  const [before, after] = [words(withoutIds(earlier)), words(withoutIds(text))];
  if (before.length !== after.length) return false;
  const changed = before.flatMap((word, index) => {
    const now = after[index] ?? '';
    return word === now || (editDistance(word, now, 1) <= 1 && word.length > 3) ? [] : [[word, now] as const];
  });
  return changed.length === 1 && changed.every(([was, now]) => !(FORM.has(was) && FORM.has(now)));
}
