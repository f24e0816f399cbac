/**
 * Finland and Sweden, whose separators tell the century and are gone from what is checked here. Henkilötunnus: day, month,
 * year, number of three and a character for the remainder by 31 (Digital and Population Data Services Agency).
 * Personnummer: year, month, day, number of three and a Luhn digit (Skatteverket, SKV 704).
 */
import { passesLuhn } from '../card-schemes';
import { hasBirthDate, likely, type NationalId } from './national-id';

const HETU = /^(\d\d)(\d\d)(\d\d)[a-fu-y]?(\d{3})([0-9a-y])$/;
const REMAINDERS = '0123456789abcdefhjklmnprstuvwxy';

export function isHetu(id: string): boolean {
  const [, day = '', month = '', year = '', number = '', check = ''] = HETU.exec(id) ?? [];
  if (!hasBirthDate(year + month + day)) return false;
  return REMAINDERS.charAt(Number(day + month + year + number) % REMAINDERS.length) === check;
}

export function isPersonnummer(id: string): boolean {
  const ten = id.slice(-10);
  return /^(?:(?:19|20)\d{10}|\d{10})$/.test(id) && hasBirthDate(ten) && passesLuhn(ten);
}

export const NORDIC: readonly NationalId[] = [
  likely('fi-hetu', '999999-9999|999999-999a|999999a9999|999999a999a', isHetu),
  likely('se-personnummer', '999999-9999|99999999-9999', isPersonnummer),
];
