/** Kenya. KRA PIN of a person: A, nine digits, a letter (Kenya Revenue Authority); a company's begins with P and stays. */
import type { NationalId } from './national-id';

export const KENYA: readonly NationalId[] = [
  {
    name: 'ke-kra-pin',
    shapes: ['a999999999a'],
    words: /kra|kenya/,
    needsWord: true,
    isValid: (id) => /^a\d{9}[a-z]$/.test(id),
  },
];
