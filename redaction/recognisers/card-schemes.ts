/**
 * Which digits can be a payment card: issuer ranges with their lengths (ISO/IEC 7812; the schemes' published ranges,
 * NAPAS 9704 and other domestic schemes included) and the Luhn check digit.
 */

/** [first prefix, last prefix, lengths]. */
const SCHEMES: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['visa', '4', '4', [13, 16, 19]],
  ['mastercard', '51', '55', [16]],
  ['mastercard', '2221', '2720', [16]],
  ['amex', '34', '34', [15]],
  ['amex', '37', '37', [15]],
  ['diners', '300', '305', [14, 16, 17, 18, 19]],
  ['diners', '3095', '3095', [14, 16, 17, 18, 19]],
  ['diners', '36', '36', [14, 15, 16, 17, 18, 19]],
  ['diners', '38', '39', [14, 16, 17, 18, 19]],
  ['discover', '6011', '6011', [16, 17, 18, 19]],
  ['discover', '644', '659', [16, 17, 18, 19]],
  ['jcb', '3528', '3589', [16, 17, 18, 19]],
  ['jcb', '2131', '2131', [15]],
  ['jcb', '1800', '1800', [15]],
  ['unionpay', '62', '62', [16, 17, 18, 19]],
  ['unionpay', '81', '81', [16, 17, 18, 19]],
  ['mir', '2200', '2205', [16, 17, 18, 19]],
  ['rupay', '60', '60', [16]],
  ['rupay', '508', '508', [16]],
  ['rupay', '353', '353', [16]],
  ['rupay', '356', '356', [16]],
  ['rupay', '82', '82', [16]],
  ['napas', '9704', '9704', [16, 17, 18, 19]],
  ['troy', '9792', '9792', [16]],
  ['verve', '506099', '506198', [16, 18, 19]],
  ['elo', '5041', '5041', [16]],
  ['elo', '5066', '5067', [16]],
  ['elo', '5090', '5090', [16]],
  ['elo', '6362', '6363', [16]],
  ['meeza', '5078', '5078', [16]],
  ['maestro', '5018', '5018', [13, 15, 16, 17, 18, 19]],
  ['maestro', '5020', '5020', [13, 15, 16, 17, 18, 19]],
  ['maestro', '5038', '5038', [13, 15, 16, 17, 18, 19]],
  ['maestro', '5893', '5893', [13, 15, 16, 17, 18, 19]],
  ['maestro', '6304', '6304', [13, 15, 16, 17, 18, 19]],
  ['maestro', '6759', '6759', [13, 15, 16, 17, 18, 19]],
  ['maestro', '6761', '6763', [13, 15, 16, 17, 18, 19]],
  ['maestro', '6771', '6771', [16]],
  ['dankort', '5019', '5019', [16]],
  ['uzcard', '8600', '8600', [16]],
  ['humo', '9860', '9860', [16]],
  ['belkart', '9112', '9112', [16]],
  ['gpn', '1946', '1946', [16]],
];

/** Ranges that many harmless numbers share; they count where the text speaks of a card. */
const SCHEMES_WITH_CUE: typeof SCHEMES = [
  ['maestro', '50', '50', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['maestro', '56', '69', [12, 13, 14, 15, 16, 17, 18, 19]],
  ['uatp', '1', '1', [15]],
];

type Row = (typeof SCHEMES)[number];

/** Rows by the first two digits they allow: most numbers are refused by one look. */
const byStart = indexByStart(SCHEMES);
const byStartWithCue = indexByStart([...SCHEMES, ...SCHEMES_WITH_CUE]);

export function cardScheme(digits: string, spokenOf: boolean): string | undefined {
  const scheme = match((spokenOf ? byStartWithCue : byStart)[Number(digits.slice(0, 2))], digits);
  return scheme && passesLuhn(digits) && /[1-9]/.test(digits.slice(6)) ? scheme : undefined;
}

/** Whether some card begins with these two digits and has this length: asked before anything is joined. */
export function isLengthOfCard(firstTwo: string, length: number, spokenOf: boolean): boolean {
  const rows = (spokenOf ? byStartWithCue : byStart)[Number(firstTwo)];
  return rows?.some((row) => row[3].includes(length)) === true;
}

function match(rows: readonly Row[] | undefined, digits: string): string | undefined {
  if (!rows) return undefined;
  for (const [name, first, last, lengths] of rows) {
    if (!lengths.includes(digits.length)) continue;
    const prefix = digits.slice(0, first.length);
    if (prefix >= first && prefix <= last) return name;
  }
  return undefined;
}

function indexByStart(rows: readonly Row[]): (Row[] | undefined)[] {
  const index: (Row[] | undefined)[] = [];
  for (const row of rows) {
    const from = Number(row[1].padEnd(2, '0').slice(0, 2));
    const to = Number(row[2].padEnd(2, '9').slice(0, 2));
    for (let start = from; start <= to; start += 1) index[start] = [...(index[start] ?? []), row];
  }
  return index;
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
