/**
 * The same question asked again after an answer: that answer did not help. Two weights: one expression for a question
 * that is clearly close, two (which calls a person) when it is almost the same words or the customer says he repeats.
 */
import type { DialogueMessage } from './dialogue';
import { fold } from './folding';
import { contentWords, textSimilarity } from './similarity';

const ALMOST_THE_SAME = 0.8;
const CLOSE = 0.52;
/** "I mean", "again:", "no, ...": said of the question before. */
const SAYS_AGAIN =
  /\b(?:i mean|i meant|i asked|my question|i repeat|once more|asking again|again|let me rephrase|rephrase|in other words|what i want to know|y toi la|y minh la|y em la|toi hoi|minh hoi|em hoi|hoi lai|nhac lai|quiero decir|je veux dire|ich meine|quero dizer|intendo)\b|^(?:no|nope|but|khong|ko)\b|(?:我是说|我问的是|つまり|そうではなく|제 말은)/;
const ANSWER_MISSED =
  /\b(?:i (?:do not|don't|can't|cannot|could not) (?:know|answer|help|find)|not sure|could you (?:tell|clarify|rephrase|explain)|can you (?:clarify|rephrase)|did you mean|do you mean|which (?:one|of)|xin loi|chua (?:co|ro|hieu)|khong (?:ro|tim thay|biet|chac)|ban muon hoi|y ban la)\b/;

export function rephrasing(
  text: string,
  earlier: readonly DialogueMessage[],
  close = CLOSE,
): { weight: number; evidence: string; similarity: number } {
  let best = { weight: 0, evidence: '', similarity: 0 };
  if (contentWords(text).length === 0 || text.length < 6) return best;
  const saysAgain = SAYS_AGAIN.test(fold(text));
  earlier.forEach((message, index) => {
    if (message.from !== 'customer') return;
    const answer = earlier.slice(index + 1).find(({ from }) => from !== 'customer' && from !== 'system');
    if (!answer) return;
    const similarity = textSimilarity(message.text, text);
    if (similarity <= best.similarity) return;
    const missed = ANSWER_MISSED.test(fold(answer.text));
    const twice = similarity >= ALMOST_THE_SAME || (similarity >= close && (saysAgain || missed));
    const weight = twice ? 2 : similarity >= close ? 1 : 0;
    best = { weight, evidence: weight > 0 ? 'asked the same again' : '', similarity };
  });
  return best;
}
