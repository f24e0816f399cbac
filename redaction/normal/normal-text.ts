/**
 * A text as the rules read it, with the way back: every folded character knows which UTF-16 range of the original it
 * came from, so a finding always covers the original's own characters, invisible ones included.
 */
import { isDigit } from './character-class';
import { dressesPrevious, foldCodePoint } from './fold-character';

export interface NormalText {
  readonly original: string;
  readonly text: string;
  /** Original range of folded character i; absent when folding moved nothing. */
  readonly starts?: Int32Array;
  readonly ends?: Int32Array;
}

const PLAIN_ASCII = /^[\n\x20-\x7e]*$/;
const LOOKALIKE_NEXT_TO_DIGIT = /[0-9][oil]|[oil][0-9]/;
const ALPHANUMERIC_RUN = /[0-9a-z]+/g;
/** Few characters fold to more than one; the longest of Unicode to eighteen. */
const ROOM = 32;

export function originalRange(normal: NormalText, start: number, end: number): { start: number; end: number } {
  if (!normal.starts || !normal.ends) return { start, end };
  return { start: normal.starts[start] as number, end: normal.ends[end - 1] as number };
}

export function normalise(original: string): NormalText {
  if (PLAIN_ASCII.test(original)) return { original, text: readLookalikes(original.toLowerCase(), original) };
  const parts: string[] = [];
  let length = 0;
  let last = Number.NaN;
  let starts = new Int32Array(original.length + ROOM);
  let ends = new Int32Array(original.length + ROOM);
  for (let at = 0; at < original.length; ) {
    const codePoint = original.codePointAt(at) as number;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const characters = foldCodePoint(codePoint);
    if (length > 0 && ends[length - 1] === at && dressesDigitOrVanishes(codePoint, characters, last)) {
      ends[length - 1] = next;
    } else {
      if (length + characters.length > starts.length) [starts, ends] = [doubled(starts), doubled(ends)];
      for (let i = 0; i < characters.length; i += 1) {
        starts[length] = at;
        ends[length] = next;
        last = characters.charCodeAt(i);
        length += 1;
      }
      parts.push(characters);
    }
    at = next;
  }
  return {
    original,
    text: readLookalikes(parts.join(''), original, starts),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
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
  const starts: number[] = [];
  const ends: number[] = [];
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) {
      starts.push(normal.starts ? (normal.starts[i] as number) : i);
      ends.push(normal.ends ? (normal.ends[i] as number) : i + 1);
    }
    parts.push(normal.text.slice(from, to));
  };
  let at = 0;
  for (const [index, word] of words.entries()) {
    copy(at, word.start);
    const range = originalRange(normal, word.start, word.end);
    for (let i = 0; i < word.digits.length; i += 1) {
      starts.push(range.start);
      ends.push(range.end);
    }
    parts.push(word.digits);
    // What stood between two words of one run goes, so that the digits stand together.
    const next = words[index + 1];
    at = next && next.start - word.end <= 3 ? next.start : word.end;
  }
  copy(at, normal.text.length);
  return {
    original: normal.original,
    text: parts.join(''),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  };
}
