/**
 * Payment cards: an issuer's range, its length and the Luhn check over every window of neighbouring digit groups, so a
 * year before the card does not hide it. Only the business knowing the exact value, or a device's number, spares one.
 */
import { areNeighbours, type DigitGroup } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { isUsualGrouping } from './card-grouping';
import { cardScheme, isLengthOfCard } from './card-schemes';
import { isSpared } from './spared-card';
import { findSpreadCard } from './spread-card';

const SHORTEST = 12;
const LONGEST = 19;
const SMALLEST_PICKED = 3;
/** Of any length up to nineteen: the first sixteen digits may pass by chance, and the last be left out. */
const VARYING: ReadonlySet<string> = new Set(['maestro', 'unionpay']);

export function findCards(reading: Reading): Mark[] {
  const marks: Mark[] = [];
  const { groups } = reading;
  const spokenOf = speaksOfCard(reading);
  for (let first = 0; first < groups.length; ) {
    const window = !spokenOf && isPickedFromRow(reading, first) ? undefined : widestCard(reading, first, spokenOf);
    if (!window) {
      first += 1;
      continue;
    }
    marks.push(window.mark);
    first = window.next;
  }
  return marks.length === 0 && groups.length > 1 ? findSpreadCard(reading, spokenOf) : marks;
}

/** Groups of one or two digits make a card only from their first on. */
function isPickedFromRow({ groups, text }: Reading, first: number): boolean {
  const group = groups[first] as DigitGroup;
  if (first === 0 || group.end - group.start >= SMALLEST_PICKED) return false;
  return areNeighbours(text, groups[first - 1] as DigitGroup, group);
}

/** Windows that start at one group, the widest valid one first kept. */
function widestCard(reading: Reading, first: number, spokenOf: boolean): { mark: Mark; next: number } | undefined {
  const { groups, text } = reading;
  let length = 0;
  let found: { mark: Mark; next: number } | undefined;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last] as DigitGroup;
    const size = group.end - group.start;
    if (length + size > LONGEST) break;
    if (last > first && !areNeighbours(text, groups[last - 1] as DigitGroup, group)) break;
    length += size;
    if (length < SHORTEST || !isLengthOfCard(firstTwo(text, groups, first), length, spokenOf)) continue;
    const digits = digitsOf(text, groups, first, last);
    const scheme = cardScheme(digits, spokenOf);
    if (!scheme || (!spokenOf && !isGroupedLikeCard(text, groups, first, last))) continue;
    const start = (groups[first] as DigitGroup).start;
    if (isSpared(reading, start, group.end)) continue;
    const why = `${scheme} range and length, Luhn check passes`;
    found = { mark: { start, end: group.end, type: 'PAYMENT_CARD', recogniser: 'card', why }, next: last + 1 };
    if (length >= 15 && !VARYING.has(scheme)) break;
  }
  return found;
}

function firstTwo(text: string, groups: readonly DigitGroup[], first: number): string {
  const { start, end } = groups[first] as DigitGroup;
  return end - start > 1 ? text.slice(start, start + 2) : digitsOf(text, groups, first, first + 1).slice(0, 2);
}

function digitsOf(text: string, groups: readonly DigitGroup[], first: number, last: number): string {
  let digits = '';
  for (let i = first; i <= last; i += 1) {
    const { start, end } = groups[i] as DigitGroup;
    digits += text.slice(start, end);
  }
  return digits;
}

/** Groups as cards are printed, or all of one size, with one kind of separator; a pick out of a longer list is none. */
function isGroupedLikeCard(text: string, groups: readonly DigitGroup[], first: number, last: number): boolean {
  if (first === last) return true;
  const sizes = groups.slice(first, last + 1).map((group) => group.end - group.start);
  const usual = sizes[0] as number;
  if (!isUsualGrouping(sizes)) return false;
  const separators = sizes.slice(1).map((_, i) => separator(text, groups, first + i).replace(/ /g, ''));
  if (separators.some((one) => one !== separators[0])) return false;
  if (usual >= SMALLEST_PICKED || last + 1 === groups.length) return true;
  return !areNeighbours(text, groups[last] as DigitGroup, groups[last + 1] as DigitGroup);
}

function separator(text: string, groups: readonly DigitGroup[], index: number): string {
  const written = text.slice((groups[index] as DigitGroup).end, (groups[index + 1] as DigitGroup).start);
  // A line that was wrapped at a dash, "4747-8951-\n6190".
  return written.length > 1 ? written.replace('\n', '') : written;
}

function speaksOfCard(reading: Reading): boolean {
  return reading.expectation.wants('card') || reading.hears('card');
}
