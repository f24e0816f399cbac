/**
 * Secrets that only the conversation shows: a card typed in pieces over several messages, and a number whose name comes
 * in the message after it. Both reach back to messages that were already shown, which are then masked again.
 */
import type { Cue } from '../cues/cue';
import type { NormalText } from '../normal/normal-text';
import { findDigitGroups, lettersIn } from '../normal/numbers';
import { type Mark, outside, type Reading } from '../reading';
import { cardScheme } from '../recognisers/card-schemes';
import { asWritten, CARD_IN_PIECES } from '../recognisers/pieces-as-written';
import type { EarlierMessage, FindingType } from '../redaction';
import type { History } from './history';

const MOST_PIECES = 6;
/** "(1/3) 601125": which piece it is. */
const COUNTED = /^[([]?\d{1,2} ?(?:\/|of|von|de|di|sur|van|из) ?\d{1,2}[)\]:.]{0,2} /;
const ONE_GROUP_APART = /^[^0-9]{4,30}\d{4}[^0-9]{0,30}$/;
const GLUED_BEFORE = /\p{L}{1,4}$/u;
const GLUED_AFTER = /^\p{L}{1,4}/u;
const MOST_LETTERS = 30;
const MOST_LETTERS_ON_A_CARD = 80;
const MOST_SKIPPED = 2;
const LONGEST_ASIDE = 16;
const SHORTEST_NAMED_AFTERWARDS = 4;
const LONGEST_RETROSPECT = 45;

export interface EarlierMarks {
  message: EarlierMessage;
  normal: NormalText;
  marks: Mark[];
}

export interface Joined {
  current: Mark[];
  earlier: EarlierMarks[];
}

interface Piece {
  message: EarlierMessage;
  normal: NormalText;
  groups: { start: number; end: number }[];
  digits: string;
  /** It says that its digits are a card's. */
  named: boolean;
}

/** Digits of consecutive customer messages, joined to a valid card that ends with this message. */
export function joinCard(reading: Reading, history: History): Joined | undefined {
  if (reading.expectation.wantsOnly('harmless')) return undefined;
  const ownGroups = digitGroupsOf(reading.text, reading.groups);
  const plain = isPiece(reading.text, reading.cues);
  if (!plain && !isRestOfCard(reading.text, ownGroups)) return undefined;
  const own = digitsOf(reading.text, ownGroups);
  const spokenOf = reading.expectation.wants('card') || reading.hears('card');
  let digits = own;
  const pieces: Piece[] = [];
  for (const piece of piecesBefore(history)) {
    digits = piece.digits + digits;
    pieces.push(piece);
    const scheme = cardScheme(digits, spokenOf);
    if (!scheme || !(plain || piece.named)) continue;
    const why = `${scheme} range and length over consecutive messages, Luhn check passes`;
    const asMarks = (groups: readonly { start: number; end: number }[]): Mark[] =>
      groups.map(({ start, end }) => ({ start, end, type: 'PAYMENT_CARD', recogniser: CARD_IN_PIECES, why }));
    return {
      current: asMarks(asWritten(reading.text, ownGroups)),
      earlier: pieces.map(({ message, normal, groups }) => ({
        message,
        normal,
        marks: asMarks(asWritten(normal.text, groups)),
      })),
    };
  }
  return undefined;
}

/** "482913", then "that's the otp": the message names what the one before it was. */
export function nameBefore(reading: Reading, history: History): EarlierMarks[] {
  const { text, cues } = reading;
  if (reading.groups.length > 0 || text.length > LONGEST_RETROSPECT || /[?？؟]/.test(text)) return [];
  const type = typeNamed(cues);
  if (!type) return [];
  const last = piecesBefore(history).next().value;
  if (!last || last.message !== history.last() || lettersIn(last.normal.text) > 4) return [];
  if (last.digits.length < SHORTEST_NAMED_AFTERWARDS || last.digits.length > 19) return [];
  const why = 'the message after it names it';
  return [
    {
      message: last.message,
      normal: last.normal,
      marks: asWritten(last.normal.text, last.groups).map((group) => ({
        ...withLetters(last.normal.text, group),
        type,
        recogniser: 'named-afterwards',
        why,
      })),
    },
  ];
}

