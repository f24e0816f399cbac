/**
 * What a number is when nothing in its own message says so: the answer to a question, what the customer announced, or
 * the rest of what the message before began.
 */
import type { CueKind } from '../cues/cue';
import { lettersIn, type WrittenNumber } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { answersForGovernmentId, asGovernmentId } from './government-cue';
import { answersForPasscode, asPasscode } from './passcode';
import { goesOn } from './second-part';
import { asSecurityCode } from './security-code';

/** The message's undecided numbers, in order. */
export type Turns = readonly WrittenNumber[];

/** Numbers answer what was asked, in the order asked; with one number, the secret that it can be. */
export function asExpected(reading: Reading, number: WrittenNumber, turns: Turns): Mark | 'harmless' | undefined {
  const { kinds, asked } = reading.expectation;
  const inTurn = kinds.length > 1 && kinds.length === turns.length ? kinds[turns.indexOf(number)] : undefined;
  const by = asked ? 'it answers a question' : 'the message before announced it';
  for (const kind of inTurn ? [inTurn] : kinds) {
    if (kind === 'card' && answersForCard(reading, number)) return asCardPart(number, by);
    if (
      kind === 'government' &&
      (answersForGovernmentId(reading, number) || (kinds.length === 1 && isBare(reading, number)))
    )
      return asGovernmentId(reading, number, by);
    if (kind === 'passcode' && isCodeRather(kinds, number) && answersForPasscode(reading, number))
      return asPasscode(reading, number, by);
    if (kind === 'pin' && answersForPasscode(reading, number)) return asPasscode(reading, number, by);
    // "The security code we've just e-mailed": longer than a card's.
    if (kind === 'card-security' && /^\d{5,8}$/.test(number.digits) && number.letters === 0)
      return asPasscode(reading, number, by);
    if (kind === 'card-security' && /^\d{3,4}$/.test(number.digits) && number.letters === 0)
      return asSecurityCode(number, by);
  }
  return kinds.includes('harmless') ? 'harmless' : undefined;
}

/** "Your booking number, then the code": letters in it are a booking's rather than a code's. */
function isCodeRather(kinds: readonly CueKind[], number: WrittenNumber): boolean {
  return number.letters === 0 || !kinds.includes('harmless');
}

function answersForCard(reading: Reading, number: WrittenNumber): boolean {
  if (number.letters > 0 || number.digits.length < 3 || number.digits.length > 20) return false;
  return number.digits.length >= 8 || reading.letters() <= 12;
}

export function asCardPart(number: WrittenNumber, by: string): Mark {
  return {
    start: number.start,
    end: number.end,
    type: 'PAYMENT_CARD',
    recogniser: 'card-cue',
    why: `card digits, ${by}`,
  };
}

function isBare(reading: Reading, { start, end }: WrittenNumber): boolean {
  return reading.letters() - lettersIn(reading.text.slice(start, end), end - start) <= 4;
}

/** "Last part 6507", behind a message whose number was a secret. */
export function asContinuation(reading: Reading, number: WrittenNumber): Mark | undefined {
  const by = 'it goes on with the secret of the message before';
  switch (goesOn(reading, number)) {
    case 'card':
      return asCardPart(number, by);
    case 'government':
      return asGovernmentId(reading, number, by);
    case 'passcode':
      return asPasscode(reading, number, by);
    default:
      return undefined;
  }
}
