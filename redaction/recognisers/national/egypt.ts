/**
 * Egypt: 14 digits = century (2: 19xx, 3: 20xx), birth date, governorate of birth (01-35, 88 abroad), serial, check (Civil
 * Status Organisation, law 143 of 1994).
 */
import { hasBirthDate, likely, type NationalId } from './national-id';

export function isEgyptianId(id: string): boolean {
  return /^[23]\d{6}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\d{5}$/.test(id) && hasBirthDate(id.slice(1, 7));
}

export const EGYPT: readonly NationalId[] = [likely('eg-national-id', '99999999999999', isEgyptianId)];