/** Letters written onto the digits: "X0696085". */
function withLetters(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const before = GLUED_BEFORE.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = GLUED_AFTER.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

function typeNamed(cues: Reading['cues']): FindingType | undefined {
  if (cues.some((cue) => cue.kind === 'harmless' && cue.names)) return undefined;
  for (const cue of cues) {
    if (cue.kind === 'passcode') return 'ONE_TIME_PASSCODE';
    if (cue.kind === 'government') return 'GOVERNMENT_ID';
    if (cue.kind === 'card') return 'PAYMENT_CARD';
    if (cue.kind === 'pin') return 'SECURITY_CODE';
  }
  return undefined;
}

/** Customer messages made of digits, newest first, as far as nothing harmless was asked for in between. */
function* piecesBefore(history: History): Generator<Piece, undefined> {
  let count = 0;
  let skipped = 0;
  for (const { message, normal, placeholders, cues } of history.backwards()) {
    if (message.from !== 'customer') {
      if (cues.some((cue) => cue.kind === 'harmless' && cue.names)) return undefined;
      continue;
    }
    const groups = outside(findDigitGroups(normal.text), placeholders);
    // "Sorry", "one sec": a word in between ends nothing.
    if (groups.length === 0 && skipped < MOST_SKIPPED && lettersIn(normal.text) <= LONGEST_ASIDE && cues.length === 0) {
      skipped += 1;
      continue;
    }
    if (groups.length === 0 || placeholders.length > 0 || !isPiece(normal.text, cues)) return undefined;
    count += 1;
    if (count > MOST_PIECES) return undefined;
    const digits = digitGroupsOf(normal.text, groups);
    const named = cues.some(({ kind }) => kind === 'card');
    yield { message, normal, groups: digits, digits: digitsOf(normal.text, digits), named };
  }
  return undefined;
}

function isPiece(text: string, cues: Reading['cues']): boolean {
  return (
    lettersIn(text) <= (cues.some(({ kind }) => kind === 'card') ? MOST_LETTERS_ON_A_CARD : MOST_LETTERS) &&
    !cues.some((cue) => cue.kind === 'harmless' && !cue.unit && !isEndOfCard(text, cue) && !isPassing(text, cue))
  );
}

/** "6024 3917 and expiry 01/30": grouped as on a card, so that a named card's first half outweighs other words. */
function isRestOfCard(text: string, groups: readonly { start: number; end: number }[]): boolean {
  return groups.length > 1 && groups.every(({ start, end }) => end - start === 4) && lettersIn(text) <= MOST_LETTERS;
}

/** "ends in 0448" is harmless alone and the last piece after others. */
function isEndOfCard(text: string, cue: { start: number; end: number }): boolean {
  return /end|last|cuoi|duoi|final|termin|letzt|dernier/.test(text.slice(cue.start, cue.end));
}

/** "Four blocks ok? 5104": a word that names no number stands apart from the one group of four, as cards have them. */
function isPassing(text: string, cue: Cue): boolean {
  return !cue.names && ONE_GROUP_APART.test(text.slice(cue.end)) && !/\d/.test(text.slice(0, cue.start));
}

/** "First 8 digits 45320151": a digit that counts the others is none of them. */
function digitGroupsOf<T extends { start: number; end: number }>(text: string, groups: readonly T[]): T[] {
  const counted = COUNTED.exec(text)?.[0].length ?? 0;
  const long = groups.filter((group) => group.end - group.start >= SHORTEST_NAMED_AFTERWARDS);
  return long.length > 0 && (counted > 0 || lettersIn(text) > 0) ? long : [...groups];
}

function digitsOf(text: string, groups: readonly { start: number; end: number }[]): string {
  return groups.map((group) => text.slice(group.start, group.end)).join('');
}
