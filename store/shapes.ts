/** The plain objects that go into and come out of the store. */
import type { Mode } from '../domain/conversation';
import type { Signal } from '../domain/handoff';
import type { DeliveryState, InboundContent, InboundReference, Person, TranscriptMessage } from '../domain/message';

/** Where a conversation is, without saying who the customer is. */
export interface ConversationKey {
  businessId: string;
  /** `conversation:{business}:{keyed hash of channel, account, address}`; also the Temporal workflow id. */
  workflowId: string;
  conversationId: string;
  channel: string;
  account: string;
}

/** What the workflow last said about a conversation. */
export interface ModeRecord {
  mode: Mode;
  epoch: number;
  handoff: { reasons: Signal[]; since: string } | null;
  operator: Person | null;
  waitingSince: string | null;
  nextTimer: { kind: 'unclaimed' | 'reminder' | 'idle' | 'resume'; at: string } | null;
}

export interface ConversationSummary extends ModeRecord, ConversationKey {
  createdAt: string;
  lastMessageAt: string;
  /** Highest receive number given out. */
  received: number;
}

/** Where the numbers of a conversation stand, for a workflow that has to begin again. */
export interface ResumePoint {
  record: ModeRecord;
  seq: number;
  eventNo: number;
  operatorMark: number;
}

/** A row of the sealed store, opened by nobody yet. */
export interface OriginalRow {
  originalId: string;
  key: ConversationKey;
  reference: InboundReference;
}

export type Acceptance =
  | { status: 'accepted'; reference: InboundReference; conversation: ConversationKey; fence: FenceWait | null }
  | { status: 'duplicate'; conversation: ConversationKey; messageId: string; fence: FenceWait | null };

/** An AI send that was claimed before the operator's mark and has not settled: the API waits for it, at most 1 s. */
export interface FenceWait {
  outboxKey: string;
  /** Date.now() after which the claim can no longer start a send. */
  untilMs: number;
}

export interface AcceptInput {
  businessId: string;
  channel: string;
  account: string;
  address: string;
  /** The customer's other names; given, though perhaps empty, on every channel where customers have several. */
  aliases?: readonly string[];
  /** Where the conversation is known already: its address may meanwhile be another name of the customer. */
  workflowId?: string;
  /** The provider made `messageId`, and may have put somebody's number into it: readers get a keyed hash. */
  hideMessageId?: boolean;
  /** The caller's id on the `api` channel; generated on every other when the conversation is new. */
  conversationId?: string;
  author: 'customer' | 'operator';
  kind: 'message' | 'edit' | 'deletion';
  messageId: string;
  revision: number;
  content: InboundContent;
  operator?: Person;
  command?: string;
  inThread?: boolean;
  /** Where the operator wrote: the answer to a command goes there. */
  place?: string;
}

/** A chat where operators are called. */
export interface TeamChat {
  businessId: string;
  channel: string;
  account: string;
  chat: string;
}

/** A conversation as one of the team's chats shows it. */
export interface PlaceThread {
  /** Names the chat without telling it. */
  place: string;
  /** Short and unique in that chat: how operators name the conversation where there are no threads. */
  tag: string;
  thread: string | null;
}

/** A conversation that waits for an operator (`ownerId` null) or has one. */
export interface OpenThread {
  key: ConversationKey;
  tag: string;
  ownerId: string | null;
}

/** A live change worth telling readers about. Mode and handoff events are kept on the conversation, the last 50. */
export interface StoredEvent {
  n: number;
  type: 'mode' | 'handoff';
  at: string;
  data: Record<string, unknown>;
}

/** What a change brings along where it can be told without a look: a row that is new, or that a draft began or ended. */
export type Pushed = { row: TranscriptMessage } | { draft: { state: string; at: string } };

export interface ReadPage {
  messages: TranscriptMessage[];
  /** The seq to ask after next. Stops before a hole younger than two seconds: its row may still become visible. */
  next: number;
}

export interface OutboxRow {
  outboxKey: string;
  workflowId: string;
  purpose: string;
  channel: string;
  account: string;
  address: string;
  thread?: string;
  state: DeliveryState;
  /** A keyed hash of what the provider called it. */
  providerMessageId?: string;
  /** What the provider called it, of a message that may have to be answered. */
  quotable?: string;
  /** How often the send was begun; 1 right after the first `begin`. */
  attempts: number;
  error?: string;
  /** The transcript row this send belongs to, for receipts. */
  seq?: number;
}
