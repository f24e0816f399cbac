/**
 * Which cue speaks for which number: the nearest, where another number in between moves it away, and a cue that has
 * spoken for one number speaks less for the next.
 */
import type { Cue } from './cue';
import { COST_LIMIT, costOf, type Judged, reachable, type Spoken, saysWhose } from './cue-cost';
import { shareInLists } from './lists';

type Fits<N> = (number: N, cue: Cue, cost: number) => boolean;

/** A cue within reach; whether it fits the number is asked only where its cost could win. */
interface Choice extends Spoken {
  fits: boolean | undefined;
}

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
  const told = saysWhose(text, number.end);
  for (const cue of reachable(cues, number)) {
    if (!fits(cue)) continue;
    const cost = costOf(text, cue, number, told);
    if (cost <= COST_LIMIT && (!best || cost < best.cost)) best = { cue, cost };
  }
  return best;
}

/** Gives each number its cue; numbers nearest to theirs choose first. The result runs parallel to `numbers`. */
export function assignCues<N extends Judged>(
  text: string,
  cues: readonly Cue[],
  numbers: readonly N[],
  fits: Fits<N>,
): (Spoken | undefined)[] {
  const cheapest = numbers.map((number, index) =>
    cheapestThatFits(choicesOf(text, cues, numbers, index), number, fits),
  );
  // Equal beyond reach, not infinite: infinities have no order.
  const costs = cheapest.map((spoken) => spoken?.cost ?? Number.MAX_SAFE_INTEGER);
  const order = numbers.map((_, index) => index).sort((a, b) => (costs[a] as number) - (costs[b] as number));
  const spokenFor = new Map<Cue, N>();
  const assigned: (Spoken | undefined)[] = numbers.map(() => undefined);
  for (const index of order) {
    const number = numbers[index] as N;
    let best = cheapest[index];
    // The choices are read again rather than kept: few numbers find their cue taken, and long texts hold many.
    if (best && spokenFor.has(best.cue)) {
      best = cheapestThatFits(choicesOf(text, cues, numbers, index), number, fits, (cue) => {
        const other = spokenFor.get(cue);
        return other ? reuseCost(text, cue, other, number) : 0;
      });
    }
    if (!best) continue;
    assigned[index] = best;
    spokenFor.set(best.cue, number);
  }
  return shareInLists(text, cues, numbers, assigned, fits);
}

function choicesOf<N extends Judged>(
  text: string,
  cues: readonly Cue[],
  numbers: readonly N[],
  index: number,
): Choice[] {
  const number = numbers[index] as N;
  const choices: Choice[] = [];
  const behind = firstBehind(cues, number);
  // Outwards on either side, no further than the distance and the numbers between alone allow.
  let between = 0;
  for (let i = behind - 1; i >= 0; i -= 1) {
    const cue = cues[i] as Cue;
    while (index > between && (numbers[index - between - 1] as N).start > cue.start) between += 1;
    const farther = between * NUMBER_BETWEEN_COST;
    if (number.start - cue.end + farther > COST_LIMIT) break;
    const cost = costOf(text, cue, number, false, COST_LIMIT - farther) + farther;
    if (cost <= COST_LIMIT) choices.push({ cue, cost, fits: undefined });
  }
  choices.reverse();
  between = 0;
  const told = behind < cues.length && saysWhose(text, number.end);
  for (let i = behind; i < cues.length; i += 1) {
    const cue = cues[i] as Cue;
    while (index + between + 1 < numbers.length && (numbers[index + between + 1] as N).start < cue.start) between += 1;
    const farther = between * NUMBER_BETWEEN_COST;
    if ((cue.start - number.end) / 2 + farther > COST_LIMIT) break;
    const cost = costOf(text, cue, number, told, COST_LIMIT - farther) + farther;
    if (cost <= COST_LIMIT) choices.push({ cue, cost, fits: undefined });
  }
  return choices;
}

/** The first cue that stands behind the number. Cues are sorted. */
function firstBehind(cues: readonly Cue[], number: Judged): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as Cue).start < number.end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of the cheapest. Whether it fits is the dear question, so it is asked only of what would win. */
function cheapestThatFits<N extends Judged>(
  choices: readonly Choice[],
  number: N,
  fits: Fits<N>,
  extra?: (cue: Cue) => number,
): Spoken | undefined {
  for (;;) {
    let best: Choice | undefined;
    let least = COST_LIMIT;
    for (const choice of choices) {
      if (choice.fits === false || choice.cost > least) continue;
      const cost = choice.cost + (extra ? extra(choice.cue) : 0);
      if (cost > least || (best && cost === least)) continue;
      best = choice;
      least = cost;
    }
    if (!best) return undefined;
    best.fits ??= fits(number, best.cue, best.cost);
    if (best.fits) return { cue: best.cue, cost: least };
  }
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
