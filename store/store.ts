/**
 * The store as the rest of the house sees it: plain objects in and out, one method a thing that can happen.
 * Every method is at most a few round trips to MongoDB; the counts in the comments are promises (a turn has eight).
 */
import type { Mode } from '../domain/conversation';
import type {
  Author,
  InboundContent,
  InboundReference,
  ModelUsage,
  Person,
  TranscriptMessage,
} from '../domain/message';
import type { Outbox } from './outbox-shape';
import type {
  Acceptance,
  AcceptInput,
  ConversationKey,
  ConversationSummary,
  FenceWait,
  ModeRecord,
  OriginalRow,
  Pushed,
  ReadPage,
  ResumePoint,
  StoredEvent,
} from './shapes';
import type { Threads } from './threads-shape';
import type { AccessTokenStore } from './token-shapes';

export type * from './outbox-shape';
export type * from './shapes';
export type * from './threads-shape';
export type * from './token-shapes';

export interface Ingress {
  /**
   * Seals and stores, then numbers, then (operator) sets the mark; in that order, so a redelivery burns nothing.
   * Two writes and a read in the steady state, plus one insert for a new conversation. The row stays unsignalled.
   */
  accept(input: AcceptInput): Promise<Acceptance>;
  /** True once the claim is settled (sent, failed, superseded) or its lease is over. */
  fenceClosed(conversation: ConversationKey, wait: FenceWait): Promise<boolean>;
  /** Marks rows as signalled; batched over a few milliseconds into one `bulkWrite`. */
  markSignalled(originalId: string): void;
  /**
   * Leases rows unsignalled for `olderThanMs` (numbering, and marking, those a crash left unnumbered), in receive
   * order per conversation, so two pumps never signal the same row at once.
   */
  leaseUnsignalled(input: { olderThanMs: number; leaseMs: number; limit: number }): Promise<OriginalRow[]>;
  /** Keeps an echo that may be ours: provisional mark until `graceMs` is over, then `releaseEchoes` returns it. */
  holdEcho(input: AcceptInput, graceMs: number): Promise<{ conversation: ConversationKey; fence: FenceWait } | null>;
  /** Echoes whose grace is over, each classified against the outbox: ours are dropped, the rest accepted. */
  releaseEchoes(): Promise<Acceptance[]>;
  /**
   * The platform says that these are one customer: further messages under any of the names go to his conversation, and
   * what is sent goes to `address`. False where nobody with one of the names ever wrote.
   */
  linkNames(input: {
    businessId: string;
    channel: string;
    account: string;
    address: string;
    aliases: readonly string[];
  }): Promise<boolean>;
  flush(): Promise<void>;
}

export interface OpenedOriginal {
  content: InboundContent;
  /** As readers know it. */
  messageId: string;
  /** As the provider knows it, where that is another. */
  providerMessageId?: string;
  operator?: Person;
  row: InboundReference;
}

export interface Originals {
  /** Opens sealed originals. One find; data keys are cached in memory. Missing ids are left out. */
  open(key: ConversationKey, originalIds: readonly string[]): Promise<Map<string, OpenedOriginal>>;
  /** Replaces the sealed content: security codes are cut out of it for good. */
  reseal(key: ConversationKey, originalId: string, content: InboundContent): Promise<void>;
  destroy(key: ConversationKey, originalId: string): Promise<void>;
  /** For the privacy role; the audit record is written before the content is returned. */
  openForAudit(
    businessId: string,
    originalId: string,
    who: string,
  ): Promise<{ content: InboundContent; conversationId: string } | null>;
}

export interface Transcripts {
  /** Inserts rows; a row whose originalId or outboxKey is there already is left as it is and returned as stored. */
  append(key: ConversationKey, rows: readonly TranscriptMessage[]): Promise<TranscriptMessage[]>;
  /** The last rows up to `upTo`, oldest first. Served from memory when this process wrote them all (`version` unchanged). */
  recent(key: ConversationKey, input: { upTo: number; version: number; limit: number }): Promise<TranscriptMessage[]>;
  /** Everything, oldest first: for the brief and for `/history`. */
  all(key: ConversationKey): Promise<TranscriptMessage[]>;
  /** A re-mask, an edit, a deletion, a delivery receipt: the row keeps its seq and gets the new event number. */
  amend(key: ConversationKey, seq: number, change: Partial<TranscriptMessage> & { eventNo?: number }): Promise<void>;
  /**
   * Brings what the outbox knows of a send's parts (a receipt, say) to its row and to live readers, who are told without
   * an event number: the row shows its least advanced part and never goes back. Does nothing where no row stands for it.
   */
  noteDelivery(outboxKey: string): Promise<void>;
  bySeq(key: ConversationKey, seq: number): Promise<TranscriptMessage | null>;
  /** The newest row of a customer whose original is named, deleted ones aside. */
  lastOfCustomer(key: ConversationKey): Promise<TranscriptMessage | null>;
  byMessageId(key: ConversationKey, messageId: string): Promise<TranscriptMessage | null>;
  /** The row that a provider's message id stands for, sent or received; null where this conversation has none. */
  byProviderId(key: ConversationKey, messageId: string): Promise<TranscriptMessage | null>;
}

