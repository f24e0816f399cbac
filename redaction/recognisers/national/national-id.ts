/**
 * How one kind of government id is described: its writing, its inner check, and the words it goes by. An id with shapes
 * is found without a word (`government-format.ts`); one with words is told by them (`government-cue.ts`).
 */
export interface NationalId {
  name: string;
  /** Given the id's digits and lower-case letters only. */
  isValid: (id: string) => boolean;
  /** Writings that give it away: `9` is a digit, `a` a letter. */
  shapes?: readonly string[];
  /** Taken even beside a harmless word: no other number is written so. */
  certain?: boolean;
  /** Parts of the words that name it, folded. */
  words?: RegExp;
  /** With one of its words near, a valid number is this id whatever else is said: "my number" is also a phone's. */
  needsWord?: boolean;
}

export function certain(name: string, shapes: string, isValid: NationalId['isValid'], words?: RegExp): NationalId {
  return { name, shapes: shapes.split('|'), isValid, certain: true, ...(words && { words }) };
}

export function likely(name: string, shapes: string, isValid: NationalId['isValid'], words?: RegExp): NationalId {
  return { name, shapes: shapes.split('|'), isValid, ...(words && { words }) };
}

export function named(name: string, words: RegExp, isValid: NationalId['isValid']): NationalId {
  return { name, words, isValid };
}

/** A month and a day that exist, in six digits of a birth date. */
export function hasBirthDate(yearMonthDay: string): boolean {
  const month = Number(yearMonthDay.slice(2, 4));
  const day = Number(yearMonthDay.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Sum of digits times weights. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits.charAt(i)), 0);
}
