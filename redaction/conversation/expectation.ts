/**
 * What the conversation lets us expect in the next customer message: a question by the AI or an operator sets it, a
 * customer's own "my card is" does too; it holds for three customer messages or until another question.
 */
import type { Cue, CueKind } from '../cues/cue';
import { lettersIn } from '../normal/numbers';
import type { PlaceholderRange } from '../placeholders';
import type { FindingType } from '../redaction';
import type { History } from './history';

const CUSTOMER_MESSAGES = 3;
const MOST_ASIDES = 6;
const LEAD_IN = 4;
const LONGEST_ASIDE = 24;
const KIND_OF: Readonly<Record<FindingType, CueKind>> = {
  PAYMENT_CARD: 'card',
  GOVERNMENT_ID: 'government',
  ONE_TIME_PASSCODE: 'passcode',
  SECURITY_CODE: 'card-security',
};

const no = () => false;

export class Expectation {
  static readonly none = new Expectation([], false, false);

  constructor(
    /** In the order asked. */
    readonly kinds: readonly CueKind[],
    /** A question was asked, as opposed to announced by the customer. */
    readonly asked: boolean,
    /** Something has been taken out since: an answer, or its first part. */
    readonly answered: boolean,
    /** What the customer's message right before gave away; this one may go on with it. */
    readonly begun?: CueKind,
    /** Whether the other side said that a message was sent, and nothing was given since. Few numbers need to know. */
    readonly sent: () => boolean = no,
  ) {}

  wants(kind: CueKind): boolean {
    return this.kinds.includes(kind);
  }

  wantsOnly(kind: CueKind): boolean {
    return this.kinds.length === 1 && this.kinds[0] === kind;
  }
}

const LONGEST_REFUSAL = 40;
const NOT_NEEDED =
  /(?:^|[^a-z])(?:(?:don.?t|do not|won.?t|not) (?:need|want|require|ask(?:ing)? for)|never (?:ask|share|send|need|request|tell)|no need (?:for|of)|not (?:the|your)|instead of|rather than|khong can|no necesit[oa]|nao precis[oa]|pas besoin d|brauche(?:n)? (?:nicht|kein)|non (?:mi )?serve|niet nodig|nie potrzebuje|tidak perlu|gerek yok)|(?:не нужн|не нужен|不需要|不用|不要|ではなく|말고|필요 없|لا احتاج|ไม่ต้อง)/;
const CLAUSE_END = /[,.;:!?、，。\n]/;
const AND =
  /^s? ?(?:,|&|\+|and|y|e|et|und|en|og|och|i|a|и|та|va|dan|ve|和|と|및)? ?(?:(?:your|the|su|seu|votre|ihre?n?|il|uw|ваш) )?$/;
const LONGEST_QUESTION = 160;
const DIGITS =
  /digits|numbers?(?![a-z])|numeros|digitos|chiffres|ziffern|zahlen|cifre|cijfers|cyfry|cifry|cislice|szam(?:ok|jegy)|siffror|siffer|numeroita|cifrele|rakam|angka|цифр|числа|ψηφια|αριθμ|숫자|번호|数字|數字|番号|ตัวเลข|ارقام|الرقم|ספרות|מספר|अंक|नंबर/;
const MESSAGE =
  /message|messaggio|mensaje|mensagem|nachricht|bericht|wiadomos|zprav|sprav|uzenet|mesaj|poruk|sporocil|meddeland|besked|melding|viesti|pesan(?!an)|mesej|\bsms|\btext(?:ed)?(?![a-z])|сообщен|повидомл|съобщен|μηνυμα|문자|메시지|短信|簡訊|メッセージ|ショートメール|ข้อความ|رساله|הודעה|मैसेज|संदेश/;
const SENT =
  /(?:^|[^a-z])(?:sent|texted|enviado|enviamos|mandado|mandamos|mande|envoye|geschickt|gesendet|inviato|mandato|gestuurd|verstuurd|stuurde|wysla\w{2,4}|poslal[ia]?|kuldt\w{2,4}|trimis|gonder\w{2,5}|yolla\w{2,4}|kirim|dikirim|hantar|tinext|ipinadala|nagpadala|skickade|skickat|sendt|sendte|lahetin|lahetimme|poslao|poslali|issiunt\w{2,4}|nosutij\w{1,3}|saatsi\w{1,3}|nimetuma|tumetuma|gui|nhan|bheja)(?![a-z])|изпрат|отправил|прислал|надисла|выслал|посла|εστειλ|στειλαμε|ส่ง|送り|送った|送信|发了|發了|发送|發送|傳了|보냈|보내|ارسلت|ارسلنا|بعثت|فرستاد|שלחת|שלחנו|भेज|পাঠি/;
const SECRET: ReadonlySet<CueKind> = new Set(['government', 'card', 'passcode', 'card-security', 'pin']);

export function expectationFrom(history: History): Expectation {
  const { kinds, asked, answered } = expectedBy(history);
  const before = history.backwards().next().value;
  const type = before?.message.from === 'customer' ? before.placeholders.at(-1)?.type : undefined;
  return new Expectation(kinds, asked, answered, type && KIND_OF[type], () => saysWasSent(history));
}

