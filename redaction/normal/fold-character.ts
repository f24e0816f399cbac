/**
 * One code point folded to what the rules read: lower case, no accents, every kind of digit as ASCII, every space as
 * ' ', every dash as '-', invisible characters gone. The result is at most a few BMP characters and may be empty.
 */

const LETTERS_WITHOUT_DECOMPOSITION: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ə: 'e',
  і: 'и',
  ї: 'и',
  ґ: 'г',
  ў: 'у',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ٱ: 'ا',
}; // prettier-ignore

/** Dingbat and enclosed digits that Unicode gives no decomposition: [first code point, value of the first, how many]. */
const ENCLOSED_DIGITS: readonly (readonly [number, number, number])[] = [
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
  [0x1f10b, 0, 1],
  [0x1f10c, 0, 1],
  [0x1f100, 0, 1],
];

type Ranges = readonly (readonly [first: number, last: number])[];

/** Shown as nothing, beside Unicode's format characters: fillers, joiners, variation selectors. */
const INVISIBLE: Ranges = [
  [0x034f, 0x034f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xffa0, 0xffa0],
  [0xe0100, 0xe01ef],
];

/** Marks that change no word of the lexicons: Latin accents, Arabic and Hebrew points, nukta, voicing marks, frames. */
const ACCENTS: Ranges = [
  [0x0300, 0x036f],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x093c, 0x093c],
  [0x09bc, 0x09bc],
  [0x0a3c, 0x0a3c],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x3099, 0x309a],
  [0xfe20, 0xfe2f],
];
const HANGUL = /^[\uac00-\ud7a3]$/;
const ASTRAL_LETTER = '\ue000';
const SYMBOL = '\u2022';

const remembered = new Map<number, string>();
const marks = new Map<number, boolean>();
const REMEMBERED_AT_MOST = 20_000;

export function foldCodePoint(codePoint: number): string {
  const known = remembered.get(codePoint);
  if (known !== undefined) return known;
  const folded = fold(codePoint);
  if (remembered.size < REMEMBERED_AT_MOST) remembered.set(codePoint, folded);
  return folded;
}

/** By UTF-16 code unit, what it folds to where that is one unit; 0 where it is not, or nobody has asked yet. */
const units = new Uint16Array(0x10000);

/** The fast way for most characters: one unit in, one unit out. 0 sends the caller to `foldCodePoint`. */
export function foldUnit(unit: number): number {
  const known = units[unit];
  if (known || (unit >= 0xd800 && unit <= 0xdfff)) return known as number;
  const folded = foldCodePoint(unit);
  if (folded.length === 1) units[unit] = folded.charCodeAt(0);
  return units[unit] as number;
}

/** Folds a whole phrase the same way; the lexicons are written for people and read through this. */
export function foldPhrase(phrase: string): string {
  let folded = '';
  for (const character of phrase) folded += foldCodePoint(character.codePointAt(0) as number);
  return folded;
}

/** Whether a code point only dresses the one before it: an accent, a keycap frame, a variation selector. */
export function dressesPrevious(codePoint: number): boolean {
  if (codePoint < 0x300) return false;
  let known = marks.get(codePoint);
  if (known === undefined) {
    known = /^\p{M}$/u.test(String.fromCodePoint(codePoint));
    if (marks.size < REMEMBERED_AT_MOST) marks.set(codePoint, known);
  }
  return known;
}

function fold(codePoint: number): string {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return SYMBOL;
  const character = String.fromCodePoint(codePoint);
  if (character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029') return '\n';
  if (isIn(INVISIBLE, codePoint) || /^\p{Cf}$/u.test(character)) return '';
  if (/^[\p{Zs}\t\v\f\u0085]$/u.test(character)) return ' ';
  if (/^[\p{Pd}\u2212\u207b]$/u.test(character)) return '-';
  const digit = digitValue(codePoint, character);
  if (digit !== undefined) return String(digit);
  if (HANGUL.test(character)) return character;
  let folded = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (isIn(ACCENTS, part.codePointAt(0) as number)) continue;
    const value = digitValue(part.codePointAt(0) as number, part);
    if (value !== undefined) folded += value;
    else if (part.length > 1) folded += /\p{L}/u.test(part) ? ASTRAL_LETTER : SYMBOL;
    else folded += LETTERS_WITHOUT_DECOMPOSITION[part] ?? part;
  }
  return folded;
}

function isIn(ranges: Ranges, codePoint: number): boolean {
  return ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function digitValue(codePoint: number, character: string): number | undefined {
  if (codePoint >= 0x30 && codePoint <= 0x39) return codePoint - 0x30;
  for (const [first, value, count] of ENCLOSED_DIGITS) {
    if (codePoint >= first && codePoint < first + count) return value + codePoint - first;
  }
  if (!/^\p{Nd}$/u.test(character)) return undefined;
  const compatible = character.normalize('NFKC');
  if (/^[0-9]$/.test(compatible)) return Number(compatible);
  // Every other script's digits stand in unbroken rows of ten, zero first.
  let zero = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}
