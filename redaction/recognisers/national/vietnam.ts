/**
 * Vietnam. Citizen id (CCCD, personal identification number): 12 digits = province or country of birth, century and sex,
 * two digits of the birth year, six random; Decree 137/2015/ND-CP art. 13 and Circular 59/2021/TT-BCA art. 4 and annexes.
 * CMND: 9 digits, Decree 05/1999/ND-CP. Passport: one letter, 7 digits, Circular 73/2021/TT-BCA. Driving licence: 12
 * digits, Circular 12/2017/TT-BGTVT.
 */
import { type NationalId, named } from './national-id';

const PROVINCES = new Set(
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'.split(
    ' ',
  ),
);

export function isVietnameseCitizenId(id: string): boolean {
  return /^\d{12}$/.test(id) && PROVINCES.has(id.slice(0, 3)) && Number(id.charAt(3)) <= 3;
}

export const VIETNAM: readonly NationalId[] = [
  // Since July 2025 a person's tax code is the citizen id (Law on Tax Administration 38/2019, art. 35.7); a company's has ten digits.
  {
    name: 'vn-citizen-id',
    shapes: ['999999999999'],
    isValid: isVietnameseCitizenId,
    words: /mst|ma so thue/,
    needsWord: true,
  },
  named('vn-citizen-id', /cccd|can cuoc|dinh danh|citizen|vietnam|\bid\b/, isVietnameseCitizenId),
  named('vn-cmnd', /cmnd|cmtnd|cmt|chung minh/, (id) => /^\d{9}$/.test(id)),
  named('vn-passport', /ho chieu|passport|pp so/, (id) => /^[a-z]\d{7}$/.test(id)),
  named('vn-driving-licence', /bang lai|giay phep lai xe|gplx/, (id) => /^\d{12}$/.test(id)),
];
