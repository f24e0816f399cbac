/**
 * Numbers whose own writing says what they are: dates, money, addresses of machines, carriers' parcel formats, a
 * business's own ids. They are spared unless they are a valid card.
 */
import * as characters from '../normal/character-class';
import type { WrittenNumber } from '../normal/numbers';
import { asTyped, type Reading } from '../reading';

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { CharacterClass, classOf, isDigit, isLetter } = characters;
const DATE =
  /^(?:(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)?\d\d)|(?:0?[1-9]|1[0-2])([-./])(?:0?[1-9]|[12]\d|3[01])\2(?:(?:19|20)?\d\d)|(?:1[349]|2[05])\d\d([-./])(?:0?[1-9]|1[0-2])\3(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])[-./](?:20)?[2-4]\d)$/;
/** "20261122". */
const DAY = /^20[23]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const DECIMAL_AMOUNT = /^\d{1,3}(?:[.,]\d{3}){0,4}[.,]\d\d$|^\d{1,3}(?:,\d{3}){2,4}$/;
/** "51.5007": a place on the map, or a reading. A code's halves have three digits each. */
const DECIMAL = /^\d{1,3}\.\d{4,8}$/;
const MACHINE_ADDRESS = /^(?:(?:1?\d?\d|2[0-4]\d|25[0-5])\.){3}(?:1?\d?\d|2[0-4]\d|25[0-5])$/;
const WITH_UNIT =
  /^(?:\d{1,5}x\d{1,5}|(?!0\d)\d{1,9}(?:k|tr|d|dong|vnd|usd|eur|gbp|rp|rb|jt)|\d{1,5}(?:st|nd|rd|th|am|pm|h|hrs?|mins?|m|s|secs?|km|cm|mm|m2|kg|g|gr|ml|l|w|kwh?|v|mah|gb|mb|tb|px|x|pcs|p|e|tl|zl|kc|kr|ft|lbs?|oz|pax|n|ppl)|(?:[01]?\d|2[0-4])[hg][0-5]\d)$/;
/** "NGN45,000.00", "RM120.50": a currency tied to an amount. */
const RUPIAH = /^(?:rp|rs|idr|cop|clp|ars|pyg)\d{1,3}(?:[.,]\d{3}){1,4}$/;
const AMOUNT_BEHIND_CURRENCY = /^[a-z]{1,3}\d{1,3}(?:(?:[.,]\d{3}){0,4}[.,]\d\d|(?:,\d{3}){1,4})$/;
/** "XX6903", "09xx118": all but some digits of a card, an account or a phone covered. */
const MASKED = /^\d{0,6}x{2,}\d{2,6}$/;
/** Singapore's "#08-123", floor and unit (SingPost's way of writing addresses). */
const UNIT_BEHIND_HASH = /^\d\d-\d{2,4}$/;
/** "(11) 92884-2640": an area's digits in brackets, as no id writes them. */
const PHONE_WITH_AREA = /^\d{2,4}\)[ -]?\d{3,5}[- ]\d{4}$/;
/** By ISO 4217, and "RMB" as people write it. */
const CURRENCY_CODE =
  /^(?:usd|eur|gbp|vnd|inr|thb|aud|cad|sgd|idr|myr|php|brl|chf|pln|aed|sar|try|czk|huf|ron|dkk|sek|nok|uah|jpy|krw|cny|rmb|hkd|twd|nzd|zar|ngn|kes|egp|pkr|bdt|mxn|kzt|ils)$/;
const CODE_BEFORE = /\b([a-z]{3}) ?$/;
const CODE_AFTER = /^ ?([a-z]{3})(?![a-z])/;
const CURRENCY_BEFORE = /(?:[$€£¥₫₩₹฿₺₽₴₱₦﷼]|\b(?:rp|rs|r\$|kr)) ?$/;
const CURRENCY_AFTER =
  /^ ?(?:[$€£¥₫₩₹฿₺₽₴₱₦﷼%]|(?:euros?|dong|dollars?|pounds?|rupees?|rupiah|baht|yen|won|reais|pesos?|zl|tl|lira|kr|kc|ft|lei|rub|руб|грн|k|d|trieu|ngan(?! hang)|nghin|ty|ribu|juta|million|tys|元|円|원|บาท|रुपये|ريال|درهم)(?![a-z]))/;
