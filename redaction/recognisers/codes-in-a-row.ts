/**
 * Several codes of one message: "got two texts, first 262817 then 991527", "I typed 250917, it has expired; now it sends
 * 884102". Only six digits are told so, the commonest length: shorter numbers meet by chance.
 */
import type { WrittenNumber } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { asPasscode, COMMONEST_LENGTH, isSixDigits } from './passcode';

const MOST_CODES = 3;

/** Nothing but codes, where more than one number stands in a message on codes that came. */
export function areCodesAlike(reading: Reading, numbers: readonly WrittenNumber[]): boolean {
  return areFewAlike(reading, numbers) && !reading.namesHarmless();
}

/** Written as codes mostly are, not too many, and nothing was covered beside them. */
export function areFewAlike({ placeholders }: Reading, numbers: readonly WrittenNumber[]): boolean {
  return numbers.length <= MOST_CODES && placeholders.length === 0 && numbers.every(isSixDigits);
}

/** What no word speaks for, written like a code that was found beside it. */
export function findFurtherCodes(reading: Reading, open: readonly WrittenNumber[], marks: readonly Mark[]): Mark[] {
  if (reading.expectation.wants('harmless')) return [];
  if (!marks.some(({ type, start, end }) => type === 'ONE_TIME_PASSCODE' && end - start === COMMONEST_LENGTH))
    return [];
  return open.filter(isSixDigits).map((number) => asPasscode(reading, number, 'written like the code beside it'));
}
