/**
 * Singapore NRIC and FIN: a letter for series and century, seven digits, a check letter (ICA; the format is described in
 * PDPC's Advisory Guidelines on NRIC numbers). Weights 2 7 6 5 4 3 2; series T and G add 4, M adds 3.
 */
import { likely, type NationalId, weighted } from './national-id';

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2];

export function isSingaporeNric(id: string): boolean {
  const match = /^([stfgm])(\d{7})([a-z])$/.exec(id);
  if (!match) return false;
  const [, series, digits, check] = match as unknown as [string, string, string, string];
  const sum = weighted(digits, WEIGHTS) + (series === 't' || series === 'g' ? 4 : series === 'm' ? 3 : 0);
  if (series === 'm') return 'xwutrqpnjlk'.charAt(10 - (sum % 11)) === check;
  return (series === 's' || series === 't' ? 'jzihgfedcba' : 'xwutrqpnmlk').charAt(sum % 11) === check;
}

export const SINGAPORE: readonly NationalId[] = [likely('sg-nric', 'a9999999a', isSingaporeNric, /nric|fin|ic/)];
