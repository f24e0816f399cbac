/**
 * What a channel is: three verbs. `verify` proves who sent a webhook, `parse` says what it means, `send` delivers
 * clean text. What is optional is what only some platforms have. No storage, no Temporal: a channel can be read,
 * tested and replaced alone.
 */
import type { CleanText, InboundContent, Person } from '../domain/message';
import type { OperatorCommandName } from '../domain/operator-command';

/** A webhook exactly as it came: signatures are checked over these bytes. Header names are lower case. */
export interface WebhookRequest {
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  receivedAt: Date;
}

/** Somebody wrote, edited or deleted. */
export interface WrittenEvent {
  kind: 'message' | 'edit' | 'deletion';
  /**
   * `customer`: in a chat of one customer with the business. `echo`: in that same chat from the business's side, by a
   * person or by ourselves; the API tells which. `operator`: in a group or team channel, where customers never write.
   */
  author: 'customer' | 'operator' | 'echo';
  /** The customer's address on this account (may be personal, is hashed before it is used as a key), or the team's chat. */
  address: string;
  /** Further names of the same customer on this account, where the platform has several. */
  aliases?: readonly string[];
  /** The thread or topic of the team's chat. */
  thread?: string;
  /** The message this one answers, as `SendResult.providerMessageId` and `messageId` name it. */
  replyTo?: string;
  /** Unique on the account: an adapter whose provider numbers messages per chat puts the chat into it. */
  messageId: string;
  /** 0; an edit's date; 1 for the readable version of a message that first came as unsupported. */
  revision: number;
  content: InboundContent;
  /** Written elsewhere and passed on: never a command. */
  forwarded?: boolean;
  operator?: Person;
  /** Our own outbox key, where the provider hands our metadata back. */
  metadata?: string;
  /** The provider proves that our account sent it: never a takeover, but the answer to a send whose own was lost. */
  own?: boolean;
  /** A platform's automatic reply (offline, greeting): never a takeover. */
  automatic?: boolean;
}

/** A customer put an emoji to a message, his own or anybody's. One that was taken back is `ignored`. */
export interface ReactionEvent {
  kind: 'reaction';
  address: string;
  aliases?: readonly string[];
  /** Names this emoji on this message, so that it is heard once. */
  messageId: string;
  /** The message, as `SendResult.providerMessageId` and `messageId` name it. */
  replyTo: string;
  emoji: string;
}

export type ChannelEvent =
  | WrittenEvent
  | ReactionEvent
  | {
      kind: 'receipt';
      address: string;
      /** Further names of the customer, where the platform has several. */
      aliases?: readonly string[];
      messageId: string;
      state: 'sent' | 'delivered' | 'read' | 'failed';
      /** Of a failure: a reason for the people who run the shop. */
      why?: string;
      metadata?: string;
    }
  /** The platform says that two addresses are one customer, or that a customer's address changed. */
  | { kind: 'alias'; address: string; aliases: readonly string[] }
  | { kind: 'ignored'; type: string };

export interface OutboundMessage {
  to: { address: string; thread?: string };
  text: CleanText;
  /** The customer's message that it answers, for platforms that show one beneath the other. */
  replyTo?: string;
  /** Who speaks: some windows stay open longer for a person. */
  author: 'ai' | 'operator' | 'system';
  /** Handed to the provider as metadata or idempotency key where it has one. */
  outboxKey: string;
  /** Offered as buttons beneath a message to operators, where the platform has them. */
  buttons?: readonly OperatorCommandName[];
}

export type SendResult =
  /** `movedTo`: the address that the chat has now, where the provider says that it got a new one. */
  | { state: 'sent'; providerMessageId: string; movedTo?: string }
  /** The request left and no answer came: sent or not, nobody knows yet. */
  | { state: 'unknown'; why: string };

