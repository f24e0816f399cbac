/**
 * Russia. SNILS: nine digits and a control number, weights 9 to 1 modulo 101 (Pension Fund Board resolution 192p of
 * 2006). Internal passport: series of region and year of the blank, number of six (Government decree 828 of 1997).
 */
import { certain, type NationalId, weighted } from './national-id';

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, 1];

export function isSnils(id: string): boolean {
  return /^\d{11}$/.test(id) && (weighted(id, WEIGHTS) % 101) % 100 === Number(id.slice(9));
}

export const RUSSIA: readonly NationalId[] = [
  certain('ru-snils', '999-999-999 99|999-999-999-99', isSnils, /снилс|snils/),
  {
    name: 'ru-passport',
    // "45 08 № 719304": the sign is folded to its two letters.
    shapes: ['99 99 aa 999999', '9999 aa 999999', '99 99 aa999999', '9999 aa999999'],
    words: /паспорт|сери|passport/,
    needsWord: true,
    isValid: (id) => /^(?!00)\d\d(?:9[7-9]|[0-3]\d)(?:no)?\d{6}$/.test(id),
  },
];
