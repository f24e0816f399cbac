/**
 * What a channel is: three verbs. `verify` proves who sent a webhook, `parse` says what it means, `send` delivers
 * clean text. No storage, no Temporal: a channel can be read, tested and replaced alone.
 */
import type { CleanText, InboundContent, Person } from '../domain/message';

/** A webhook exactly as it came: signatures are checked over these bytes. Header names are lower case. */
export interface WebhookRequest {
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  receivedAt: Date;
}

export type ChannelEvent =
  | {
      kind: 'message' | 'edit' | 'deletion';
      /** `echo`: written in the customer's own thread by a person or by ourselves; the API tells which. */
      author: 'customer' | 'operator' | 'echo';
      /** The customer's address on this account; may be personal, is hashed before it is used as a key. */
      address: string;
      messageId: string;
      revision: number;
      content: InboundContent;
      operator?: Person;
      /** Our own outbox key, where the provider hands our metadata back. */
      metadata?: string;
      /** A platform's automatic reply (offline, greeting): never a takeover. */
      automatic?: boolean;
    }
  | { kind: 'receipt'; address: string; messageId: string; state: 'sent' | 'delivered' | 'read' | 'failed' }
  | { kind: 'ignored'; type: string };

export interface OutboundMessage {
  to: { address: string; thread?: string };
  text: CleanText;
  /** Handed to the provider as metadata or idempotency key where it has one. */
  outboxKey: string;
}

export type SendResult =
  | { state: 'sent'; providerMessageId: string }
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

export interface Channel {
  name: string;
  account: string;
  /** `pull`: readers fetch the transcript (api, web), so a visible row is the delivery. `push`: `send` is called. */
  delivery: 'pull' | 'push';
  /** Longest text one message may have, in UTF-16 code units. */
  textLimit: number;
  /** What to do when nobody knows whether a send arrived. Default `no-resend`. */
  onUnknown?: 'no-resend' | 'resend';
  /** True, or a one-clause reason that never quotes a secret. */
  verify(request: WebhookRequest): true | string;
  /** For a `GET` set-up challenge the answer to give, else events. Throws nothing: unknown shapes are `ignored`. */
  parse(request: WebhookRequest): ChannelEvent[] | { challenge: string };
  send(message: OutboundMessage, signal: AbortSignal): Promise<SendResult>;
}
