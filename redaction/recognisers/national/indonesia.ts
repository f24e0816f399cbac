/**
 * Indonesia NIK: 16 digits = province, regency, district, day (women plus 40), month, year of birth, serial of four; Law
 * 23/2006 on population administration, art. 13, and its implementing rules (Ministry of Home Affairs).
 */
import { type NationalId, named } from './national-id';

export function isIndonesianNik(id: string): boolean {
  const match = /^([1-9]\d)\d{4}(\d\d)(\d\d)\d{6}$/.exec(id);
  if (!match) return false;
  const day = Number(match[2]) % 40;
  return day >= 1 && day <= 31 && Number(match[3]) >= 1 && Number(match[3]) <= 12;
}

export const INDONESIA: readonly NationalId[] = [named('id-nik', /nik|ktp|induk/, isIndonesianNik)];
