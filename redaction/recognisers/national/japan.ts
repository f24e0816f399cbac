/**
 * Japan's individual number (My Number): twelve digits, the last a check digit over weights 2 to 7 from the right;
 * Ordinance of the Ministry of Internal Affairs and Communications no. 85 of 2014, art. 5.
 */
import { foldPhrase } from '../../normal/fold-character';
import type { NationalId } from './national-id';

export function isJapaneseMyNumber(id: string): boolean {
  if (!/^\d{12}$/.test(id)) return false;
  let sum = 0;
  for (let i = 1; i <= 11; i += 1) sum += Number(id.charAt(11 - i)) * (i <= 6 ? i + 1 : i - 5);
  return (sum % 11 <= 1 ? 0 : 11 - (sum % 11)) === Number(id.charAt(11));
}

export const JAPAN: readonly NationalId[] = [
  {
    name: 'jp-my-number',
    shapes: ['9999-9999-9999', '9999 9999 9999', '999999999999'],
    isValid: isJapaneseMyNumber,
    words: new RegExp(`my ?number|japan|${foldPhrase('マイナンバー|個人番号')}`),
    needsWord: true,
  },
];
