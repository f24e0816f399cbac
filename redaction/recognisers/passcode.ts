/** One-time passcodes: four to eight digits, or a short mix with letters, that a cue, a sender's format or a question names. */
import type { Cue } from '../cues/cue';
import type { WrittenNumber } from '../normal/numbers';
import { asTyped, type Mark, type Reading } from '../reading';

const YEAR = /^(?:19|20)\d\d$/;
const CODE_WITH_LETTERS = /^[0-9a-z]{5,8}$/;
const NEAR = 25;

export function couldBePasscode(reading: Reading, number: WrittenNumber, cue: Cue, cost: number): boolean {
  const { length } = number.digits;
  if (number.letters > 0)
    return hasCodeLetters(reading, number) && (cue.names || (cost < NEAR && reading.speaksOfArrival()));
  if (length < 4 || length > 8) return false;
  return !YEAR.test(number.digits) || cost < NEAR;
}

/** What may answer "the code, please?". A part of a code too: "538", then "450". */
export function answersForPasscode(reading: Reading, number: WrittenNumber): boolean {
  if (number.letters > 0) return hasCodeLetters(reading, number);
  return number.digits.length >= 3 && number.digits.length <= 8;
}

function hasCodeLetters(reading: Reading, number: WrittenNumber): boolean {
  const typed = asTyped(reading, number.start, number.end);
  const [only, second] = number.pieces;
  if (!only || second || !CODE_WITH_LETTERS.test(reading.text.slice(only.start, only.end))) return false;
  return number.digits.length >= 2 || typed === typed.toUpperCase();
}

/** "G-482913", "FB-12345": the sender's own way of writing, beside any word on codes. */
const SENDERS_PREFIX = /(?:^|[^a-z0-9])((?:g|fb|ig|wa|tg)-)$/;

export function isSendersFormat(reading: Reading, number: WrittenNumber): boolean {
  if (number.letters > 0 || number.digits.length < 5 || number.digits.length > 6) return false;
  return prefixLength(reading, number) > 0;
}

export function asPasscode(reading: Reading, number: WrittenNumber, spokenBy: string): Mark {
  const start = number.start - prefixLength(reading, number);
  return {
    start,
    end: number.end,
    type: 'ONE_TIME_PASSCODE',
    recogniser: 'passcode',
    why: `passcode-like, ${spokenBy}`,
  };
}

function prefixLength(reading: Reading, number: WrittenNumber): number {
  return SENDERS_PREFIX.exec(reading.text.slice(Math.max(0, number.start - 4), number.start))?.[1]?.length ?? 0;
}