/** "Ending ...1234"; a sentence that trails off, "let me see... 016448", covers nothing. */
const MASKED_BEFORE = /(?:[*x#•●·]{2}[ -]?|(?:\.{3}|…)-?|(?:^|[^\p{L}.])(?:\.{3}|…) )$/u;
/** The cents of an amount, when the number before them was read alone. */
const CENTS = /^[.,]\d\d(?!\d)/;
const CARRIER =
  /^(?:1z[0-9a-z]{16}|[a-z]{2}\d{9}[a-z]{2}|9[2-5]\d{18,20}|(?:ghn|ghtk|spx|spxvn|vtp|vtpvn)\d{6,20}|(?:jt|jd|sf|ems|vn|njv|njvn|lex|lzd|tba)\d{9,20}[a-z]{0,2}|jjd\d{10,20}|jvgl\d{10,20})$/;
/** India's tax number of a business: state, PAN of the owner, entity, Z, check (GST Council). */
const BUSINESS_TAX = /^\d\d[a-z]{5}\d{4}[a-z][0-9a-z]z[0-9a-z]$/;
/** "44120937 k platbe": a word of one letter, not a thousand; "250 k" is one. */
const LONE_LETTER = /^ [dk](?![a-z])/;
const LONGEST_OF_THOUSANDS = 4;
const LONGEST_UNIT = 14;
const LINK = /https?:\/\/|www\./;
const LONGEST_LINK = 120;
const LONGEST_TOKEN = 24;
const SPACE = 32;

/** Never a code or an id, whatever stands next to it. */
export function isHarmlessByWriting(reading: Reading, number: WrittenNumber): boolean {
  const { text } = reading;
  const isPlain = number.letters === 0 && number.pieces.length === 1;
  if (isPlain ? DAY.test(number.digits) : isHarmlessShape(reading, number)) return true;
  const before = text.slice(Math.max(0, number.start - 6), number.start);
  const after = text.slice(number.end, number.end + LONGEST_UNIT);
  const unit = number.digits.length > LONGEST_OF_THOUSANDS ? after.replace(LONE_LETTER, '') : after;
  if (isAmount(before, unit.replace(CENTS, '')) || MASKED_BEFORE.test(before)) return true;
  return standsInAddress(text, number);
}

function isAmount(before: string, after: string): boolean {
  if (CURRENCY_BEFORE.test(before) || CURRENCY_AFTER.test(after)) return true;
  return isCurrency(CODE_BEFORE.exec(before)) || isCurrency(CODE_AFTER.exec(after));
}

function isCurrency(code: RegExpExecArray | null): boolean {
  return code !== null && CURRENCY_CODE.test(code[1] as string);
}

/** What only a number with letters or separators of its own can be. */
function isHarmlessShape(reading: Reading, number: WrittenNumber): boolean {
  const written = reading.text.slice(number.start, number.end);
  if (written.length <= 10 && DATE.test(written)) return true;
  if (DECIMAL_AMOUNT.test(written) || DECIMAL.test(written) || MACHINE_ADDRESS.test(written)) return true;
  if (number.letters === 0) return false;
  if (WITH_UNIT.test(written) && !isIdAskedFor(reading, number)) return true;
  if (MASKED.test(written) || AMOUNT_BEHIND_CURRENCY.test(written) || RUPIAH.test(written)) return true;
  return CARRIER.test(written) || BUSINESS_TAX.test(written);
}

/** "1164S" is seconds, but not where half an id was asked for and nothing else is said. */
function isIdAskedFor(reading: Reading, number: WrittenNumber): boolean {
  return reading.expectation.wantsOnly('government') && reading.letters() <= number.letters;
}

/** A link, an e-mail address, a time of day, a flat, a phone number with its plus or its area. */
function standsInAddress(text: string, number: WrittenNumber): boolean {
  const before = text.charAt(number.start - 1);
  const written = text.slice(number.start, number.end);
  if (before === '#' && UNIT_BEHIND_HASH.test(written)) return true;
  if (before === '(' && PHONE_WITH_AREA.test(written)) return true;
  const after = text.charAt(number.end);
  if (before === '+' || before === '@' || after === '@') return true;
  if (before === '(' && text.charAt(number.start - 2) === '+') return true;
  if (before === ':' && /\d/.test(text.charAt(number.start - 2)) && number.digits.length <= 2) return true;
  if (before !== '/' && before !== '=' && before !== '-' && before !== '_') return false;
  return LINK.test(text.slice(tokenStart(text, number.start, LONGEST_LINK), number.start));
}

/** Written the way phone numbers are; evidence, not a verdict. */
export function looksLikePhone(text: string, number: WrittenNumber): boolean {
  const written = text.slice(number.start, number.end);
  if (number.letters > 0 || number.digits.length > 11) return false;
  return /^(?:0[35789]\d{8}|\(?0\d{1,4}[) -].{5,}|1[89]00 ?\d{4,6})$/.test(written);
}

/** One of the business's own numbers: by its patterns, or because the business knows this exact value. */
export function isOfTheBusiness(reading: Reading, start: number, end: number): 'pattern' | 'known' | undefined {
  const { patterns, isKnownId } = reading.options;
  if (!isKnownId && !patterns?.length) return undefined;
  const { text } = reading;
  let from = tokenStart(text, start, LONGEST_TOKEN);
  let to = end;
  while (to < text.length && to - end < LONGEST_TOKEN && !endsToken(text.charCodeAt(to))) to += 1;
  while (from < start && !isWritten(text.charCodeAt(from))) from += 1;
  while (to > end && !isWritten(text.charCodeAt(to - 1))) to -= 1;
  const token = asTyped(reading, from, to);
  const written = asTyped(reading, start, end);
  const spellings = [...new Set([written, token, written.replace(/[^\p{L}\p{N}]/gu, '')])];
  if (isKnownId && spellings.some((spelling) => isKnownId(spelling))) return 'known';
  const isPattern = (patterns ?? []).some((pattern) => {
    const whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''));
    return spellings.some((spelling) => whole.test(spelling));
  });
  return isPattern ? 'pattern' : undefined;
}

/** Where the run of characters without a space begins that ends at `end`. */
function tokenStart(text: string, end: number, longest: number): number {
  let from = end;
  while (from > 0 && end - from < longest && !endsToken(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

function isWritten(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

function endsToken(code: number): boolean {
  if (code > SPACE && code < 0x80) return false;
  const kind = classOf(code);
  return kind === CharacterClass.space || kind === CharacterClass.newline || kind === CharacterClass.unspaced;
}
