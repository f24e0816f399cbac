/**
 * The numbers of a text: digit groups that a reader would take as one number ("4 730 112", "8-2-5-9", "Z253987(0)"),
 * with the letters written onto them. What a number is, others decide.
 */
import * as characters from './character-class';

export interface Piece {
  start: number;
  end: number;
  digits: number;
  letters: number;
}

export interface WrittenNumber {
  start: number;
  end: number;
  digits: string;
  letters: number;
  pieces: readonly Piece[];
}

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { isDigit, isLatin, isLetter } = characters;
const LONGEST_NUMBER = 26;
const SPACE = 32;
const MOST_COUNTED = 40;
const LONGEST_JOINT = 3;
const HALF = 3;
const HALVES = /^\d{3}[ -]\d{3}(?!\d| \d)/;
const LONGEST_HALVES = 9;
const GROUP_BEFORE_SPACE = 6;
const GROUP_AFTER_SPACE = 7;
const TIGHT_JOINTS = new Set(['-', '.', '/', '_', '·', '•', '‧', '∙', '\\', '(', ')-', ') ', ')', '+', '~', '*']);

/** Runs of Latin letters and digits, in order. */
export function findPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    let digits = 0;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) digits += 1;
      else if (!isLatin(code)) break;
    }
    if (at > start) pieces.push({ start, end: at, digits, letters: at - start - digits });
    else at += 1;
  }
  return pieces;
}

/** Numbers among the pieces that touch none of the `taken` ranges (sorted by start). */
export function findNumbers(
  text: string,
  pieces: readonly Piece[],
  taken: readonly { start: number; end: number }[],
): WrittenNumber[] {
  const numbers: WrittenNumber[] = [];
  let group: Piece[] = [];
  let nextTaken = 0;
  for (const [index, piece] of pieces.entries()) {
    while (nextTaken < taken.length && (taken[nextTaken] as { end: number }).end <= piece.start) nextTaken += 1;
    const range = taken[nextTaken];
    const isTaken = range !== undefined && range.start < piece.end;
    if (!isTaken && group.length > 0 && isLetterBetween(text, pieces, index)) {
      group.push(piece);
      continue;
    }
    const goesOn = piece.digits > 0 && !isTaken;
    const previous = group.at(-1);
    if (goesOn && previous && belongTogether(text, group, previous, piece)) {
      group.push(piece);
      continue;
    }
    if (previous) numbers.push(asNumber(text, group));
    group = goesOn ? [piece] : [];
  }
  if (group.length > 0) numbers.push(asNumber(text, group));
  return numbers;
}

/** "65 180539 W 001": one letter between digit groups, spaced like them. A multiplication sign is none. */
function isLetterBetween(text: string, pieces: readonly Piece[], index: number): boolean {
  const [before, letter, after] = [pieces[index - 1], pieces[index] as Piece, pieces[index + 1]];
  if (!before || !after || letter.letters !== 1 || letter.digits > 0 || text.charAt(letter.start) === 'x') return false;
  if (before.letters > 0 || after.letters > 0 || before.digits < 4 || after.digits < 3) return false;
  const gap = text.slice(before.end, letter.start);
  return (gap === ' ' || gap === '-') && text.slice(letter.end, after.start) === gap;
}

function belongTogether(text: string, group: readonly Piece[], previous: Piece, piece: Piece): boolean {
  if (piece.end - (group[0] as Piece).start > LONGEST_NUMBER + group.length) return false;
  if (piece.start - previous.end > LONGEST_JOINT) return false;
  const gap = text.slice(previous.end, piece.start);
  if (gap === ',') return isAmountComma(text, group, previous, piece);
  if (TIGHT_JOINTS.has(gap)) return true;
  const plain = (previous.letters === 0 || previous.digits === 0) && piece.letters <= 1;
  if (!plain) return false;
  if (gap === ' - ' || gap === ' . ' || gap === '- ' || gap === ' -') return true;
  if (gap !== ' ' && gap !== '\n' && gap !== '  ') return false;
  // A sender's number on a line of its own, then "662 204 is your code".
  if (gap === '\n' && previous.digits > HALF && HALVES.test(text.slice(piece.start, piece.start + LONGEST_HALVES)))
    return false;
  if (previous.digits > GROUP_BEFORE_SPACE || piece.digits > GROUP_AFTER_SPACE) return false;
  // "5003 2 people": a lone digit belongs only to a number that is written in short groups.
  return piece.digits > 1 || group.length > 1 || previous.digits <= 2 || piece.letters === 1;
}

/** "1,250,000", "250,00": thousands and decimals make one amount; other commas part a list. */
function isAmountComma(text: string, group: readonly Piece[], previous: Piece, piece: Piece): boolean {
  if (piece.letters > 0 || previous.digits > 3) return false;
  // "NGN45,000": only the currency is written onto the first group.
  if (previous.letters > 0 && (group.length > 1 || previous.letters < 2 || previous.letters > 3)) return false;
  const isDecimal = piece.digits === 2 && (group.length === 1 || text.charAt(previous.start - 1) === '.');
  const isThousand = piece.digits === 3 && (group.length === 1 || text.charAt(previous.start - 1) === ',');
  return isDecimal || isThousand;
}

function asNumber(text: string, pieces: readonly Piece[]): WrittenNumber {
  const start = (pieces[0] as Piece).start;
  let end = (pieces.at(-1) as Piece).end;
  if (text.charAt(end) === ')' && text.slice(start, end).includes('(')) end += 1;
  let digits = '';
  let letters = 0;
  for (const piece of pieces) {
    letters += piece.letters;
    digits += digitsOf(text, piece);
  }
  return { start, end, digits, letters, pieces };
}

function digitsOf(text: string, piece: Piece): string {
  const written = text.slice(piece.start, piece.end);
  return piece.letters === 0 ? written : written.replace(/[^0-9]/g, '');
}

export interface DigitGroup {
  start: number;
  end: number;
}

/** Every unbroken run of digits, whatever letters touch it. */
export function findDigitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
    groups.push({ start, end: at });
  }
  return groups;
}

/** Whether a reader would see two digit groups as neighbours: up to three characters, none of them a letter. */
export function areNeighbours(text: string, left: DigitGroup, right: DigitGroup, farthest = 3): boolean {
  if (right.start - left.end > farthest) return false;
  for (let at = left.end; at < right.start; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && isLetter(code)) return false;
  }
  return true;
}

/** Letters of a text, counted no further than most ask: whether there are more than a few. */
export function lettersIn(text: string, most = MOST_COUNTED): number {
  let letters = 0;
  for (let at = 0; at < text.length && letters <= most; at += 1) if (isLetter(text.charCodeAt(at))) letters += 1;
  return letters;
}
