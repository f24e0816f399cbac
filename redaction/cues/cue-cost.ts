/**
 * What it costs to hear a cue for a number: its distance, more behind the number than before it, more across clauses and
 * for words that only mention; less where a sentence says outright what the number is.
 */
import * as characters from '../normal/character-class';
import type { Cue } from './cue';

export interface Judged {
  start: number;
  end: number;
}

export interface Spoken {
  cue: Cue;
  cost: number;
}

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { CharacterClass, classOf } = characters;
const FARTHEST = 80;
const AFTER_FACTOR = 1.3;
const AFTER_COST = 5;
export const MENTION_COST = 18;
const CLAUSE_COST = 25;
const COMMA_COST = 6;
const LINE_COST = 10;
const codesOf = (characters: string) => [...characters].map((character) => character.charCodeAt(0));
const SENTENCE_ENDS: ReadonlySet<number> = new Set(codesOf('.!?'));
/** What stands between clauses and what it costs, by character. */
const BREAKS = new Uint8Array(0x10000);
for (const code of codesOf('\n')) BREAKS[code] = LINE_COST;
for (const code of codesOf(',、،(')) BREAKS[code] = COMMA_COST;
for (const code of codesOf('.!?。;؛؟')) BREAKS[code] = CLAUSE_COST;
const SHORT_CUE = 3;
const SHORT_CUE_REACH = { names: 60, mentions: 26 };
/** "EUR 250", "250 of the new points". */
const UNIT_REACH = { before: 1, after: 12 };
const LONGEST_IS = 10;
const LONGEST_COPULA = 12;
const LABEL_GAP = 2;
const LONGEST_CODE = 6;
const PHONE =
  /phone|mobile|cell|tel|dien thoai|dt|movil|handy|gsm|cep|телефон|手机|手機|電話|携帯|전화|มือถือ|फोन|جوال|هاتف|bank|wifi/;
/** "482913 is your ... code": the sentence says what the number is, however long the name. */
const IS_YOUR =
  /^["'”»)\]]? ?(?:(?:is|es|est|ist|e|la|is|to|jest|adalah|er|ar|on|je|ialah|ay|это)(?: (?:a|your|my|the|your|tu|su|mi|votre|mon|le|ihr|dein|mein|der|seu|meu|o|il|tuo|mio|uw|je|mijn|de|ma|din|kode|twoj|moj|vas|ваш|мой))(?![a-z])|(?:是|为|為|は|が|هو(?= )|είναι))/;
/** "4455 is aadhaar": nothing but the copula stands between. */
const IS = /^["'”»)\]]? ?(?:is|es|est|ist|la|jest|adalah|ialah|är|er|ar|on|je|ay|это|e|=|->|→|<-|←) ?$/;
export const COST_LIMIT = 60;

/**
 * Cost of hearing `cue` for `number`; infinite when it is out of reach. `told`: the sentence says outright what it is.
 * Above `limit` nobody asks how much.
 */
export function costOf(text: string, cue: Cue, number: Judged, told: boolean, limit = COST_LIMIT): number {
  const before = cue.end <= number.start;
  if (!before && cue.start < number.end) return Number.POSITIVE_INFINITY;
  if (before && cue.qualifies && !isRightBefore(text, cue, number)) return Number.POSITIVE_INFINITY;
  if (!before && cue.kind === 'harmless' && cue.end - cue.start <= SHORT_CUE && isLatinCue(text, cue)) {
    return Number.POSITIVE_INFINITY;
  }
  const from = before ? cue.end : number.end;
  const to = before ? number.start : cue.start;
  const gap = to - from;
  if (gap > FARTHEST || isShortAndFar(text, cue, gap) || (cue.unit && gap > UNIT_REACH[before ? 'before' : 'after'])) {
    return Number.POSITIVE_INFINITY;
  }
  const isTooFar = before ? gap > limit : gap > LONGEST_IS && gap * AFTER_FACTOR + AFTER_COST > limit && !told;
  if (isTooFar) return Number.POSITIVE_INFINITY;
  const isNamed = !before && (told || saysIs(text, from, to));
  let cost = before ? gap : isNamed ? gap / 2 : gap * AFTER_FACTOR + AFTER_COST;
  if (!cue.names && !isLabel(text, cue, number, before ? gap : FARTHEST)) cost += MENTION_COST;
  let breaks = 0;
  for (let at = from; at < to && cost + breaks <= limit; at += 1) breaks += breakCost(text, at);
  return cost + breaks;
}

/** "Code for order 4455" speaks of the order; "code for your order: 4455" gives the code. */
function isRightBefore(text: string, cue: Cue, number: Judged): boolean {
  const gap = number.start - cue.end;
  return gap <= LABEL_GAP && (cue.names || text.charAt(cue.end) !== ':');
}

/** "order 4455", "ref: 4455": right before a number even a passing word names it. A phone's name only before a phone's. */
function isLabel(text: string, cue: Cue, number: Judged, gap: number): boolean {
  if (cue.kind !== 'harmless' || cue.unit || gap > LABEL_GAP || text.charAt(cue.end) === ':') return false;
  return number.end - number.start > LONGEST_CODE || !PHONE.test(text.slice(cue.start, cue.end));
}

function saysIs(text: string, from: number, to: number): boolean {
  const isSpace = to - from === 1 && text.charAt(from) === ' ';
  return !isSpace && to - from <= LONGEST_IS && IS.test(text.slice(from, to));
}

/** "Is your", right behind a number. */
export function saysWhose(text: string, from: number): boolean {
  return IS_YOUR.test(text.slice(from, from + LONGEST_COPULA));
}

/** Three letters are soon some other language's word, so they are heard only close by. */
function isShortAndFar(text: string, cue: Cue, gap: number): boolean {
  if (cue.end - cue.start > SHORT_CUE || gap <= SHORT_CUE_REACH[cue.names ? 'names' : 'mentions']) return false;
  return isLatinCue(text, cue);
}

function isLatinCue(text: string, cue: Cue): boolean {
  return classOf(text.charCodeAt(cue.start)) === CharacterClass.latin;
}

function breakCost(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const cost = BREAKS[code] as number;
  return cost > 0 && SENTENCE_ENDS.has(code) && !endsSentence(text, at) ? 0 : cost;
}

/** Not the dot of "12.50". */
function endsSentence(text: string, at: number): boolean {
  return at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) >= CharacterClass.space;
}

/** Cues are sorted; a binary search keeps long texts linear. */
export function reachable(cues: readonly Cue[], number: Judged): readonly Cue[] {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as Cue).end < number.start - FARTHEST) low = middle + 1;
    else high = middle;
  }
  let past = low;
  while (past < cues.length && (cues[past] as Cue).start <= number.end + FARTHEST) past += 1;
  return cues.slice(low, past);
}
