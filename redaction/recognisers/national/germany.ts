/**
 * German identity card and passport: nine characters of the digits and the letters C F G H J K L M N P R T V W X Y Z, and
 * a check digit of ICAO Doc 9303 part 3 (weights 7 3 1), which people leave out (Federal Ministry of the Interior, PAuswV).
 */
import { type NationalId, named } from './national-id';

const WEIGHTS = [7, 3, 1];

export function isGermanDocument(id: string): boolean {
  if (!/^[cfghjklmnprtvwxyz0-9]{9}\d?$/.test(id) || !/\d/.test(id)) return false;
  return id.length === 9 || Number(id.charAt(9)) === icaoCheck(id.slice(0, 9));
}

function icaoCheck(characters: string): number {
  let sum = 0;
  for (let i = 0; i < characters.length; i += 1) {
    sum += Number.parseInt(characters.charAt(i), 36) * (WEIGHTS[i % 3] as number);
  }
  return sum % 10;
}

export const GERMANY: readonly NationalId[] = [
  named('de-identity-document', /ausweis|perso|pass|german/, isGermanDocument),
];
