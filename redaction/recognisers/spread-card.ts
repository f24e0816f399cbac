/**
 * One card whose groups stand apart in a message: "4058... 1172...", "starts with 405811, then 720805 and ends 0448".
 * Either all digits of the message make the card, or its groups do, sized as on a card and parted alike or by few words.
 */
import { reachable } from '../cues/cue-cost';
import type { DigitGroup } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { isUsualGrouping } from './card-grouping';
import { cardScheme, isLengthOfCard } from './card-schemes';
import { asWritten, CARD_IN_PIECES } from './pieces-as-written';
import { isSpared } from './spared-card';

const SHORTEST = 13;
const LONGEST = 19;
const SMALLEST_GROUP = 2;
const WIDEST_GAP = 24;
const LEADING_ON =
  /^[ ,.;:-]{0,3}(?:(?:and|then|next|after|that|finally|lastly|last|followed by|roi|sau do|tiep|cuoi|va|luego|despues|y|al final|depois|e|por fim|puis|ensuite|et|enfin|dann|und|danach|zuletzt|poi|infine|lalu|kemudian|terakhir|потом|затем|и|а)[ ,.;:-]{1,2}){1,3}$/;
/** Groups nearer than this are `card.ts`'s. */
const ADJOINING = 3;

/** `spokenOf`: a card is named in the message or was asked for. */
export function findSpreadCard(reading: Reading, spokenOf: boolean): Mark[] {
  const { groups } = reading;
  const mayBeWhole = spokenOf && groups.length <= LONGEST && !holdsDateOrTime(reading.text, groups);
  const whole = mayBeWhole ? asCard(reading, groups, true) : undefined;
  if (whole) return whole;
  for (let first = 0; first + 1 < groups.length; first += 1) {
    const { start } = groups[first] as DigitGroup;
    let digits = sizeOf(groups[first] as DigitGroup);
    if (digits < SMALLEST_GROUP) continue;
    const firstTwo = reading.text.slice(start, start + SMALLEST_GROUP);
    for (let last = first + 1; last < groups.length && isNear(groups, last); last += 1) {
      const size = sizeOf(groups[last] as DigitGroup);
      digits += size;
      if (digits > LONGEST || size < SMALLEST_GROUP) break;
      if (digits < SHORTEST || !isLengthOfCard(firstTwo, digits, spokenOf)) continue;
      const window = groups.slice(first, last + 1);
      if (!isGroupedAsOne(reading, window, spokenOf)) continue;
      const card = asCard(reading, window, spokenOf);
      if (card) return card;
    }
  }
  return [];
}

/** "9.12. at 8:15": two short groups so joined are a day or an hour. Groups that are all joined so are `card.ts`'s. */
function holdsDateOrTime(text: string, groups: readonly DigitGroup[]): boolean {
  return groups.slice(1).some((group, i) => {
    const before = groups[i] as DigitGroup;
    return sizeOf(before) <= 2 && sizeOf(group) <= 2 && /^[.:/]$/.test(text.slice(before.end, group.start));
  });
}

function isNear(groups: readonly DigitGroup[], index: number): boolean {
  return (groups[index] as DigitGroup).start - (groups[index - 1] as DigitGroup).end <= WIDEST_GAP;
}

function isGroupedAsOne(reading: Reading, window: readonly DigitGroup[], spokenOf: boolean): boolean {
  const { text, cues } = reading;
  const sizes = window.map(sizeOf);
  if (!isUsualGrouping(sizes)) return false;
  if (isPartedAlike(text, window)) return (window[1] as DigitGroup).start - (window[0] as DigitGroup).end > ADJOINING;
  if (!spokenOf) return window.length > 2 && isToldInOrder(text, window) && !reading.hears('harmless');
  const [start, end] = [(window[0] as DigitGroup).end, (window.at(-1) as DigitGroup).start];
  return !reachable(cues, { start, end }).some(
    (cue) => cue.kind === 'harmless' && cue.start >= start && cue.end <= end,
  );
}

function asCard(reading: Reading, groups: readonly DigitGroup[], spokenOf: boolean): Mark[] | undefined {
  const { text } = reading;
  const digits = groups.map((group) => text.slice(group.start, group.end)).join('');
  if (digits.length < SHORTEST || digits.length > LONGEST) return undefined;
  const scheme = cardScheme(digits, spokenOf);
  if (!scheme) return undefined;
  const why = `${scheme} range and length over groups that stand apart, Luhn check passes`;
  const [first, last] = [groups[0] as DigitGroup, groups.at(-1) as DigitGroup];
  if (isSpared(reading, first.start, last.end)) return undefined;
  const ranges = isPartedAlike(text, groups) ? [{ start: first.start, end: last.end }] : asWritten(text, groups);
  return ranges.map((range) => ({
    ...range,
    type: 'PAYMENT_CARD',
    recogniser: CARD_IN_PIECES,
    why,
  }));
}

/** "4900, then 1170, and finally 0784": only words that lead from one group to the next. */
function isToldInOrder(text: string, groups: readonly DigitGroup[]): boolean {
  return groups.slice(1).every((group, i) => LEADING_ON.test(text.slice((groups[i] as DigitGroup).end, group.start)));
}

/** "4194 (space) 1163 (space) 3016": what stands between is a way of parting groups. */
function isPartedAlike(text: string, groups: readonly DigitGroup[]): boolean {
  const [first, second] = groups;
  if (!first || !second || groups.length < 3 || second.start - first.end > WIDEST_GAP) return false;
  const gap = text.slice(first.end, second.start);
  return groups.slice(1).every((group, i) => {
    const { end } = groups[i] as DigitGroup;
    return group.start - end === gap.length && text.startsWith(gap, end);
  });
}

function sizeOf(group: DigitGroup): number {
  return group.end - group.start;
}
