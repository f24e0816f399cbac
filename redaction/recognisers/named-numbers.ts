/**
 * Numbers without a writing of their own: each is what its nearest cue says, or what the conversation asked for. This
 * is where a harmless word wins over "code" and an answer to "your order number?" stays readable.
 */
import type { Expectation } from '../conversation/expectation';
import type { Cue, CueKind } from '../cues/cue';
import { type Judged, MENTION_COST, type Spoken } from '../cues/cue-cost';
import { assignCues } from '../cues/nearest-cue';
import { lettersIn, type WrittenNumber } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import type { FindingType } from '../redaction';
import { areCodesAlike, findFurtherCodes } from './codes-in-a-row';
import { asCardPart, asContinuation, asExpected, type Turns } from './expected-answer';
import { asGovernmentId, couldBeGovernmentId } from './government-cue';
import { isHarmlessByWriting, isOfTheBusiness } from './harmless-shapes';
import { asPasscode, couldBePasscode, isSendersFormat, isTheCodeThatCame } from './passcode';
import { findSeemingCodes } from './second-opinion';
import { asSecurityCode, couldBeSecurityCode, isPasscodeAfterAll } from './security-code';
import { toldAsCode } from './told-code';
import { typedAsCode } from './typed-code';

interface Subject extends Judged {
  number?: WrittenNumber;
  /** It could be a secret; other numbers only use up the cue that speaks for them. */
  open?: boolean;
  /** A number already known: it uses up the cue that speaks for it. */
  known?: FindingType;
}

const KIND_OF: Record<FindingType, CueKind> = {
  PAYMENT_CARD: 'card',
  GOVERNMENT_ID: 'government',
  ONE_TIME_PASSCODE: 'passcode',
  SECURITY_CODE: 'card-security',
};
/** A question outweighs a cue this far away. */
const EXPECTATION_COST = 26;
/** A harmless word that only stands somewhere near. */
const FAINT_COST = 25;
const LONGEST_ANSWER = 40;
/** What was asked for has come: only more of the same is expected, "and ends 0448". */
const LONGEST_CONTINUATION = 12;
const CARD_PART = /start|begin|first \d* ?(?:digits|half|part)|(?:first|second) half|bat dau/;
const LONGEST_LEAD = 40;
const SPOKEN = { before: reasons('before'), after: reasons('after') };
const SENDERS = /google|facebook|instagram|whatsapp|telegram/;

export function findNamedNumbers(reading: Reading, numbers: readonly WrittenNumber[], known: readonly Mark[]): Mark[] {
  const turns = numbers.filter((number) => couldBeSecret(reading, number) && !isSparedByWriting(reading, number));
  if (turns.length === 0) return [];
  const subjects = inOrder(reading, numbers, turns, known);
  const spoken = assignCues(reading.text, reading.cues, subjects, (subject, cue, cost) =>
    fits(reading, subject, cue, cost),
  );
  const brief = lettersIn(reading.text) <= (reading.expectation.answered ? LONGEST_CONTINUATION : LONGEST_ANSWER);
  const marks: Mark[] = [];
  const open: WrittenNumber[] = [];
  const passing: WrittenNumber[] = [];
  for (const [index, { number, open: isOpen }] of subjects.entries()) {
    if (!number || !isOpen) continue;
    const mark = judge(reading, number, spoken[index], brief, turns);
    if (mark) marks.push(mark);
    else if (!spoken[index]) open.push(number);
    else if (isPassing(spoken[index])) passing.push(number);
  }
  const further = findFurtherCodes(reading, open, marks);
  const isTold = further.length > 0 || marks.some(({ type }) => type === 'ONE_TIME_PASSCODE');
  return [...marks, ...(isTold ? further : findSeemingCodes(reading, [...open, ...passing], spoken))];
}

/** A harmless word that stands near and names nothing: "phone", "bank". */
function isPassing(spoken: Spoken | undefined): boolean {
  return spoken?.cue.kind === 'harmless' && !spoken.cue.names && !spoken.cue.unit && spoken.cost >= MENTION_COST;
}

function couldBeSecret(reading: Reading, number: WrittenNumber): boolean {
  // "307", then "79", then "4301": an id asked for and begun goes on. "48", then "2913": a code may begin so.
  const isPart = number.digits.length === 2 && number.letters === 0 && isPartOfAnswer(reading.expectation);
  if (isPart) return reading.letters() === 0;
  return number.digits.length >= 3 || number.letters + number.digits.length >= 5;
}

function isPartOfAnswer(expectation: Expectation): boolean {
  if (expectation.wantsOnly('government')) return expectation.answered;
  return expectation.asked && expectation.wantsOnly('passcode');
}

function isSparedByWriting(reading: Reading, number: WrittenNumber): boolean {
  return isHarmlessByWriting(reading, number) || isOfTheBusiness(reading, number.start, number.end) !== undefined;
}

function inOrder(reading: Reading, numbers: readonly WrittenNumber[], turns: Turns, known: readonly Mark[]): Subject[] {
  const subjects: Subject[] = [];
  let turn = 0;
  for (const number of numbers) {
    const { start, end } = number;
    const open = turns[turn] === number;
    if (open) turn += 1;
    if (open || number.digits.length >= 3) subjects.push({ start, end, number, open });
  }
  subjects.push(
    ...known.map((mark) => ({ start: mark.start, end: mark.end, known: mark.type })),
    ...reading.placeholders.map((range) => ({ start: range.start, end: range.end, known: range.type })),
  );
  return subjects.sort((a, b) => a.start - b.start);
}

