/**
 * Which cue speaks for which number: the nearest, where a cue before is nearer than one after, a clause or another
 * number in between moves it away, and a cue that has spoken for one number speaks less for the next.
 */
import { CharacterClass, classOf } from '../normal/character-class';
import type { Cue } from './cue';

export interface Judged {
  start: number;
  end: number;
}

export interface Spoken {
  cue: Cue;
  cost: number;
}

const FARTHEST = 80;
const AFTER_FACTOR = 1.3;
const AFTER_COST = 5;
export const MENTION_COST = 18;
const CLAUSE_COST = 25;
const COMMA_COST = 6;
const LINE_COST = 10;
const NUMBER_BETWEEN_COST = 12;
const REUSE_COST = 25;
const REUSE_IN_LIST_COST = 3;
const SHORT_CUE = 3;
const SHORT_CUE_REACH = { names: 35, mentions: 15 };
const LIST_GAP = 12;
/** "482913 is your ... code": the sentence says what the number is, however long the name. */
const IS_YOUR =
  /^["'”»)\]]? ?(?:(?:is|es|est|ist|e|la|is|to|jest|adalah|er|ar|on|je|ialah|ay|это)(?: (?:a|your|my|the|your|tu|su|mi|votre|mon|le|ihr|dein|mein|der|seu|meu|o|il|tuo|mio|uw|je|mijn|de|ma|din|kode|twoj|moj|vas|ваш|мой))(?![a-z])|(?:是|为|為|は|が|هو|είναι))/;
export const COST_LIMIT = 60;

/** Cost of hearing `cue` for `number`; infinite when it is out of reach. */
export function costOf(text: string, cue: Cue, number: Judged): number {
  const before = cue.end <= number.start;
  if (!before && cue.start < number.end) return Number.POSITIVE_INFINITY;
  if (!before && cue.kind === 'harmless' && cue.end - cue.start <= SHORT_CUE && isLatinCue(text, cue)) {
    return Number.POSITIVE_INFINITY;
  }
  const from = before ? cue.end : number.end;
  const to = before ? number.start : cue.start;
  const gap = to - from;
  if (gap > FARTHEST || isShortAndFar(text, cue, gap)) {
    return Number.POSITIVE_INFINITY;
  }
  const isNamed = !before && IS_YOUR.test(text.slice(from, from + 12));
  let cost = before ? gap : isNamed ? gap / 2 : gap * AFTER_FACTOR + AFTER_COST;
  if (!cue.names) cost += MENTION_COST;
  for (let at = from; at < to; at += 1) cost += breakCost(text, at);
  return cost;
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
  switch (text.charAt(at)) {
    case '\n':
      return LINE_COST;
    case ',':
    case '、':
    case '،':
    case '(':
      return COMMA_COST;
    case '。':
    case ';':
    case '؛':
    case '؟':
      return CLAUSE_COST;
    case '.':
    case '!':
    case '?':
      return classOf(text.charCodeAt(at + 1)) >= CharacterClass.space || at + 1 >= text.length ? CLAUSE_COST : 0;
    default:
      return 0;
  }
}

/** The nearest fitting cue of one number, without asking whether another number needs it more. */
export function nearestCue(
  text: string,
  cues: readonly Cue[],
  number: Judged,
  fits: (cue: Cue) => boolean,
): Spoken | undefined {
  let best: Spoken | undefined;
  for (const cue of reachable(cues, number)) {
    if (!fits(cue)) continue;
    const cost = costOf(text, cue, number);
    if (cost <= COST_LIMIT && (!best || cost < best.cost)) best = { cue, cost };
  }
  return best;
}

/** Gives each number its cue; numbers nearest to theirs choose first. The result runs parallel to `numbers`. */
export function assignCues<N extends Judged>(
  text: string,
  cues: readonly Cue[],
  numbers: readonly N[],
  fits: (number: N, cue: Cue, cost: number) => boolean,
): (Spoken | undefined)[] {
  const choices = numbers.map((number, index) =>
    choicesOf(text, cues, numbers, index, (cue, cost) => fits(number, cue, cost)),
  );
  const order = numbers.map((_, index) => index).sort((a, b) => cheapest(choices, a) - cheapest(choices, b));
  const spokenFor = new Map<Cue, N>();
  const assigned: (Spoken | undefined)[] = numbers.map(() => undefined);
  for (const index of order) {
    let best: Spoken | undefined;
    for (const choice of choices[index] as Spoken[]) {
      const other = spokenFor.get(choice.cue);
      const cost = choice.cost + (other ? reuseCost(text, choice.cue, other, numbers[index] as N) : 0);
      if (cost <= COST_LIMIT && (!best || cost < best.cost)) best = { cue: choice.cue, cost };
    }
    if (!best) continue;
    assigned[index] = best;
    spokenFor.set(best.cue, numbers[index] as N);
  }
  return assigned;
}

function choicesOf<N extends Judged>(
  text: string,
  cues: readonly Cue[],
  numbers: readonly N[],
  index: number,
  fits: (cue: Cue, cost: number) => boolean,
): Spoken[] {
  const number = numbers[index] as N;
  const choices: Spoken[] = [];
  for (const cue of reachable(cues, number)) {
    const cost = costOf(text, cue, number) + numbersBetween(numbers, index, cue) * NUMBER_BETWEEN_COST;
    if (cost <= COST_LIMIT && fits(cue, cost)) choices.push({ cue, cost });
  }
  return choices;
}

function numbersBetween(numbers: readonly Judged[], index: number, cue: Cue): number {
  let between = 0;
  if (cue.start < (numbers[index] as Judged).start) {
    for (let i = index - 1; i >= 0 && (numbers[i] as Judged).start > cue.start; i -= 1) between += 1;
  } else {
    for (let i = index + 1; i < numbers.length && (numbers[i] as Judged).start < cue.start; i += 1) between += 1;
  }
  return between;
}

function cheapest(choices: readonly (readonly Spoken[])[], index: number): number {
  return (choices[index] ?? []).reduce((least, choice) => Math.min(least, choice.cost), Number.POSITIVE_INFINITY);
}

/** "both ids: 0123 and 4567": numbers written alike, side by side, share a cue. */
function reuseCost(text: string, cue: Cue, first: Judged, second: Judged): number {
  const [left, right] = first.start < second.start ? [first, second] : [second, first];
  if (left.start < cue.start && cue.start < right.start) return Number.POSITIVE_INFINITY;
  const alike = left.end - left.start === right.end - right.start;
  return alike && right.start - left.end <= LIST_GAP && !/[.;\n]/.test(text.slice(left.end, right.start))
    ? REUSE_IN_LIST_COST
    : REUSE_COST;
}

/** Cues are sorted; a binary search keeps long texts linear. */
export function* reachable(cues: readonly Cue[], number: Judged): Generator<Cue> {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as Cue).end < number.start - FARTHEST) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < cues.length && (cues[i] as Cue).start <= number.end + FARTHEST; i += 1) yield cues[i] as Cue;
}
