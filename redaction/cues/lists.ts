/** Numbers of one list share their cue: "passports C285 and C382", "from 0684 to 4602", "mine is 45 and my wife's 67". */

import type { Cue } from './cue';
import { type Judged, reachable, type Spoken } from './cue-cost';

/** Between two numbers of one list: a joining word, perhaps whose they are ("(Irish), and my wife's"). */
const LINK =
  /^(?: ?\([^()0-9]{1,16}\))?[ ,]{0,2}(?:[&/+,]|(?:and|or|to|then|not|plus|va|hoac|roi|sang|y|o|a|et|ou|und|oder|og|och|en|of|ja|e|ve|dan|at|i|lub|и|или|на|و|और|和|跟|と|과|และ)(?![a-z]))/;
const ENDS_LIST = /[.;:?!\n]/;
const SHORT_LINK = 6;
const LONGEST_LINK = 28;

/** "passports C285 and C382", "from 0684 to 4602": what nothing speaks for is what its neighbour in the list is. */
export function shareInLists<N extends Judged>(
  text: string,
  cues: readonly Cue[],
  numbers: readonly N[],
  assigned: (Spoken | undefined)[],
  fits: (number: N, cue: Cue, cost: number) => boolean,
): (Spoken | undefined)[] {
  if (numbers.length < 2) return assigned;
  const share = (index: number, neighbour: number) => {
    const spoken = assigned[neighbour];
    const number = numbers[index] as N;
    const own = assigned[index];
    if (
      !spoken ||
      (own && (own.cue.kind !== 'harmless' || own.cue.names || own.cost <= spoken.cost)) ||
      spoken.cue.kind === 'harmless' ||
      !fits(number, spoken.cue, 0)
    )
      return;
    if (isListed(text, cues, numbers[Math.min(index, neighbour)] as N, numbers[Math.max(index, neighbour)] as N)) {
      assigned[index] = spoken;
    }
  };
  for (let i = 1; i < numbers.length; i += 1) share(i, i - 1);
  for (let i = numbers.length - 2; i >= 0; i -= 1) share(i, i + 1);
  return assigned;
}

function isListed(text: string, cues: readonly Cue[], left: Judged, right: Judged): boolean {
  const gap = text.slice(left.end, right.start);
  if (gap.length > LONGEST_LINK || !LINK.test(gap) || ENDS_LIST.test(gap)) return false;
  for (const cue of reachable(cues, { start: left.end, end: right.start })) {
    if (cue.start >= left.end && cue.end <= right.start) return false;
  }
  return gap.length <= SHORT_LINK || shapeOf(text, left) === shapeOf(text, right);
}

function shapeOf(text: string, { start, end }: Judged): string {
  return text.slice(start, end).replace(/[0-9]/g, '9').replace(/[a-z]/g, 'a');
}