/** A send that will never succeed (blocked, window closed, bad token): not retried. */
export class ChannelRefusal extends Error {
  override name = 'ChannelRefusal';
}
/** The provider asks to wait. */
export class ChannelThrottled extends Error {
  override name = 'ChannelThrottled';
  constructor(
    message: string,
    readonly retryAfterMs: number,
  ) {
    super(message);
  }
}

/** `answering` looks up the provider's id of the customer's message, for platforms that show writing under one. */
export interface TypingTo {
  address: string;
  answering?(): Promise<string | undefined>;
}

/** At most `messages` in `perMs`. */
export interface SendLimit {
  messages: number;
  perMs: number;
}

/** A file a customer sent, as it streams from the provider. */
export interface Media {
  /** As the provider says; shown as a download, never inline. */
  type: string;
  size: number | null;
  stream: ReadableStream<Uint8Array>;
}

/** One thing that `channels:check` found: `ok`, or what is wrong and what to do about it. */
export interface Finding {
  what: string;
  state: 'ok' | 'warning' | 'error';
  advice?: string;
}

/** What a channel needs where operators are called in one of its chats. Every method is one call of the provider. */
export interface OperatorsPlace {
  /**
   * Opens the thread of one conversation in a team's chat. Null where the chat has no threads: operators then answer by
   * a reply to one of our messages or with the conversation's tag.
   */
  openThread(input: { chat: string; title: string }, signal: AbortSignal): Promise<string | null>;
  /** Shows the conversation's state in the thread's title. */
  retitle?(input: { chat: string; thread: string; title: string }, signal: AbortSignal): Promise<void>;
}

export interface Channel {
  name: string;
  /** How commands begin where the platform keeps `/` for itself. */
  commandSign?: string;
  account: string;
  /** `pull`: readers fetch the transcript (api, web), so a visible row is the delivery. `push`: `send` is called. */
  delivery: 'pull' | 'push';
  /** Longest text one message may have, in UTF-16 code units. */
  textLimit: number;
  /** What to do when nobody knows whether a send arrived. Default `no-resend`. */
  onUnknown?: 'no-resend' | 'resend';
  /** What the platform allows; kept by the sender, so that its 429 stays the exception. `place`: a team's chat, besides. */
  limits?: { account?: SendLimit; chat?: SendLimit; place?: SendLimit };
  /** Milliseconds after the customer's last message in which a text of this author may be sent there; null: always. */
  windowMs?(author: OutboundMessage['author'], address: string): number | null;
  /** Waits between attempts at a receiver that fails; after the last the message is a dead letter. Absent: for ever. */
  retryAfterMs?: readonly number[];
  /**
   * The provider tells of several accounts at one address. Each of them that proves the webhook's signature parses it, and
   * takes what is its own.
   */
  sharesWebhook?: boolean;
  /** True, or a one-clause reason that never quotes a secret. */
  verify(request: WebhookRequest): true | string;
  /** For a `GET` set-up challenge the answer to give, else events. Throws nothing: unknown shapes are `ignored`. */
  parse(request: WebhookRequest): ChannelEvent[] | { challenge: string };
  /** The body of our 200, where the platform acts on it (a pressed button is answered so). */
  acknowledge?(request: WebhookRequest): object | null;
  send(message: OutboundMessage, signal: AbortSignal): Promise<SendResult>;
  /** Shows that somebody writes; lasts a few seconds on every platform. Failures are nobody's concern. */
  typing?(to: TypingTo, signal: AbortSignal): Promise<void>;
  place?: OperatorsPlace;
  /** Opens the file behind an attachment's `reference`; only hosts of the provider, only on an operator's demand. */
  fetchMedia?(reference: string, signal: AbortSignal): Promise<Media>;
  /** Asks the provider who we are and what is missing. `chats`: the team's chats on this account. */
  check?(input: { webhookUrl: string | null; chats: readonly string[] }, signal: AbortSignal): Promise<Finding[]>;
  /** Sets what can be set (webhook, event subscriptions, command menu). Safe to repeat. */
  setUp?(input: { webhookUrl: string; chats: readonly string[] }, signal: AbortSignal): Promise<Finding[]>;
}
