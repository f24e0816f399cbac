/**
 * Which cue speaks for which number: the nearest, where another number in between moves it away, and a cue that has
 * spoken for one number speaks less for the next.
 */
import type { Cue } from './cue';
import { COST_LIMIT, costOf, type Judged, reachable, type Spoken } from './cue-cost';
import { shareInLists } from './lists';

const NUMBER_BETWEEN_COST = 12;
const REUSE_COST = 25;
const REUSE_IN_LIST_COST = 3;
const LIST_GAP = 12;

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
  const cheapest = choices.map(leastCost);
  const order = numbers.map((_, index) => index).sort((a, b) => (cheapest[a] as number) - (cheapest[b] as number));
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
  return shareInLists(text, cues, numbers, assigned, fits);
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

function leastCost(choices: readonly Spoken[]): number {
  // Equal beyond reach, not infinite: infinities have no order.
  return choices.reduce((least, choice) => Math.min(least, choice.cost), Number.MAX_SAFE_INTEGER);
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
