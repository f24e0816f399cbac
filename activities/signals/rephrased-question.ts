/**
 * The same question asked again after an answer: that answer did not help. Two weights: one expression for a question
 * that is clearly close, two (which calls a person) when it is almost the same words or the customer says he repeats.
 */
import { findRow, readRows } from './concepts/concept';
import { lineOf } from './concepts/word-groups';
import type { DialogueMessage } from './dialogue';
import { editDistance, fold, words } from './folding';
import { SAYS_AGAIN_ROWS } from './frustration-rows';
import { clipped } from './own-words';
import { idsIn, withoutIds } from './reference-numbers';
import { contentWords, textSimilarity } from './similarity';

const ALMOST_THE_SAME = 0.8;
const CLOSE = 0.52;
/** When the customer says that he asks the same again, or the answer missed, less likeness is enough. */
const CLOSE_WHEN_SAID = 0.22;
const CLOSE_WHEN_DENIED = 0.38;
const CLOSE_WHEN_MISSED = 0.42;
/** After an answer about something else, so much likeness is a repetition. */
const CLOSE_WHEN_OFF_TOPIC = 0.58;
/** An answer that shares less than this with the question was about something else. */
const OFF_TOPIC = 0.06;
const LEAST_WORDS = 3;
/** "No, ...": said of the answer before. */
const OPENS_WITH_NO =
  /^(?:no|nope|but|khong|ko|nein|non|nao|nie|hayir|bukan|tidak|нет|не|不是|不对|不對|違|いいえ|いや|아니|ไม่ใช่|hindi)(?:[\s,.!]|(?<=[\p{Script=Han}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hiragana}]))/u;
/** Puts his own mistake right, or goes on to another thing: no repetition. */
const OWN_MISTAKE = readRows(`
  en: sorry i meant, sorry typo, typo, my bad, oops, my mistake, i mistyped, mistyped, wrong date, i wrote, autocorrect, misspelled, sorry the, correction
  vi: gõ nhầm, ghi nhầm, viết nhầm, nhầm, gõ sai, ghi sai, xin lỗi mình, xin lỗi em, go nham, ghi nham
  es: perdon queria, me equivoque, perdon quise, error mio, escribi mal
  fr: pardon je voulais, je me suis trompe, faute de frappe, erreur de ma part
  de: vertippt, tippfehler, mein fehler, sorry ich meinte, verschrieben
  pt: desculpa eu quis, digitei errado, me enganei, erro meu
  it: scusa volevo, ho sbagliato, errore mio, errore di battitura
  id: salah ketik, maaf maksud, typo
  nl: typefout, mijn fout
  ru: опечатка, ошибся, ошиблась
  zh: 打错, 写错, 说错
  ja: 間違えました, 打ち間違え, 誤字
  ko: 오타, 잘못 썼, 잘못 말
  th: พิมพ์ผิด
  tl: typo, mali ang type`);
const GOES_ON =
  /^(?:ok(?:ay)?|great|thanks|thank you|cool|nice|perfect|good|alright|got it|da|vang|cam on|u|uh|vale|bien|d'accord|gut|danke|bom|bene)?[ ,.!]*(?:and\b|what about\b|how about\b|also\b|con\b(?! gi)|the con\b|vay con\b|y (?:que|el|la|los|las|para|en|si|cuanto)\b|et (?:pour|le|la|les|si|combien|vous)\b|und\b|e (?:o|a|para|il|la|per|quanto)\b|kalau\b|dan\b|terus\b|а (?!я)|那|では|じゃあ|그럼|그리고|แล้ว|en\b|paano naman)/u;
const ANSWER_MISSED =
  /\b(?:i (?:do not|don't|can't|cannot|could not) (?:know|answer|help|find)|not sure|could you (?:tell|clarify|rephrase|explain)|can you (?:clarify|rephrase)|did you mean|do you mean|which (?:one|of)|xin loi|chua (?:co|ro|hieu)|khong (?:ro|tim thay|biet|chac)|ban muon hoi|y ban la)\b/;

export function rephrasing(
  text: string,
  earlier: readonly DialogueMessage[],
  close = CLOSE,
): { weight: number; evidence: string; similarity: number } {
  let best = { weight: 0, evidence: '', similarity: 0 };
  if (text.length < 6 || contentWords(text.slice(0, 800)).length === 0) return best;
  if (findRow(OWN_MISTAKE, lineOf(text)) || text.startsWith('*')) return best;
  const folded = fold(text);
  const saysItself = findRow(SAYS_AGAIN_ROWS, lineOf(text)) !== null;
  const denies = OPENS_WITH_NO.test(folded);
  const saysAgain = saysItself || denies;
  const goesOn = GOES_ON.test(folded) && !saysAgain;
  earlier.forEach((message, index) => {
    if (message.from !== 'customer') return;
    const answer = earlier.slice(index + 1).find(({ from }) => from !== 'customer' && from !== 'system');
    if (!answer) return;
    if (!saysAgain && isOtherCase(message.text, text)) return;
    const similarity = textSimilarity(withoutIds(message.text), withoutIds(text));
    if (similarity <= best.similarity) return;
    const admitted = ANSWER_MISSED.test(fold(answer.text));
    const needed = saysItself ? CLOSE_WHEN_SAID : denies ? CLOSE_WHEN_DENIED : CLOSE_WHEN_MISSED;
    const missed = !admitted && isOffTopic(message.text, answer.text);
    const twice =
      similarity >= ALMOST_THE_SAME ||
      ((saysItself || denies || admitted) && similarity >= needed) ||
      (missed && similarity >= CLOSE_WHEN_OFF_TOPIC);
    const weight = goesOn ? 0 : twice ? 2 : similarity >= close || saysItself ? 1 : 0;
    best = { weight, evidence: weight > 0 ? `asked again: ${clipped(text)}` : '', similarity };
  });
  return best;
}

/** The last answer did not meet the question before it. */
export function answerMissed(earlier: readonly DialogueMessage[]): boolean {
  const at = earlier.findLastIndex(({ from }) => from === 'ai');
  const question = earlier.slice(0, Math.max(at, 0)).findLast(({ from }) => from === 'customer');
  const answer = earlier[at];
  if (!question || !answer) return false;
  return ANSWER_MISSED.test(fold(answer.text)) || isOffTopic(question.text, answer.text);
}

/** "Yes." says nothing of what it is about. */
function isOffTopic(question: string, answer: string): boolean {
  return contentWords(answer).length >= LEAST_WORDS && textSimilarity(question, answer) < OFF_TOPIC;
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
