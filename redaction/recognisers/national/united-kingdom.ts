/**
 * UK driver number: five letters of the surname (9 where it is shorter), decade, month of birth (women plus 50), day,
 * year, two initials (9 for none), a digit and two check letters (DVLA, "Driver numbers", also in Police codes).
 */
import { likely, type NationalId } from './national-id';

const SURNAMES = ['aaaaa', 'aaaa9', 'aaa99', 'aa999'];
const TAILS = ['aa9aa', 'a99aa', 'a9aaa', 'aa999', 'aaaaa', 'a9999'];

export function isUkDriverNumber(id: string): boolean {
  return /^(?:[a-z]{5}|[a-z]{2,4}9{1,3})\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[a-z][a-z9]/.test(id);
}

const shapes = SURNAMES.flatMap((surname) =>
  TAILS.flatMap((tail) => [`${surname}999999${tail}`, `${surname} 999999 ${tail}`]),
);

export const UNITED_KINGDOM: readonly NationalId[] = [likely('gb-driving-licence', shapes.join('|'), isUkDriverNumber)];
