/** What kind of character a folded one is. Words of spaceless scripts have no boundary, so `\b` is of no use here. */
export enum CharacterClass {
  other = 1,
  digit,
  latin,
  /** Cyrillic, Greek, Indic, Hangul: scripts that put spaces between words. */
  spaced,
  /** Han, kana, Thai, Lao, Khmer, Burmese, Arabic, Hebrew: a word may start at any letter. */
  unspaced,
  space,
  newline,
}

const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\u30fc\ue000]$/u;
const known = new Uint8Array(0x10000);

export function classOf(code: number): CharacterClass {
  const remembered = known[code];
  if (remembered) return remembered;
  const found = classify(code);
  known[code] = found;
  return found;
}

function classify(code: number): CharacterClass {
  if (code >= 48 && code <= 57) return CharacterClass.digit;
  if (code >= 97 && code <= 122) return CharacterClass.latin;
  if (code === 32) return CharacterClass.space;
  if (code === 10) return CharacterClass.newline;
  const character = String.fromCharCode(code);
  if (UNSPACED.test(character)) return CharacterClass.unspaced;
  if (/^\p{Script=Latin}$/u.test(character)) return CharacterClass.latin;
  return /^[\p{L}\p{M}]$/u.test(character) ? CharacterClass.spaced : CharacterClass.other;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters that can be part of an id next to its digits: Latin, and Greek or Cyrillic as printed on some cards. */
export function isLatin(code: number): boolean {
  return classOf(code) === CharacterClass.latin;
}

export function isLetter(code: number): boolean {
  const kind = known[code] || classOf(code);
  return kind >= CharacterClass.latin && kind <= CharacterClass.unspaced;
}
