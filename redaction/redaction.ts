/** The shapes `redact()` takes and gives. Offsets are UTF-16 code units into the text that was passed in. */
import type { CleanText } from './clean-text';

export type FindingType = 'PAYMENT_CARD' | 'GOVERNMENT_ID' | 'ONE_TIME_PASSCODE' | 'SECURITY_CODE';

export interface Finding {
  type: FindingType;
  start: number;
  end: number;
  /** Name of the recogniser that found it, for example `card` or `vn-cccd`. */
  recogniser: string;
  /** One clause for a person: which shape, check and cue spoke for it. Never quotes the value. */
  why: string;
}

/** A message that came before, as clean text (fragments that nothing marked yet are still in it). */
export interface EarlierMessage {
  id: string;
  from: 'customer' | 'ai' | 'operator' | 'system';
  text: string;
}

export interface RedactionOptions {
  /** `[PAYMENT_CARD ••1111]` instead of `[PAYMENT_CARD]`. Default false. */
  keepLastFour?: boolean;
  /** The business's own harmless numbers (orders, bookings, tracking), as regular expressions. */
  patterns?: readonly RegExp[];
  /** Says whether this exact value is one of the business's own ids; the only thing that spares a valid card. */
  isKnownId?: (value: string) => boolean;
}

export interface RedactionContext {
  /** Who wrote the text. Default `customer`. Operator and AI text is redacted too. */
  from?: EarlierMessage['from'];
  /** The last few messages of the conversation, oldest first; ten are plenty. */
  earlier?: readonly EarlierMessage[];
  options?: RedactionOptions;
}

export interface Redaction {
  text: CleanText;
  findings: Finding[];
  /** Earlier messages that this one completes (a card in pieces): their new clean text and what was found in it. */
  earlier: { id: string; text: CleanText; findings: Finding[] }[];
  /** A bare digit fragment that may be half of something: hold it for two seconds before the AI sees it. */
  hold: boolean;
}
