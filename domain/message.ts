/** Messages as everybody but the sealed original sees them: clean. */
import type { CleanText } from '../redaction/clean-text';

export type { CleanText };
export type Author = 'customer' | 'ai' | 'operator' | 'system';
export type Visibility = 'public' | 'team';
export type AttachmentKind = 'photo' | 'voice' | 'video' | 'file' | 'sticker' | 'location' | 'contact' | 'other';

export interface Person {
  id: string;
  name?: string;
}

/** What a channel or caller handed in, before redaction. Exists in memory and sealed, never elsewhere. */
export interface InboundContent {
  text: string;
  from?: Person;
  sentAt?: string;
  /** `reference` is what the channel opens the file by; it is sealed with the rest. */
  attachments?: { kind: AttachmentKind; url?: string; name?: string; reference?: string }[];
  /** The message this one quotes or reacts to, as the provider names it. */
  replyTo?: string;
  /** What the platform shows of a quoted message; it may have been written anywhere by anybody. */
  quote?: string;
  /** Nothing was said: the customer put this emoji to the message that `replyTo` names. */
  reaction?: string;
}

export type DeliveryState = 'pending' | 'claimed' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

/** A citation is a knowledge title; the quote is verbatim from that answer. */
export interface Citation {
  title: string;
  quote?: CleanText;
}

/** What a language model used for something. */
export interface ModelUsage {
  inputTokens: number;
  outputTokens: number;
  /** Of the input, what the provider read from its cache. */
  cachedTokens: number;
  /** US dollars, where `MODEL_PRICES` names the model. */
  cost?: number;
}

export interface TranscriptMessage {
  /** What readers page by: given by the workflow in the order rows become visible; gaps are possible. */
  seq: number;
  /** Number of the latest server-sent event about this row; grows when the row is re-masked, edited or receipted. */
  eventNo: number;
  messageId: string;
  author: Author;
  visibility: Visibility;
  text: CleanText;
  /** ISO 8601 UTC. */
  at: string;
  redactions: { type: string }[];
  delivery?: DeliveryState;
  confidence?: number;
  citations?: Citation[];
  /** On a reply of a language model: what it used for this turn. */
  usage?: ModelUsage & { model: string };
  operator?: Person;
  attachments?: { kind: AttachmentKind; name?: CleanText }[];
  /** What the customer quotes: a row of this conversation by its `seq`, or words from elsewhere, redacted. */
  quotes?: { seq: number } | { text: CleanText };
  /** On a row that is an emoji put to another one: whose that is, null where unknown, and whether it says displeasure. */
  reaction?: { to: Author | null; displeased: boolean };
  /** The sealed original behind an inbound row. */
  originalId?: string;
  /** On a reply: receive numbers of the customer messages it answers. */
  answers?: number[];
  /** Set on rows that the outbox made: the idempotency key of the send. */
  outboxKey?: string;
  /** True once the author deleted it; its text is then empty. */
  deleted?: boolean;
  /** What a system row is: the acknowledgement, the operators' brief, the boundary that `/done` wrote, ... */
  purpose?: 'reply' | 'ack' | 'brief' | 'forward' | 'relay' | 'reminder' | 'boundary' | 'note' | 'private' | 'notice';
}

/** The reference that travels through Temporal instead of the text. */
export interface InboundReference {
  originalId: string;
  /** Per-conversation receive number, from 1, without holes unless a process died between two steps. */
  number: number;
  author: 'customer' | 'operator';
  kind: 'message' | 'edit' | 'deletion';
  /** ISO 8601 UTC, the API's clock at acceptance. */
  receivedAt: string;
  /** Only the name; the rest of the command text stays sealed. `unknown` is a word that begins with `/`. */
  command?: string;
  /** Provider's id of the operator on that account. */
  operatorId?: string;
  /** The operator wrote in the customer's own thread (an echo): it has already been delivered. */
  inThread?: boolean;
  /** The team's chat he wrote in, hashed: the answer to a command goes there alone. */
  place?: string;
}