/** "I've just sent you a text": no question, and yet what comes next may be read off it. */
function saysWasSent(history: History): boolean {
  let customerMessages = 0;
  for (const { message, normal, placeholders } of history.backwards()) {
    if (message.from !== 'customer') {
      return normal.text.length <= LONGEST_QUESTION && MESSAGE.test(normal.text) && SENT.test(normal.text);
    }
    customerMessages += 1;
    if (placeholders.length > 0 || customerMessages >= CUSTOMER_MESSAGES) return false;
  }
  return false;
}

function expectedBy(history: History): Expectation {
  let customerMessages = 0;
  let asides = 0;
  const given = new Set<CueKind>();
  let replied = false;
  let answered = false;
  for (const { message, normal, placeholders, cues } of history.backwards()) {
    if (message.from === 'customer') {
      // A filled-in message is an answer or a part of one: what was expected before it stands until somebody replies.
      if (placeholders.length > 0 && replied) return afterReply(placeholders);
      const announced = announcedKinds(normal.text, cues);
      answered ||= placeholders.length > 0;
      if (announced.length > 0) return new Expectation(announced, false, answered);
      for (const { type } of placeholders) given.add(KIND_OF[type]);
      // "Hold on", "phone's dead": a word in between is no answer.
      const isAside = placeholders.length > 0 ? cues.length === 0 : isShortAside(normal.text);
      if (isAside) asides += 1;
      else customerMessages += 1;
      if (customerMessages > CUSTOMER_MESSAGES || asides > MOST_ASIDES) return Expectation.none;
      continue;
    }
    const asked = askedKinds(normal.text, cues);
    // Of two things asked, the one already given is not expected again.
    const open = asked.length > 1 ? asked.filter((kind) => !given.has(kind)) : asked;
    if (asked.length > 0) return new Expectation(open, true, answered);
    replied = true;
  }
  return Expectation.none;
}

function isShortAside(text: string): boolean {
  return !/\d/.test(text) && lettersIn(text) <= LONGEST_ASIDE;
}

/** A card may come in pieces with a word from the other side in between; other secrets are over with the reply. */
function afterReply(placeholders: readonly PlaceholderRange[]): Expectation {
  const hasCard = placeholders.some((placeholder) => placeholder.type === 'PAYMENT_CARD');
  return hasCard ? new Expectation(['card'], false, true) : Expectation.none;
}

/** The last sentence that names something decides, cues that name a number before those that only mention it. */
function askedKinds(text: string, cues: readonly Cue[]): CueKind[] {
  if (cues.length === 0) return asksForDigitsSent(text) ? ['passcode'] : [];
  const wanted = cues.filter((cue) => !isUnwanted(text, cue));
  const named = wanted.filter((cue, i) => cue.names || isAskedToo(text, wanted[i - 1], cue));
  const considered = named.length > 0 ? named : wanted.length > 0 ? wanted : cues;
  const lastQuestion = startOfSentence(text, considered.at(-1) as Cue);
  return [...new Set(considered.filter((cue) => cue.start >= lastQuestion).map((cue) => cue.kind))];
}

/** "Your date of birth and social": what a joining word adds to something named is asked for as well. */
function isAskedToo(text: string, before: Cue | undefined, cue: Cue): boolean {
  return before?.names === true && SECRET.has(cue.kind) && AND.test(text.slice(before.end, cue.start));
}

/** "Which numbers do you see in the message?": no word names a code, but what else would be read out. */
function asksForDigitsSent(text: string): boolean {
  return text.length <= LONGEST_QUESTION && DIGITS.test(text) && MESSAGE.test(text);
}

/** "I don't need the code, only your booking number": what is said not to be asked for. */
function isUnwanted(text: string, cue: Cue): boolean {
  const clause =
    text
      .slice(Math.max(0, cue.start - LONGEST_REFUSAL), cue.start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  return NOT_NEEDED.test(clause);
}

/** A cue may span the end of a sentence: "s. s. n", "passport" and "number" on two lines. */
function startOfSentence(text: string, cue: Cue): number {
  let start = 0;
  for (const { index } of text.matchAll(/[.!?。！？؟](?=\s|$)|\n/g)) {
    if (index >= cue.start) break;
    start = index + 1;
  }
  return start;
}

/** "my card is", "cccd của em", "I got an OTP": a cue with no number of its own. */
function announcedKinds(text: string, cues: readonly Cue[]): CueKind[] {
  if (cues.length === 0 || /\d{3}/.test(text)) return [];
  // A unit that some word of an aside happens to begin with announces nothing.
  cues = cues.filter((cue) => !cue.unit);
  const named = cues.filter((cue) => cue.names);
  // "2 rooms" has its number already.
  if (named.length === 0 && /\d/.test(text)) cues = cues.filter((cue) => cue.kind !== 'harmless');
  // "Phone's dead" says nothing of the number to come; "my order is" does.
  const chosen =
    named.length > 0 ? named : cues.filter((cue) => cue.kind !== 'harmless' || text.length - cue.end <= LEAD_IN);
  // "Do you take Visa?" announces no number.
  const announced = text.includes('?') ? chosen.filter((cue) => cue.names && cue.kind !== 'card') : chosen;
  return [...new Set(announced.map((cue) => cue.kind))];
}