function fits(reading: Reading, { number, known, open }: Subject, cue: Cue, cost: number): boolean {
  if (known) return cue.kind === KIND_OF[known] || (known === 'SECURITY_CODE' && cue.kind === 'pin');
  // What is an amount or a date by its writing takes no secret's word away from the secret.
  if (!number || (cue.kind !== 'harmless' && !open)) return false;
  switch (cue.kind) {
    case 'harmless':
      return true;
    case 'government':
      return couldBeGovernmentId(reading, number, cue, cost);
    case 'passcode':
      return couldBePasscode(reading, number, cue, cost);
    case 'card':
      return couldBeCardNumber(reading, number, cue);
    default:
      return couldBeSecurityCode(reading, number, cue);
  }
}

/** People mistype: card length is enough where a card is named; a part of one where a part is named. */
function couldBeCardNumber(reading: Reading, number: WrittenNumber, cue: Cue): boolean {
  const { length } = number.digits;
  if (number.letters > 0) return false;
  if (length >= 13) return length <= 20;
  if (!cue.names || length < 4 || cue.end > number.start) return false;
  const said = reading.text.slice(cue.start, number.start);
  return said.length <= LONGEST_LEAD && CARD_PART.test(said);
}

function judge(
  reading: Reading,
  number: WrittenNumber,
  spoken: Spoken | undefined,
  brief: boolean,
  turns: Turns,
): Mark | undefined {
  if (brief && (!spoken || spoken.cost > EXPECTATION_COST)) {
    const expected = asExpected(reading, number, turns);
    if (expected !== undefined) return expected === 'harmless' ? undefined : expected;
  }
  const told = spoken?.cue.kind === 'passcode' ? undefined : toldAsCode(reading, number);
  if (told) return asPasscode(reading, number, told);
  const continuation = asContinuation(reading, number);
  if (continuation && (!spoken || spoken.cue.kind === 'harmless')) return continuation;
  if (!spoken) {
    const isSent = isSendersFormat(reading, number) && (reading.says(SENDERS) || reading.speaksOfArrival());
    if (isSent) return asPasscode(reading, number, 'written as its sender writes codes');
    const entered = typedAsCode(reading, number);
    if (entered) return asPasscode(reading, number, entered);
    return (isAlone(reading, turns) || areCodesAlike(reading, turns)) && isTheCodeThatCame(reading, number)
      ? asPasscode(reading, number, 'the message speaks of a code that came')
      : undefined;
  }
  if (spoken.cue.kind === 'harmless') {
    const done = !spoken.cue.names && spoken.cost >= MENTION_COST ? typedAsCode(reading, number) : undefined;
    if (done) return asPasscode(reading, number, done);
    if (
      !spoken.cue.names &&
      !spoken.cue.unit &&
      spoken.cost > FAINT_COST &&
      isAlone(reading, turns) &&
      isTheCodeThatCame(reading, number)
    ) {
      return asPasscode(reading, number, 'the message speaks of a code that came');
    }
    return isEndOfSocialSecurity(reading, number, spoken.cue)
      ? asGovernmentId(reading, number, 'the last four of a social security number')
      : undefined;
  }
  return markAs(reading, number, spoken.cue);
}

/** Why a cue of each kind speaks for a number, in words. */
function reasons(where: 'before' | 'after'): Record<CueKind, string> {
  const by = (kind: CueKind) => `the ${kind} cue ${where} it speaks for it`;
  return {
    government: by('government'),
    card: by('card'),
    passcode: by('passcode'),
    'card-security': by('card-security'),
    pin: by('pin'),
    harmless: by('harmless'),
  };
}

function markAs(reading: Reading, number: WrittenNumber, cue: Cue): Mark {
  const by = SPOKEN[cue.start < number.start ? 'before' : 'after'][cue.kind];
  if (cue.kind === 'government') return asGovernmentId(reading, number, by, cue);
  if (cue.kind === 'card') return asCardPart(number, by);
  if (cue.kind === 'passcode') return asPasscode(reading, number, by);
  return isPasscodeAfterAll(reading, number, cue) ? asPasscode(reading, number, by) : asSecurityCode(number, by);
}

/** Nothing else in the message is or was a number. */
function isAlone(reading: Reading, turns: Turns): boolean {
  return turns.length === 1 && reading.placeholders.length === 0;
}

/** "My SSN ends in 2809" is half a credential; "my card ends in 2809" is how people tell cards apart. */
function isEndOfSocialSecurity(reading: Reading, number: WrittenNumber, cue: Cue): boolean {
  if (number.digits.length !== 4 || !/last|end/.test(reading.text.slice(cue.start, cue.end))) return false;
  return /(?:^|[^a-z])(?:ssn|social(?: security)?)(?![a-z])/.test(
    reading.text.slice(Math.max(0, number.start - LONGEST_LEAD), number.end + LONGEST_LEAD),
  );
}
