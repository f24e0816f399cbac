/** Codes that must never be kept: a card's own (CVV), a PIN, the data of a magnetic track. */
import type { Cue } from '../cues/cue';
import type { WrittenNumber } from '../normal/numbers';
import type { Mark, Reading } from '../reading';

/** After a card: expiry and code, `12/28 847`, or the rest of a track, `=25121011000`, `^DOE/JOHN^2512...`. */
const EXPIRY_AND_CODE =
  /^[ ,;/|-]{1,3}(?:exp\.? ?)?(?:0[1-9]|1[0-2]) ?[/-] ?(?:20)?[2-4]\d[ ,;/|-]{1,3}(\d{3,4})(?![0-9])/;
const TRACK = /^(?:=|\^[^^]{2,26}\^)(\d{4,40})/;
const LONGEST_TAIL = 80;
const ADDRESS =
  /(?:^|[^a-z])(?:deliver(?:y|ed|ing)?|ship(?:ping|ped)?|address|courier|pickup|road|rd|street|nagar|colony|sector|taluk|dist(?:rict)?|village|state|city|near|opp|landmark|area)(?![a-z])/;

export function findCodesBehindCards(reading: Reading, cards: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  for (const card of cards) {
    const tail = reading.text.slice(card.end, card.end + LONGEST_TAIL);
    for (const [pattern, what] of [
      [TRACK, 'track data behind a card'],
      [EXPIRY_AND_CODE, 'follows a card and its expiry'],
    ] as const) {
      const match = pattern.exec(tail);
      if (!match) continue;
      const end = card.end + match[0].length;
      const start = end - (match[1] as string).length;
      marks.push({ start, end, type: 'SECURITY_CODE', recogniser: 'security-code', why: what });
      break;
    }
  }
  return marks;
}

export function couldBeSecurityCode(reading: Reading, number: WrittenNumber, cue: Cue): boolean {
  const { length } = number.digits;
  if (number.letters > 0) return false;
  if (cue.kind === 'pin') {
    return length >= 4 && length <= 8 && !(isPostal(reading, number, cue) && !reading.speaksOfArrival());
  }
  if (
    /security|seguridad|seguranca|securite|sicherheit|sicurezza|beveiliging|guvenlik|безопас|card code|보안|セキュ|امان/.test(
      reading.text.slice(cue.start, cue.end),
    )
  ) {
    return length >= 3 && length <= 8;
  }
  return length === 3 || length === 4;
}

/** India's postal codes are called PIN codes, or PINs in an address: six digits, the first of them never a zero. */
function isPostal(reading: Reading, number: WrittenNumber, cue: Cue): boolean {
  if (!/^[1-8]\d{5}$/.test(number.digits)) return false;
  const word = reading.text.slice(cue.start, cue.end);
  return /^pin ?code/.test(word) || (/^pin(?: n|:|$)/.test(word) && reading.says(ADDRESS));
}

/** A PIN that was sent, or a "security code" longer than a card's, is a passcode. */
export function isPasscodeAfterAll(reading: Reading, number: WrittenNumber, cue: Cue): boolean {
  if (cue.kind === 'card-security') {
    return number.digits.length > 4 || (number.digits.length === 4 && reading.speaksOfArrival());
  }
  return reading.expectation.wants('passcode') || reading.speaksOfArrival();
}

export function asSecurityCode(number: WrittenNumber, spokenBy: string): Mark {
  const { start, end } = number;
  return { start, end, type: 'SECURITY_CODE', recogniser: 'security-code', why: `code-like, ${spokenBy}` };
}