export interface Conversations {
  /** A conversation before its first message (the widget's session). */
  create(input: {
    businessId: string;
    channel: string;
    account: string;
    address: string;
    conversationId?: string;
  }): Promise<ConversationKey>;
  find(businessId: string, conversationId: string): Promise<ConversationSummary | null>;
  /** Those with a message, newest first; `lastMessage` is the last one that a person or the AI wrote in public. */
  list(
    businessId: string,
    filter: { mode?: Mode; channel?: string; reason?: string; limit: number; cursor?: string },
  ): Promise<{
    conversations: (ConversationSummary & { lastMessage?: { author: Author; text: string } })[];
    next: string | null;
  }>;
  /** The workflow's word on its mode, with the events readers get. Older epochs never overwrite newer ones. */
  recordMode(key: ConversationKey, record: ModeRecord, events: readonly StoredEvent[]): Promise<void>;
  /**
   * Tells live readers that the AI began a draft or gave it up; one write, for drafts that take long enough to be seen.
   * Nothing is kept of it: the AI's next send takes it back, and after a minute it counts as never said.
   */
  noteDraft(key: ConversationKey, state: 'started' | 'dropped'): Promise<void>;
  /** Null while the conversation has no rows and no mode but its first. Two round trips. */
  resumePoint(key: ConversationKey): Promise<ResumePoint | null>;
  /** Null where the conversation does not exist or is erased. */
  key(workflowId: string): Promise<ConversationKey | null>;
  /** When the customer last wrote, ISO 8601; null before his first message. For windows; one read. */
  lastCustomerAt(key: Pick<ConversationKey, 'workflowId'>): Promise<string | null>;
  /** The customer's address, unsealed, for a channel's send. */
  address(key: ConversationKey): Promise<string>;
  messages(
    key: ConversationKey,
    input: { after: number; limit: number; visibility: 'public' | 'all' },
  ): Promise<ReadPage>;
  /**
   * What happened after event number `after`, in order: rows (latest state) and mode or handoff events. A long past
   * comes in pieces: ask again from the last number. What has no number of its own comes last: the latest receipts for
   * rows up to the last number, whether told before or not, and a draft under way.
   */
  eventsAfter(
    key: ConversationKey,
    after: number,
  ): Promise<
    {
      n: number;
      type: 'message' | 'mode' | 'handoff' | 'draft' | 'delivery';
      row?: TranscriptMessage;
      data?: Record<string, unknown>;
    }[]
  >;
  /**
   * Destroys the data key, deletes transcript, originals, outbox and tool results; leaves an audit record. Terminate the
   * workflow first: an activity still under way would write its row behind our back. Safe to repeat.
   */
  erase(businessId: string, conversationId: string, who: string): Promise<ConversationKey | null>;
  counts(businessId: string, from: Date, to: Date): Promise<Record<string, unknown>>;
}

export interface SendLimits {
  /** Takes one send's place; returns 0, or the milliseconds after which to ask again. `name` may be personal. */
  take(name: readonly string[], limit: { messages: number; perMs: number }): Promise<number>;
}

export interface ToolResults {
  find(key: ConversationKey, callKey: string): Promise<string | null>;
  save(key: ConversationKey, callKey: string, result: string): Promise<string>;
}

/** What language models used, by business and day (`YYYY-MM-DD` in its time zone). One write, one read. */
export interface SpendingCounts {
  /** Written within a second. */
  add(businessId: string, day: string, usage: ModelUsage): void;
  spent(businessId: string, day: string): Promise<ModelUsage & { calls: number; tokens: number; cost: number }>;
}

export interface Store {
  ingress: Ingress;
  originals: Originals;
  transcripts: Transcripts;
  outbox: Outbox;
  conversations: Conversations;
  threads: Threads;
  sendLimits: SendLimits;
  toolResults: ToolResults;
  accessTokens: AccessTokenStore;
  spending: SpendingCounts;
  audit: {
    record(entry: {
      businessId: string;
      who: string;
      what: string;
      conversationId?: string;
      originalId?: string;
    }): Promise<void>;
  };
  /** Wraps every key with the current master key; returns how many were wrapped anew. For rotation. */
  rewrapKeys(): Promise<number>;
  /**
   * Calls back with workflow ids whose rows changed: by change stream where the server has them, else by polling. What
   * comes along may also not come, come twice, or come before a row with a lower number.
   */
  watch(listener: (workflowId: string, pushed?: Pushed) => void): () => void;
  /** Raw key for Temporal payloads, derived from the master keys. */
  payloadKeys: { current: string; keys: ReadonlyMap<string, Buffer> };
  /** Resolves when a write would be accepted; rejects with what is wrong. For `/readyz`. */
  ping(): Promise<void>;
  /** Commands sent since the start, by name: for the test that counts operations a turn. */
  operations(): Record<string, number>;
  close(): Promise<void>;
}
