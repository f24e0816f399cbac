/**
 * What the simulated customers ask: the sample business's own example questions, in an order that repeats none within
 * the window in which a repetition would rightly count as dissatisfaction. Ids are letters, so that they stay text.
 */
import { detect } from '../activities/signals/detect';
import type { LoadedBusiness } from '../load-business';

const LETTERS = 'bcdfghjklmnpqrstvwxz';
const LENGTH = 7;
const MARKS = LETTERS.length ** LENGTH;
/** A prime that does not divide the number of marks: neighbours look nothing alike, and none comes twice. */
const STRIDE = 15_485_863;
let next = Date.now() % MARKS;

/** A word that no other message of this run has, of consonants: nothing to redact, nothing for a detector to compare. */
export function uniqueMark(): string {
  next = (next + STRIDE) % MARKS;
  let mark = '';
  for (let rest = next; mark.length < LENGTH; rest = Math.floor(rest / LETTERS.length)) {
    mark += LETTERS[rest % LETTERS.length];
  }
  return mark;
}

/** One question an answer, so that neighbours are about different things; what would call a person is left out. */
export function questionsOf(business: LoadedBusiness): string[] {
  const all = business.knowledge.flatMap(({ language, questions }) => (language === 'en' && questions[0]) || []);
  return all.filter((text) => detect([{ from: 'customer', text }], business).fired.length === 0);
}

/** The mark is the message's id too, and has to stand in the reply. */
export function messageText(questions: readonly string[], turn: number, mark: string): string {
  return `${questions[turn % questions.length]} [${mark}]`;
}
