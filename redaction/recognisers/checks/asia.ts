/** Check digits and date parts of Asian ids that stdnum does not know. Arguments are digits and lower-case letters only. */

/** Province codes of Vietnamese ids (circular 59/2021/TT-BCA, annex). */
const VN_PROVINCES = new Set(
  '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'.split(
    ' ',
  ),
);

export function isVietnameseCitizenId(id: string): boolean {
  return /^\d{12}$/.test(id) && VN_PROVINCES.has(id.slice(0, 3)) && Number(id.charAt(3)) <= 3;
}

/** Singapore NRIC and FIN: weights 2765432, table by first letter. */
export function isSingaporeNric(id: string): boolean {
  const match = /^([stfgm])(\d{7})([a-z])$/.exec(id);
  if (!match) return false;
  const [, series, digits, check] = match as unknown as [string, string, string, string];
  const offset = series === 't' || series === 'g' ? 4 : series === 'm' ? 3 : 0;
  const sum = [2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), offset);
  if (series === 'm') return 'xwutrqpnjlk'.charAt(10 - (sum % 11)) === check;
  return (series === 's' || series === 't' ? 'jzihgfedcba' : 'xwutrqpnmlk').charAt(sum % 11) === check;
}

/** Indonesia: province, then birth day (women plus 40), month, year. */
export function isIndonesianNik(id: string): boolean {
  const match = /^([1-9]\d)\d{4}(\d\d)(\d\d)\d{6}$/.exec(id);
  if (!match) return false;
  const day = Number(match[2]) % 40;
  return day >= 1 && day <= 31 && Number(match[3]) >= 1 && Number(match[3]) <= 12;
}

/** Japan's My Number: check digit over eleven digits, weights 2..7 from the right. */
export function isJapaneseMyNumber(id: string): boolean {
  if (!/^\d{12}$/.test(id)) return false;
  let sum = 0;
  for (let i = 1; i <= 11; i += 1) sum += Number(id.charAt(11 - i)) * (i <= 6 ? i + 1 : i - 5);
  return (sum % 11 <= 1 ? 0 : 11 - (sum % 11)) === Number(id.charAt(11));
}

export function hasBirthDate(yearMonthDay: string): boolean {
  const month = Number(yearMonthDay.slice(2, 4));
  const day = Number(yearMonthDay.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
