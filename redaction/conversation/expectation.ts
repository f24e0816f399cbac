/**
 * What the conversation lets us expect in the next customer message: a question by the AI or an operator sets it, a
 * customer's own "my card is" does too; it holds for three customer messages or until another question.
 */
import type { Cue, CueKind } from '../cues/cue';
import type { PlaceholderRange } from '../placeholders';
import type { History } from './history';

const CUSTOMER_MESSAGES = 3;

export class Expectation {
  static readonly none = new Expectation([], false, false);

  constructor(
    /** In the order asked. */
    readonly kinds: readonly CueKind[],
    /** A question was asked, as opposed to announced by the customer. */
    readonly asked: boolean,
    /** Something has been taken out since: an answer, or its first part. */
    readonly answered: boolean,
  ) {}

  wants(kind: CueKind): boolean {
    return this.kinds.includes(kind);
  }

  wantsOnly(kind: CueKind): boolean {
    return this.kinds.length === 1 && this.kinds[0] === kind;
  }
}

const SECRET: ReadonlySet<CueKind> = new Set(['government', 'card', 'passcode', 'card-security', 'pin']);

export function expectationFrom(history: History): Expectation {
  let customerMessages = 0;
  let replied = false;
  let answered = false;
  for (const { message, normal, placeholders, cues } of history.backwards()) {
    if (message.from === 'customer') {
      // A filled-in message is an answer or a part of one: what was expected before it stands until somebody replies.
      if (placeholders.length > 0 && replied) return afterReply(placeholders);
      const announced = announcedKinds(normal.text, cues);
      answered ||= placeholders.length > 0;
      if (announced.length > 0) return new Expectation(announced, false, answered);
      customerMessages += placeholders.length > 0 && cues.length === 0 ? 0 : 1;
      if (customerMessages > CUSTOMER_MESSAGES) return Expectation.none;
      continue;
    }
    const asked = askedKinds(normal.text, cues);
    if (asked.length > 0) return new Expectation(asked, true, answered);
    replied = true;
  }
  return Expectation.none;
}

/** A card may come in pieces with a word from the other side in between; other secrets are over with the reply. */
function afterReply(placeholders: readonly PlaceholderRange[]): Expectation {
  const hasCard = placeholders.some((placeholder) => placeholder.type === 'PAYMENT_CARD');
  return hasCard ? new Expectation(['card'], false, true) : Expectation.none;
}

/** The last sentence that names something decides, cues that name a number before those that only mention it. */
function askedKinds(text: string, cues: readonly Cue[]): CueKind[] {
  if (cues.length === 0) return [];
  const named = cues.filter((cue) => cue.names);
  const considered = named.length > 0 ? named : cues;
  const secret = considered.filter((cue) => SECRET.has(cue.kind));
  const lastQuestion = lastSentenceWith(text, considered);
  const inQuestion = considered.filter((cue) => cue.start >= lastQuestion.start && cue.end <= lastQuestion.end);
  const chosen = inQuestion.length > 0 ? inQuestion : secret.length > 0 ? secret : considered;
  return [...new Set(chosen.map((cue) => cue.kind))];
}

function lastSentenceWith(text: string, cues: readonly Cue[]): { start: number; end: number } {
  const last = cues.at(-1) as Cue;
  let start = 0;
  for (const match of text.matchAll(/[.!?。！？؟](?=\s|$)|\n/g)) {
    if (match.index < last.start) start = match.index + 1;
    else return { start, end: match.index + 1 };
  }
  return { start, end: text.length };
}

/** "my card is", "cccd của em", "I got an OTP": a cue with no number of its own. */
function announcedKinds(text: string, cues: readonly Cue[]): CueKind[] {
  if (cues.length === 0 || /\d{3}/.test(text)) return [];
  const named = cues.filter((cue) => cue.names);
  const chosen = named.length > 0 ? named : cues;
  // "Do you take Visa?" announces no number.
  const announced = text.includes('?') ? chosen.filter((cue) => cue.names && cue.kind !== 'card') : chosen;
  return [...new Set(announced.map((cue) => cue.kind))];
}
