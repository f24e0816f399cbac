/**
 * Codes that a whole sentence tells, however much stands in it: "OTP for txn of INR 2,499.00 on card ending 8812 is
 * 405513", "323021 is your Apple Account code". What the code is for, its amounts and card tails included, is passed over.
 */
import type { Cue } from '../cues/cue';
import { reachable } from '../cues/cue-cost';
import type { WrittenNumber } from '../normal/numbers';
import type { Reading } from '../reading';

const CODE = /^\d{4,8}$/;
/** "Is", a colon or a dash right before the number. */
const LONGEST_COPULA = 14;
const COPULA =
  /(?:^|[ )\]"'.\d])(?:is|es|est|este|ist|lautet|e|je|jest|to|ar|er|ay|on|adalah|ialah|yra|ir|eshte|einai|ειναι|это|це|е|la)[ :]{1,2}["'“«„]?$|[:=] ?["'“«„]?$/;
/** What follows the name of a code where it is said what the code is for. */
const FOR =
  /^\)?(?: (?:no|nr|number|numer|cislo)\.?)?(?: [\p{L}&.-]{2,14}){0,2} (?:for|to|of|on|para|pour|por|fur|zur|zum|voor|za|zu|pro|na|do|dla|for|till|til|untuk|utk|bagi|cho|per|pentru|gia|για|для|на|за|к|k|di|de|ke|a)(?![\p{L}])/u;
const CODE_WORD =
  /^(?:codes?|code (?:is|la)|codigo|codice|cod|codul|codi|kode?|koda|kodo|kodu|koden|kodet|kodas|kods|koodi|kood|κωδικος|κωδικο|κωδικοσ|код|кода|clave|кодът|قود|كود|رمز|الرمز)$/;
const YOUR =
  /(?:^|[^\p{L}])(?:your|ur|tu|su|votre|ton|ihr|dein|il tuo|je|uw|seu|sua|o teu|twoj|vas|ваш|твой|din|sinun|sizin)[ :]$/u;
const TO_CONFIRM =
  / (?:confirm|verif|valid|autori|authori|approve|bestatig|freigabe|potvrd|potwierdz|подтверд|пидтверд|потвърд|bevestig|bekraft)/;
const LONGEST_YOUR = 10;
/** "Koda za potrditev nakupa 45,00 EUR": no more than a word or two before the amount. */
const AMOUNT = /^(?: \p{L}{2,16}){0,2} \d[\d., ]{0,10} ?[\p{L}$€£₽₹]{1,4}$/u;
const LONGEST_SENTENCE = 140;
const ENDS_SENTENCE = /[!?;\n]|\.(?: |$)/;
/** "N is your Google Account code": the noun that closes the phrase says what it is. */
const LONGEST_NAME = 48;
const IS = /^["'”»)\]]? ?(?:is|'s|=|-|–|ist|es|est|e|er|ar|je|jest|adalah) /;
const LONGEST_IS = 9;
const IS_YOUR =
  /^["'”»)\]]? ?(?:is|'s|=|-|–|ist|es|est|e|er|ar|je|jest|adalah) (?:your|ur|the|my|dein|ihr|tu|su|votre|ton|o seu|seu|il tuo|jouw|uw|je|din|vas|twoj|kode) (?:[\p{L}\d.&'’+-]{1,16} ){0,4}(?:[\p{L}\d]{1,16}-)?$/u;

/** In words why the number is a code, or undefined. */
export function toldAsCode(reading: Reading, number: WrittenNumber): string | undefined {
  if (number.letters > 0 || !CODE.test(number.digits)) return undefined;
  if (isToldBefore(reading, number)) return 'the sentence says that the code is this';
  return isToldBehind(reading, number) ? 'the sentence says that this is the code' : undefined;
}

function isToldBefore(reading: Reading, { start }: WrittenNumber): boolean {
  const { text, cues } = reading;
  const copula = COPULA.exec(text.slice(Math.max(0, start - LONGEST_COPULA), start))?.[0];
  if (copula === undefined) return false;
  const end = start - copula.length;
  const near = cuesWithin(cues, Math.max(0, start - LONGEST_SENTENCE), end);
  const code = near.findLast(
    (cue) =>
      cue.kind === 'passcode' &&
      (cue.names || isSent(reading, cue, text.slice(cue.end, end))) &&
      saysWhatFor(text.slice(cue.end, end)),
  );
  if (!code || ENDS_SENTENCE.test(text.slice(code.end, end))) return false;
  // "OTP for the flight, my booking number is 448120": the last name without a number of its own is the one meant.
  return !near.some((cue) => cue.start > code.end && cue.names && !/\d/.test(text.slice(cue.end, end)));
}

function saysWhatFor(said: string): boolean {
  return FOR.test(said) || AMOUNT.test(said);
}

/** A bare "code" is a secret where it came by a message, or where its sender calls it yours. */
function isSent(reading: Reading, { start, end }: Cue, said: string): boolean {
  const { text } = reading;
  if (!CODE_WORD.test(text.slice(start, end)) || reading.speaksOtherwise()) return false;
  return (
    reading.speaksOfArrival() ||
    TO_CONFIRM.test(said) ||
    YOUR.test(text.slice(Math.max(0, start - LONGEST_YOUR), start))
  );
}

function isToldBehind({ text, cues }: Reading, { end }: WrittenNumber): boolean {
  if (!IS.test(text.slice(end, end + LONGEST_IS))) return false;
  const word = cuesWithin(cues, end, end + LONGEST_NAME).find((cue) => cue.kind === 'passcode');
  return word !== undefined && IS_YOUR.test(text.slice(end, word.start));
}

function cuesWithin(cues: readonly Cue[], from: number, to: number): readonly Cue[] {
  return reachable(cues, { start: from, end: to }).filter((cue) => cue.start >= from && cue.end <= to);
}
