/**
 * Ids of any country that a cue or a question names: letters and digits of id length. With no check digit to lean on,
 * the words decide; the id takes with it the letters written before and after its digits.
 */
import type { Cue } from '../cues/cue';
import { MENTION_COST, reachable } from '../cues/cue-cost';
import * as characters from '../normal/character-class';
import type { WrittenNumber } from '../normal/numbers';
import { asTyped, type Mark, type Reading } from '../reading';
import { looksLikePhone } from './harmless-shapes';
import { knownId } from './national';
import { isIdOfSomethingElse, isIdOfThing } from './whose-id';

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { CharacterClass, classOf, isDigit } = characters;
const NEXT_TO_CUE = 8;
const NEAR_MENTION = MENTION_COST + 6;
/** "19 AB 12345", a French passport in groups; "12345678 9 ZZ4", a Portuguese card with its version. */
const GROUP_BEFORE_LETTERS = /(?:^|[^0-9a-z.,])(\d\d )$/;
const VERSION_AFTER = /^ ?\d ?[a-z]{2}\d(?![0-9a-z])/;
/** "KA01 " before "20110012345": an office's letters and number. */
const OFFICE_BEFORE = /(?:^|[^0-9a-z])([a-z]{1,3}\d{1,3}[ -])$/;
/** "B0721 2RE 2I55": more groups of one id, a digit in each. */
const MIXED_GROUPS_AFTER = /^(?:[ -](?=[0-9a-z]{0,5}\d)[0-9a-z]{2,11}){1,3}(?![0-9a-z])/;
const LONGEST_ID = 24;

export function couldBeGovernmentId(reading: Reading, number: WrittenNumber, cue: Cue, cost: number): boolean {
  const length = number.digits.length + number.letters;
  if (length > 20) return false;
  if (looksLikePhone(reading.text, number) && cost > NEXT_TO_CUE + (cue.names ? 0 : MENTION_COST)) return false;
  if (
    length === 4 &&
    /social|ssn/.test(reading.text.slice(cue.start, cue.end)) &&
    (cue.names || cost <= NEAR_MENTION)
  ) {
    return true;
  }
  const word = reading.text.slice(cue.start, cue.end);
  const shape = word.length <= LONGEST_ACRONYM ? ACRONYMS.get(word.replace(/[^a-z]/g, '')) : undefined;
  if (shape && !shape.test(reading.text.slice(number.start, number.end).replace(/[^0-9a-z]/g, ''))) return false;
  if (/^pass?i?$/.test(word)) return number.letters > 0 && length >= 7 && length <= 10;
  if (word.includes('сери') && length === 4) return true;
  if (!cue.names) {
    if (/^ids?$/.test(word) && isIdOfSomethingElse(reading.text, cue)) return false;
    if (word === 'my id' && isIdOfThing(reading.text, cue)) return false;
    if (word === 'social' && OTHER_SOCIAL.test(reading.text.slice(cue.end, cue.end + 12))) return false;
    return length >= 6 && (number.digits.length >= 5 || (cost <= NEAR_MENTION && isIdLike(reading, number)));
  }
  return isIdLike(reading, number);
}

const LONGEST_ACRONYM = 8;
const OTHER_SOCIAL = /^ (?!is|num|no|sec|ins|was|ending|last|for)[a-z]{3}/;
/** Acronyms that mean other things too name a number only of their own shape. */
const ACRONYMS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    utr: /^\d{10}k?$/,
    tin: /^\d{8,13}$/,
    sin: /^\d{9}$/,
    ird: /^\d{8,9}$/,
    fin: /^(?:[a-z]\d{7}[a-z]|[0-9a-z]{7})$/,
    pan: /^[a-z]{5}\d{4}[a-z]$/,
    epic: /^[a-z]{3}\d{7}$/,
    sss: /^\d{10}$/,
    gsis: /^\d{10,11}$/,
    ktn: /^[0-9a-z]{8,10}$/,
    tc: /^\d{11}$/,
    brp: /^[a-z]{2}[0-9a-z]\d{6}$/,
    nhs: /^\d{10}$/,
    nie: /^[a-z]?\d{7,8}[a-z]?$/,
    pp: /^[a-z]\d{7,8}$/,
    dl: /^[0-9a-z]{6,18}$/,
  }),
);

/** What may answer "your id, please?". */
export function answersForGovernmentId(reading: Reading, number: WrittenNumber): boolean {
  return !looksLikePhone(reading.text, number) && isIdLike(reading, number);
}

