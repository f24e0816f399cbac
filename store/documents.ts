/** The rows as they stand in MongoDB. They never leave this room: the store hands out the shapes of store.ts. */
import type { DeliveryState, InboundReference, TranscriptMessage, Visibility } from '../domain/message';
import type { WrappedKey } from './master-keys';
import type { ModeRecord, StoredEvent } from './store';

export interface ConversationDocument extends ModeRecord {
  /** The workflow id. */
  _id: string;
  businessId: string;
  conversationId: string;
  channel: string;
  account: string;
  sealedAddress: Uint8Array;
  /** Gone the moment the conversation is erased. `ref` tells an old key from its successor of the same name. */
  dataKey?: WrappedKey & { ref: string };
  createdAt: string;
  lastMessageAt: string;
  received: number;
  /** Receive number of the last operator message: the fence's other half is the workflow's consumed mark. */
  operatorMark: number;
  provisionalMarks: { id: string; until: Date }[];
  claim?: { outboxKey: string; leaseUntil: Date; leaseMs: number };
  /** The last receive numbers and whose they are, so that giving a number twice gives the same one. */
  numbered: { o: string; n: number }[];
  events: (StoredEvent & { storedAt: Date })[];
  /** Every handoff with its first answer, for the insight page. The last hundred. */
  handoffs: { since: string; reasons: string[]; answeredAt?: string }[];
  /** The last operators' names as they signed: the workflow knows its owner by id alone. */
  operatorNames?: { id: string; name: string }[];
  /** What was last said of a draft; a send takes it away. */
  draft?: { state: 'started' | 'dropped'; at: Date };
  /** The last receipts, newest last, for readers who have the rows already. */
  receipts?: Receipt[];
  /** Set with every word of the workflow: live readers are woken by it. */
  recordedAt?: Date;
}

/** `eventNo`: of the row when it was receipted, so that a reader who has not come so far is told by the row itself. */
export interface Receipt {
  seq: number;
  eventNo: number;
  messageId: string;
  visibility: Visibility;
  delivery: DeliveryState;
}

export interface OriginalDocument extends Omit<InboundReference, 'originalId' | 'number'> {
  _id: string;
  businessId: string;
  workflowId: string;
  conversationId: string;
  channel: string;
  account: string;
  dedupeKey: string;
  number?: number;
  /** Absent once destroyed; the row stays, so that a redelivery is still recognised. */
  sealed?: Uint8Array;
  keyRef: string;
  state: 'stored' | 'signalled' | 'held' | 'ours';
  /** Present while the row still has to be signalled. */
  pendingAt?: Date;
  /** Present while a held echo is in its grace. */
  heldUntil?: Date;
  /** In the past where no pump holds the row. */
  leaseUntil?: Date;
  leaseToken?: string;
  /** Retention counts from here. */
  at: Date;
}

export interface TranscriptDocument extends Omit<TranscriptMessage, 'text'> {
  /** `{workflowId}/{seq}`: a change stream tells the conversation without looking the row up. */
  _id: string;
  businessId: string;
  workflowId: string;
  text: string;
  /** The event numbers this row has had, latest last: an amended row's earlier numbers are no holes. */
  eventNos: number[];
  storedAt: Date;
  changedAt: Date;
}

/** One name of a customer who may have several. The name itself is not kept. */
export interface AliasDocument {
  /** A keyed hash of business, channel, account and name. */
  _id: string;
  workflowId: string;
  at: Date;
}

export interface OutboxDocument {
  /** The outbox key. */
  _id: string;
  workflowId: string;
  purpose: string;
  channel: string;
  account: string;
  addressHash: string;
  sealedAddress: Uint8Array;
  thread?: string;
  state: DeliveryState;
  /** A keyed hash: some providers put the customer's number into their ids. */
  providerMessageId?: string;
  /** The id itself, where the message may have to be quoted. */
  sealedProviderId?: Uint8Array;
  /** The echo that was recognised by its text, hashed likewise: each send explains one echo only. */
  echoId?: string;
  /** Receipts that came while the provider's id was not known, as `state:hash of the id`; the last few. */
  early?: string[];
  /** What a receipt that came so said of a failure, by the hash of the id. */
  earlyWhy?: Readonly<Record<string, string>>;
  /** What the last writes that settled it found and left, each under its writer's name. */
  settled?: { by: string; was: DeliveryState; is: DeliveryState; error?: string }[];
  textHash: string;
  seq?: number;
  attempts: number;
  error?: string;
  at: Date;
}

/** A conversation in one of the team's chats. */
export interface ThreadDocument {
  /** `{workflowId}@{place}`. */
  _id: string;
  workflowId: string;
  /** Keyed hash of business, channel, account and chat. */
  place: string;
  tag: string;
  thread?: string;
  at: Date;
}

/** A team's chat that has a new id. */
export interface MovedChatDocument {
  /** Keyed hash of business, channel, account and the new id. */
  _id: string;
  /** The same of the old one. */
  place: string;
  at: Date;
}

/** When the next send to a chat, or of an account, is due. */
export interface SendLimitDocument {
  _id: string;
  at: Date;
}

export interface ToolResultDocument {
  _id: string;
  workflowId: string;
  sealed: Uint8Array;
  keyRef: string;
  at: Date;
}

/** What the models of a business used in a day of its time zone. */
export interface SpendingDocument {
  /** `{businessId}/{day}`. */
  _id: string;
  businessId: string;
  day: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  /** US dollars. */
  cost: number;
  at: Date;
}

export interface AuditDocument {
  _id: string;
  businessId: string;
  who: string;
  what: string;
  conversationId?: string;
  originalId?: string;
  at: Date;
}

export interface KeyDocument extends WrappedKey {
  _id: string;
}

/** The pair is sealed by the master key. Prints are fingerprints; `seeds` are those that the owner ever gave. */
export interface AccessTokenDocument extends WrappedKey {
  /** `{business}/{channel}/{account}`. */
  _id: string;
  seeds: string[];
  refreshPrint: string;
  accessPrint?: string;
  expiresAt?: Date;
  renewAt?: Date;
  /** The provider refused the refresh token: the owner has to authorise anew. */
  lost: boolean;
  at: Date;
}
