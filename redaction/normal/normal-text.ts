/**
 * A text as the rules read it, with the way back: every folded character knows which UTF-16 range of the original it
 * came from, so a finding always covers the original's own characters, invisible ones included.
 */
import * as characters from './character-class';
import { dressesPrevious, foldCodePoint, foldUnit } from './fold-character';
import { FoldedText } from './folded-text';

export interface NormalText {
  readonly original: string;
  readonly text: string;
  /** Original range of folded character i; absent when folding moved nothing. */
  readonly starts?: Int32Array;
  readonly ends?: Int32Array;
}

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { isDigit } = characters;
const PLAIN_ASCII = /^[\n\x20-\x7e]*$/;
const LOOKALIKE_NEXT_TO_DIGIT = /[0-9][oil]|[oil][0-9]/;
const ALPHANUMERIC_RUN = /[0-9a-z]+/g;

export function originalRange(normal: NormalText, start: number, end: number): { start: number; end: number } {
  if (!normal.starts || !normal.ends) return { start, end };
  return { start: normal.starts[start] as number, end: normal.ends[end - 1] as number };
}

export function normalise(original: string): NormalText {
  if (PLAIN_ASCII.test(original)) return { original, text: readLookalikes(original.toLowerCase(), original) };
  const folded = new FoldedText(original.length);
  let last = Number.NaN;
  for (let at = 0; at < original.length; ) {
    const unit = original.charCodeAt(at);
    const one = unit >= 0x300 && isDigit(last) ? 0 : foldUnit(unit);
    if (one !== 0) {
      folded.add(one, at, at + 1);
      last = one;
      at += 1;
      continue;
    }
    const codePoint = original.codePointAt(at) as number;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const characters = foldCodePoint(codePoint);
    if (folded.endsAt(at) && dressesDigitOrVanishes(codePoint, characters, last)) folded.lengthenLast(next);
    else {
      for (let i = 0; i < characters.length; i += 1) {
        last = characters.charCodeAt(i);
        folded.add(last, at, next);
      }
    }
    at = next;
  }
  const { text, starts, ends } = folded.finish();
  return { original, text: readLookalikes(text, original, starts), starts, ends };
}

function dressesDigitOrVanishes(codePoint: number, characters: string, previous: number): boolean {
  if (codePoint < 0x300) return false;
  return (characters === '' || isDigit(previous)) && dressesPrevious(codePoint);
}

/** O, o, I and l typed for 0 and 1, where nothing but digits stands beside them. A capital L is not a one. */
function readLookalikes(text: string, original: string, starts?: Int32Array): string {
  if (!LOOKALIKE_NEXT_TO_DIGIT.test(text)) return text;
  return text.replace(ALPHANUMERIC_RUN, (run: string, at: number) => {
    const digits = run.replace(/[^0-9]/g, '').length;
    if (digits < 2 || digits === run.length || digits * 2 < run.length || /[^0-9oil]/.test(run)) return run;
    let read = '';
    for (let i = 0; i < run.length; i += 1) {
      const letter = run.charAt(i);
      const asTyped = original.charAt(starts ? (starts[at + i] as number) : at + i);
      if (asTyped === 'L' || asTyped === 'i') return run;
      read += letter === 'o' ? '0' : letter === 'l' || letter === 'i' ? '1' : letter;
    }
    return read;
  });
}

/** Puts digits in the place of ranges of folded text (number words), each digit mapped to the words it was read from. */
export function withDigits(
  normal: NormalText,
  words: readonly { start: number; end: number; digits: string }[],
): NormalText {
  const parts: string[] = [];
  const room = words.reduce((sum, { digits }) => sum + digits.length, normal.text.length);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  let length = 0;
  const copy = (from: number, to: number) => {
    if (from === to) return;
    for (let i = from; i < to; i += 1, length += 1) {
      starts[length] = normal.starts ? (normal.starts[i] as number) : i;
      ends[length] = normal.ends ? (normal.ends[i] as number) : i + 1;
    }
    parts.push(normal.text.slice(from, to));
  };
  let at = 0;
  for (const [index, word] of words.entries()) {
    copy(at, word.start);
    const range = originalRange(normal, word.start, word.end);
    starts.fill(range.start, length, length + word.digits.length);
    ends.fill(range.end, length, length + word.digits.length);
    length += word.digits.length;
    parts.push(word.digits);
    // What stood between two words of one run goes, so that the digits stand together.
    const next = words[index + 1];
    at = next && next.start - word.end <= 3 ? next.start : word.end;
  }
  copy(at, normal.text.length);
  return {
    original: normal.original,
    text: parts.join(''),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}
