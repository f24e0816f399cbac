/**
 * How words are compared: folded (lower case, no Latin accents, plain quotes) so that a customer who types without
 * diacritics is read like one who has them. Scripts without spaces are cut into words by the platform's segmenter.
 */
import { remembered } from './remembered';

const LATIN_MARKS = /[\u0300-\u036f]/g;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)*/gu;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Lower case, NFKC, without Latin diacritics (`đ` is `d`), single spaces. Marks of other scripts stay. */
export const fold = remembered((text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .replace(/đ/g, 'd')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim(),
);

/** The words of a text in order, folded. */
export const words = (text: string): string[] => [...foundWords(text)];

const foundWords = remembered((text): readonly string[] => {
  const folded = fold(text);
  if (!UNSPACED.test(folded)) return folded.match(WORD) ?? [];
  const found: string[] = [];
  for (const part of segmenter.segment(folded)) if (part.isWordLike) found.push(part.segment);
  return found;
});

export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

const MOST_SENTENCES = 120;

/** Sentences and lines, trimmed; a question mark stays with its sentence. Of a flood the first and the last ones. */
export function sentences(text: string): string[] {
  const found = (text.match(/[^.!?;\n。！？；]+[.!?;。！？；]*/gu) ?? []).map((part) => part.trim()).filter(Boolean);
  if (found.length <= MOST_SENTENCES) return found;
  return [...found.slice(0, MOST_SENTENCES / 2), ...found.slice(-MOST_SENTENCES / 2)];
}

/** Damerau-Levenshtein distance, given up (as `limit + 1`) once it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
