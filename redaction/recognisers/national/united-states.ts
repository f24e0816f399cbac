/**
 * United States. SSN: Social Security Administration, POMS RM 10201 (areas 000, 666 and 9xx, group 00 and serial 0000 are
 * never given). ITIN: IRS Publication 1915: 9xx and a fourth and fifth digit of 50-65, 70-88, 90-92 or 94-99. Passport:
 * nine digits, or a letter and eight (Department of State). Driving licences are in `driving-licences.ts`.
 */
import { likely, type NationalId, named } from './national-id';

export function isUsSocialSecurity(id: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(id);
}

export function isUsTaxpayer(id: string): boolean {
  return /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(id);
}

export const UNITED_STATES: readonly NationalId[] = [
  likely('us-ssn', '999-99-9999', isUsSocialSecurity, /ssn|social/),
  likely('us-itin', '999-99-9999', isUsTaxpayer, /itin|taxpayer/),
  named('us-passport', /passport/, (id) => /^[a-z]?\d{8,9}$/.test(id)),
];