function isIdLike(reading: Reading, number: WrittenNumber): boolean {
  const length = number.digits.length + number.letters;
  if (length < 5 || length > 20) return false;
  if (number.digits.length >= 5 || (number.digits.length >= 4 && number.letters > 0)) return true;
  const typed = asTyped(reading, number.start, number.end);
  return number.pieces.length === 1 && length >= 8 && typed === typed.toUpperCase();
}

export function asGovernmentId(reading: Reading, number: WrittenNumber, spokenBy: string, cue?: Cue): Mark {
  const { start, end } = withLetters(reading, number);
  const { text } = reading;
  const known = cue && knownId(text.slice(cue.start, cue.end), text.slice(start, end));
  if (known) {
    return { start, end, type: 'GOVERNMENT_ID', recogniser: known.name, why: `valid as ${known.name}, ${spokenBy}` };
  }
  return { start, end, type: 'GOVERNMENT_ID', recogniser: 'government-cue', why: `id-like, ${spokenBy}` };
}

/** "HR 22 29 75 A", "AB 123456", "Κ 123456": one to three capitals before, one or two after. */
function withLetters(reading: Reading, number: WrittenNumber): { start: number; end: number } {
  let { start, end } = number;
  const before = lettersBefore(reading, start);
  if (before !== undefined)
    start = before - (GROUP_BEFORE_LETTERS.exec(reading.text.slice(Math.max(0, before - 4), before))?.[1]?.length ?? 0);
  const { text } = reading;
  if (isDigit(text.charCodeAt(start - 2))) {
    const office = OFFICE_BEFORE.exec(text.slice(Math.max(0, start - 8), start))?.[1]?.length ?? 0;
    if (office > 0 && isCapital(reading, start - office, start)) start -= office;
  }
  const after = lettersAfter(reading, end);
  if (after !== undefined) end = after;
  if (isDigit(text.charCodeAt(end)) || isDigit(text.charCodeAt(end + 1))) {
    end += VERSION_AFTER.exec(text.slice(end, end + 7))?.[0].length ?? 0;
  }
  return { start, end: isDigit(text.charCodeAt(start)) ? end : withMixedGroups(reading, start, end) };
}

function withMixedGroups(reading: Reading, start: number, end: number): number {
  const written = reading.text.slice(start, end);
  if (!/^[a-z]{1,3}[ -]?\d{1,4}$/.test(written) || !isCapital(reading, start, end)) return end;
  const more = MIXED_GROUPS_AFTER.exec(reading.text.slice(end, end + LONGEST_ID))?.[0] ?? '';
  return more && isCapital(reading, start, end + more.length) ? end + more.length : end;
}

function lettersBefore(reading: Reading, start: number): number | undefined {
  const { text } = reading;
  let at = start;
  while (at > 0 && start - at < 2 && isSeparator(text.charCodeAt(at - 1))) at -= 1;
  let from = at;
  while (from > 0 && at - from < 6 && isAlphabetic(text.charCodeAt(from - 1))) from -= 1;
  if (from === at || at - from > 3 || isDigit(text.charCodeAt(from - 1))) return undefined;
  const glued = at === start;
  return (glued || isCapital(reading, from, at)) && !isCue(reading, from, at) ? from : undefined;
}

function lettersAfter(reading: Reading, end: number): number | undefined {
  const { text } = reading;
  let at = end;
  while (at < text.length && at - end < 1 && isSeparator(text.charCodeAt(at))) at += 1;
  let to = at;
  while (to < text.length && to - at < 6 && isAlphabetic(text.charCodeAt(to))) to += 1;
  if (to === at || to - at > 2 || isDigit(text.charCodeAt(to))) return undefined;
  const glued = at === end;
  return (glued || isCapital(reading, at, to)) && !isCue(reading, at, to) ? to : undefined;
}

function isSeparator(code: number): boolean {
  return code === 32 || code === 45 || code === 46 || code === 47;
}

function isAlphabetic(code: number): boolean {
  const kind = classOf(code);
  return kind === CharacterClass.latin || kind === CharacterClass.spaced;
}

function isCapital(reading: Reading, start: number, end: number): boolean {
  const typed = asTyped(reading, start, end);
  return typed === typed.toUpperCase() && typed !== typed.toLowerCase();
}

function isCue(reading: Reading, start: number, end: number): boolean {
  for (const cue of reachable(reading.cues, { start, end })) if (cue.start < end && start < cue.end) return true;
  return false;
}
