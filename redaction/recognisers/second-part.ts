/**
 * The rest of a secret whose beginning the message before gave away: "first half of my ssn 55067", then "last part 6507".
 * The words say that it goes on, the placeholder before says what it is.
 */
import type { CueKind } from '../cues/cue';
import type { WrittenNumber } from '../normal/numbers';
import type { Reading } from '../reading';

const GOES_ON: readonly RegExp[] = [
  /(?:^|[^a-z])(?:second|2nd|last|other|next|final|remaining|missing) (?:part|half|bit|piece|group|chunk|block)s?(?![a-z])/,
  /(?:^|[^a-z])(?:the rest|rest is|rest:|and then|phan (?:sau|cuoi|con lai)|nua sau|segunda (?:parte|mitad|metade)|el resto|o resto)(?![a-z])/,
  /(?:^|[^a-z])(?:deuxieme (?:partie|moitie)|la suite|le reste|zweiter? (?:teil|halfte)|der rest|seconda (?:parte|meta)|il resto)(?![a-z])/,
  /(?:^|[^a-z])(?:tweede (?:deel|helft)|druga (?:czesc|polowa)|ikinci (?:kisim|yarisi)|bagian kedua|sisanya|lanjutannya)(?![a-z])/,
  /вторая (?:часть|половина)|остальн|друга частина|后半|下半|後半|剩下|后面是|나머지|뒷자리|残り|続き|ที่เหลือ|ส่วนหลัง|الباقي|बाकी/,
];
const LONGEST = 12;

export function goesOn(reading: Reading, number: WrittenNumber): CueKind | undefined {
  const { begun } = reading.expectation;
  if (!begun || number.digits.length + number.letters > LONGEST || !saysGoesOn(reading)) return undefined;
  return reading.namesHarmless() ? undefined : begun;
}

function saysGoesOn(reading: Reading): boolean {
  return GOES_ON.some((pattern) => reading.says(pattern));
}
