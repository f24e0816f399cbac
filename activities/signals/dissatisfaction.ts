/**
 * Detector: repeated dissatisfaction. Counts expressions in the last customer messages since the boundary: frustration
 * in words, an emoji of displeasure under an answer, the same question asked again after an answer, a complaint that comes back after `/done` (one expression,
 * not none). One expression never fires, thanks forgive, and only a last message that is itself one can fire.
 */
import type { Signal } from '../../domain/handoff';
import { findRow, readRows } from './concepts/concept';
import { lineOf, where } from './concepts/word-groups';
import { withApostrophes } from './contractions';
import { type DialogueMessage, splitAtBoundary } from './dialogue';
import { fold, sentences } from './folding';
import { ABOUT_THE_ANSWER, ABOUT_US, ELSEWHERE, FRUSTRATION_ROWS, SIGHS } from './frustration-rows';
import { NOT_SETTLED, REPEATED, SETTLED, STRONG, UNHELPFUL } from './frustration-words';
import { clipped, ownWords } from './own-words';
import { rejectionIn } from './rejected-answer';
import { remembered } from './remembered';
import { answerMissed, rephrasing } from './rephrased-question';

const WINDOW = 6;
/** Two expressions. */
const THRESHOLD = 1;
/** As alike as this to something said before `/done`, a message brings the old matter back. */
const COMES_BACK = 0.5;
/** A sigh opens a message. */
const OPENING = 8;
/** Of a flood only the beginning is read. */
const LONGEST = 2_000;

/** Says of what was resolved that it is there again. */
const BACK = readRows(`
  en: again, once more, is back, came back, returned, still, not fixed, wasn't fixed, isn't fixed
  vi: lại bị, lại lỗi, lại hỏng, lại hư, vẫn, chưa hết, tái phát, bị lại, lai bi, van bi
  es: otra vez, de nuevo, nuevamente, sigue, todavia
  fr: encore, de nouveau, a nouveau, toujours
  de: wieder, schon wieder, erneut, immer noch, nochmal
  pt: de novo, novamente, outra vez, continua, ainda
  it: di nuovo, ancora, nuovamente
  nl: weer, opnieuw, nog steeds
  pl: znowu, ponownie, nadal
  tr: yine, tekrar, hala
  id: lagi, masih, kembali lagi
  tl: na naman, ulit, pa rin
  th: อีกแล้ว, อีกครั้ง, ยัง
  ja: また, まだ, 再び
  zh: 又, 还是, 還是, 再次
  ko: 또, 다시, 아직
  ru: опять, снова, все еще
  ar: مرة أخرى, مازال
  hi: फिर, अभी भी`);

interface Expression {
  weight: number;
  evidence: string;
}

export function detectDissatisfaction(dialogue: readonly DialogueMessage[]): Signal {
  const { now, before: all } = splitAtBoundary(dialogue);
  const before = all.filter(({ reaction }) => !reaction);
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
    const earlier = now.slice(settledAt + 1, index).filter(({ reaction }) => !reaction);
    last = now[index]?.reaction
      ? { weight: 1, evidence: text }
      : expressionIn(text, earlier, index === own[0] ? before : []);
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
  const said = frustrationIn(text, { answered: earlier.some(({ from }) => from === 'ai' || from === 'operator') });
  const sighs = said.weight === 0 && answerMissed(earlier) && (where(SIGHS, lineOf(text))?.start ?? LONGEST) < OPENING;
  const rejection = said.weight === 0 ? rejectionIn(text, earlier) : null;
  const words = sighs || rejection !== null ? { weight: 1, evidence: clipped(text) } : said;
  const again = rephrasing(text, earlier);
  if (again.weight + words.weight > 0) {
    const heard = earlier.some((message) => message.from === 'customer');
    const repeated = heard && words.weight > 0 && REPEATED.test(fold(text)) ? 2 : 0;
    const weight = Math.max(words.weight, again.weight, repeated);
    return { weight, evidence: again.weight >= words.weight ? again.evidence : words.evidence };
  }
  const complained = settled.filter(({ from }) => from === 'customer');
  const back =
    complained.some((message) => rephrasing(text, [message, { from: 'ai', text: '' }], COMES_BACK).weight > 0) ||
    (complained.some((message) => frustrationIn(message.text).weight > 0) && findRow(BACK, lineOf(text)) !== null);
  return back ? { weight: 1, evidence: 'the matter from before it was resolved' } : { weight: 0, evidence: '' };
}

/** One for a message that is frustrated with us, with the words that show it; capitals and `!!!` alone are none. */
export function frustrationIn(text: string, { answered = false }: { answered?: boolean } = {}): Expression {
  return answered ? underAnAnswer(text) : byItself(text);
}

/** The same messages stand in the window turn after turn. */
const byItself = remembered((text) => expressedIn(text, false));
const underAnAnswer = remembered((text) => expressedIn(text, true));

function expressedIn(text: string, answered: boolean): Expression {
  for (const sentence of sentences(text.slice(0, LONGEST))) {
    const line = lineOf(withApostrophes(sentence));
    if (where(ELSEWHERE, line) && !where(ABOUT_US, line)) continue;
    for (const pattern of [...STRONG, ...UNHELPFUL]) {
      const found = pattern.exec(line.folded);
      if (found && !isDenied(line.folded, found.index)) return { weight: 1, evidence: ownWords(sentence, found[0]) };
    }
    const row = findRow(FRUSTRATION_ROWS, line) ?? (answered ? findRow(ABOUT_THE_ANSWER, line) : null);
    if (row && !isDenied(line.folded, row.start))
      return { weight: 1, evidence: ownWords(sentence, line.folded.slice(row.start, row.end)) };
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
