/** One-time passcodes: four to eight digits, or a short mix with letters, that a cue, a sender's format or a question names. */
import type { Cue } from '../cues/cue';
import type { WrittenNumber } from '../normal/numbers';
import { asTyped, type Mark, type Reading } from '../reading';

const YEAR = /^(?:19|20)\d\d$/;
const CODE_WITH_LETTERS = /^[0-9a-z]{5,8}$/;
const CODE_IN_HALVES = /^[0-9a-z]{3,5}-[0-9a-z]{3,5}$/;
/** "8f3k-92qd": in small letters only where either half mixes them with digits. */
const HALVES_ALIKE = /^(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{3,5}-(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{3,5}$/;
/** "24/11" */
const DAY_AND_MONTH = /^\d{1,2}\/\d{1,2}$/;
const COUNTED = /(?:^|[^0-9])\d{1,4} ?(?:of|x|von|de|di|van|du|av|af|од|из|szt) ?$/;
const NEAR = 25;
const BRIEF = 24;
/** Not one behind another number: "new code 482913, old one 119922". */
const FIRST_WORD = /^[^\p{L}\p{N}]*(\p{L}+(?:-\p{L}+)*)/u;
const LONGEST_WORD = 24;
/** What may stand between "code" and the code itself. */
const CONNECTORS = new Set(
  'again still now temporaire provisoire confidentiel temporal temporaneo temporario aaya aya aayi mila milla hai he cho r nó no họ ho đó do này nay đây ấy kia đc dc đk tin nhan gởi goi tới toi trên tren máy may vô vo là là tui tụi mk mik ad ib c b t m s ok nhé thì thi bị đang dang hiện hien code nhe nha ne roi a oi vay ben hang ngan digit digits chu is was are s reads says shows came i it he she they we you my me mine just now here which that this from by via for with de is the la cua nay do em minh toi anh chi ban duoc nhan moi vua gui ve day ne nha la es fue que me mi e foi qui est recu a à est ist lautet war von per aus der ist è di che mio to jest brzmi z adalah yang saya ini nya itu ada dari kamu er ar ay ko on je din som var om jeg ang och en'.split(
    ' ',
  ),
);
/** Round numbers are amounts unless they stand right behind the word. */
const NEXT_TO_CUE = 10;

export function couldBePasscode(reading: Reading, number: WrittenNumber, cue: Cue, cost: number): boolean {
  const { length } = number.digits;
  if (cue.arrived && !reading.speaksOfArrival()) return false;
  if (!cue.names && reading.speaksOtherwise() && !reading.speaksOfArrival()) return false;
  if (!cue.names && isWayOfArrival(reading, cue) && isOfGoods(reading, number)) return false;
  if (!cue.names && !isConnected(reading, number, cue) && !reading.speaksOfArrival()) return false;
  if (cost > NEXT_TO_CUE && length > 4 && number.digits.endsWith('000')) return false;
  if (number.letters > 0)
    return hasCodeLetters(reading, number) && (cue.names || (cost < NEAR && reading.speaksOfArrival()));
  if (length < 4 || length > 8 || DAY_AND_MONTH.test(reading.text.slice(number.start, number.end))) return false;
  return !YEAR.test(number.digits) || cost < NEAR;
}

/** What may answer "the code, please?". A part of a code too: "538", then "450". */
export function answersForPasscode(reading: Reading, number: WrittenNumber): boolean {
  if (number.letters > 0) return hasCodeLetters(reading, number);
  return number.digits.length >= 2 && number.digits.length <= 8;
}

/** "mã kho 449201", "code on the box is 4492": a word of its own after "code" makes it some other code. */
function isConnected(reading: Reading, number: WrittenNumber, cue: Cue): boolean {
  if (cue.start > number.start || isWayOfArrival(reading, cue)) return true;
  // "mã số" says no more than "mã".
  const between = reading.text
    .slice(cue.end, number.start)
    .slice(0, LONGEST_WORD)
    .replace(/^ so(?![a-z])/, '');
  const word = FIRST_WORD.exec(between)?.[1];
  if (word === undefined || CONNECTORS.has(word) || !/^[a-z]/.test(word)) return true;
  // "código iFood", "il codice SPID": a proper name says whose code it is, not that it is some other code.
  const from = cue.end + reading.text.slice(cue.end, number.start).indexOf(word);
  return word.length > 2 && /\p{Lu}/u.test(asTyped(reading, from, from + word.length)) && reading.hasLowerCase();
}

/** "You sent me 118204 instead of 118240", "two of 118204": came, and is no code. */
export function isOfGoods(reading: Reading, { start }: WrittenNumber): boolean {
  return reading.speaksOfGoods() || COUNTED.test(reading.text.slice(Math.max(0, start - 8), start));
}

/** "texted me", "sms": not the word "code", so nothing qualifies it. */
function isWayOfArrival(reading: Reading, cue: Cue): boolean {
  return !/^(?:codes?|ma|codigo|codice|kode?|cod|kodu?m?|koodi|koden|kodet|verif[a-z]*|xac (?:thuc|minh)|weryfikacja|dogrulama)(?![a-z])/.test(
    reading.text.slice(cue.start, cue.end),
  );
}

function hasCodeLetters(reading: Reading, number: WrittenNumber): boolean {
  const typed = asTyped(reading, number.start, number.end);
  const [only, second] = number.pieces;
  if (second) {
    const written = reading.text.slice(number.start, number.end);
    return CODE_IN_HALVES.test(written) && (typed === typed.toUpperCase() || HALVES_ALIKE.test(written));
  }
  if (!only || !CODE_WITH_LETTERS.test(reading.text.slice(only.start, only.end))) return false;
  return number.digits.length >= 2 || typed === typed.toUpperCase();
}

/** The only number of a message on codes that arrive: "you sent 139534 to my mail", "enter 057222 to sign in". */
export function isTheCodeThatCame(reading: Reading, number: WrittenNumber): boolean {
  const { length } = number.digits;
  if (number.letters > 0 || length < 4 || length > 8 || number.digits.endsWith('00')) return false;
  // Of another length it is a code only where little else is said.
  if (length !== 6 && (YEAR.test(number.digits) || reading.letters() > BRIEF)) return false;
  return reading.speaksOfArrival() && !reading.speaksOtherwise() && !isOfGoods(reading, number);
}

export const COMMONEST_LENGTH = 6;

export function isSixDigits({ digits, letters }: WrittenNumber): boolean {
  return letters === 0 && digits.length === COMMONEST_LENGTH;
}

/** "G-482913", "FB-12345": the sender's own way of writing, beside any word on codes. */
const SENDERS_PREFIX = /(?:^|[^a-z0-9])((?:g|fb|ig|wa|tg)-)$/;

export function isSendersFormat(reading: Reading, number: WrittenNumber): boolean {
  if (number.letters > 0 || number.digits.length < 5 || number.digits.length > 6) return false;
  return prefixLength(reading, number) > 0;
}

export function asPasscode(reading: Reading, number: WrittenNumber, spokenBy: string): Mark {
  const start = number.start - prefixLength(reading, number);
  return {
    start,
    end: number.end,
    type: 'ONE_TIME_PASSCODE',
    recogniser: 'passcode',
    why: `passcode-like, ${spokenBy}`,
  };
}

/** "CZKN-3898": letters tied to the digits, in capitals. */
const LETTERS_TIED = /(?:^|[^a-z0-9])([a-z]{2,5}-)$/;

function prefixLength(reading: Reading, number: WrittenNumber): number {
  const tied = LETTERS_TIED.exec(reading.text.slice(Math.max(0, number.start - 7), number.start))?.[1]?.length ?? 0;
  const typed = asTyped(reading, number.start - tied, number.start);
  if (tied > 0 && typed === typed.toUpperCase() && number.digits.length === 4) return tied;
  return SENDERS_PREFIX.exec(reading.text.slice(Math.max(0, number.start - 4), number.start))?.[1]?.length ?? 0;
}
