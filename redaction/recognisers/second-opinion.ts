/**
 * A second opinion on six digits that no word named and no writing explained: what is said around them. That something
 * came, shows on a phone or is wrong is said of goods as well; that it was typed in, or is nobody's business, of codes.
 */
import type { Circumstance } from '../cues/circumstances';
import type { Spoken } from '../cues/cue-cost';
import type { WrittenNumber } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { areFewAlike } from './codes-in-a-row';
import { asPasscode, isOfGoods } from './passcode';

/** Several numbers are codes only with their circumstances right beside them. */
const REACH = { alone: 100, several: 20 };
const ROUND = '000';

/** `open`: what nothing spoke for, or only a passing word. `spoken`: which word speaks for which number of the text. */
export function findSeemingCodes(
  reading: Reading,
  open: readonly WrittenNumber[],
  spoken: readonly (Spoken | undefined)[],
): Mark[] {
  if (!mayHoldCodes(reading, open) || namesAnother(reading, spoken)) return [];
  const reach = REACH[open.length > 1 ? 'several' : 'alone'];
  return open.flatMap((number) => {
    if (number.digits.endsWith(ROUND) || isOfGoods(reading, number)) return [];
    const said = saidAround(reading, number, reach);
    if (said.has('goods') || !(areOfCode(said) || reading.expectation.sent())) return [];
    return [asPasscode(reading, number, 'what is said around it is said of codes')];
  });
}

function mayHoldCodes(reading: Reading, open: readonly WrittenNumber[]): boolean {
  if (open.length === 0 || !areFewAlike(reading, open)) return false;
  return !reading.expectation.wants('harmless') && !reading.speaksOtherwise();
}

/** A harmless number's name that has no number yet may be this one's; "order 88204" has its own. */
function namesAnother({ cues }: Reading, spoken: readonly (Spoken | undefined)[]): boolean {
  const heard = new Set(spoken.map((one) => one?.cue));
  return cues.some((cue) => cue.kind === 'harmless' && cue.names && !heard.has(cue));
}

/** Never one circumstance alone. */
function areOfCode(said: ReadonlySet<Circumstance>): boolean {
  if (said.has('typed') || said.has('secret')) return said.size > 1;
  return said.has('entry') && (said.has('refused') || (said.has('came') && said.has('screen')));
}

function saidAround(reading: Reading, { start, end }: WrittenNumber, reach: number): Set<Circumstance> {
  const said = new Set<Circumstance>();
  for (const one of reading.circumstances()) {
    if (one.start > end + reach) break;
    if (one.end >= start - reach) said.add(one.what);
  }
  return said;
}
