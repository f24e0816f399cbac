/**
 * A business's phrases found in a sentence word by word: endings and one typing mistake in a long word are forgiven,
 * small words may stand between ("charged twice" is in "charged my card twice"). Scripts without spaces match as text.
 */

import { closeWord } from './close-words';
import { type Line, lineOf } from './concepts/word-groups';
import { fold, isUnspaced } from './folding';
import { remembered } from './remembered';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const SMALL = new Set(
  'me us my our your the a an it you for of to in on at is are was be been by very so really just please credit debit bank card account toi minh em cho bi cua the tai khoan la duoc mot da el la los las un una mi mis de del le les un une mon ma der die das ein eine mein meine o os as um uma meu minha il lo gli uno'.split(
    ' ',
  ),
);
const MOST_SMALL = 3;
/** Without its marks "tự tử" (suicide) is "từ từ" (slowly): it counts with them only. */
const AMBIGUOUS = new Set(['tu tu']);

export interface Place {
  start: number;
  end: number;
}

/** Where the phrase stands in the line; null where it does not. */
export function findPhrase(phrase: string, line: Line): Place | null {
  const { folded, marked } = lineOf(phrase);
  if (isUnspaced(folded)) {
    const start = line.folded.replaceAll(' ', '').indexOf(folded.replaceAll(' ', ''));
    return start < 0 ? null : { start, end: start + folded.length };
  }
  if (marked !== null && line.marked === null && AMBIGUOUS.has(folded)) return null;
  const exact = marked !== null && line.marked !== null;
  return findTokens(tokens(exact ? marked : folded), tokens(exact ? (line.marked ?? '') : line.folded), exact);
}

interface Token extends Place {
  word: string;
}

const tokens = remembered((text: string): readonly Token[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length })),
);

/** `exact`: both are Vietnamese with marks, where a changed letter is another word. */
function findTokens(wanted: readonly Token[], said: readonly Token[], exact: boolean): Place | null {
  const [first, ...rest] = wanted;
  if (!first) return null;
  const alike = (a: string, b: string) => a === b || (!exact && closeWord(a, b));
  for (let at = 0; at < said.length; at += 1) {
    if (!alike(first.word, said[at]?.word ?? '')) continue;
    let next = at;
    const whole = rest.every(({ word }) => {
      for (let skipped = 0; skipped <= MOST_SMALL; skipped += 1) {
        next += 1;
        const candidate = said[next]?.word ?? '';
        if (alike(word, candidate)) return true;
        if (!SMALL.has(fold(candidate))) return false;
      }
      return false;
    });
    if (whole) return { start: said[at]?.start ?? 0, end: said[next]?.end ?? 0 };
  }
  return null;
}
