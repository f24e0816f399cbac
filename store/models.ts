/**
 * Collections and their schemas. Filters are sanitised and strict: an object where a string is expected never becomes
 * an operator, and an unknown path is an error, not a wider match. Operators of our own go through `op`.
 */
import { type Connection, Mongoose, Schema, type SchemaDefinition, trusted } from 'mongoose';
import type {
  AccessTokenDocument,
  AliasDocument,
  AuditDocument,
  ConversationDocument,
  KeyDocument,
  MovedChatDocument,
  OriginalDocument,
  OutboxDocument,
  SendLimitDocument,
  SpendingDocument,
  ThreadDocument,
  ToolResultDocument,
  TranscriptDocument,
} from './documents';

/** Marks an operator object as ours, so that `sanitizeFilter` leaves it alone. */
export const op = trusted;

const { Mixed } = Schema.Types;
const text = { type: String };
const key = { by: text, wrapped: Buffer, ref: text };
const home = { businessId: text, workflowId: text, conversationId: text, channel: text, account: text };

/** An instance of our own: settings of the house never leak into a program that embeds it. */
export function createMongoose(maxTimeMS: number): Mongoose {
  const mongoose = new Mongoose();
  mongoose.set({
    sanitizeFilter: true,
    strictQuery: 'throw',
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    maxTimeMS,
    updatePipeline: true,
  });
  return mongoose;
}

function define<Row>(connection: Connection, name: string, fields: SchemaDefinition) {
  const schema = new Schema(
    { _id: text, ...fields },
    { versionKey: false, minimize: false, strict: 'throw', id: false, collection: name },
  );
  return connection.model<Row>(name, schema as unknown as Schema<Row>);
}

export function defineModels(connection: Connection) {
  return {
    conversations: define<ConversationDocument>(connection, 'conversations', {
      ...{ businessId: text, conversationId: text, channel: text, account: text },
      sealedAddress: Buffer,
      dataKey: { type: new Schema(key, { _id: false }), required: false },
      ...{ createdAt: text, lastMessageAt: text, received: Number, operatorMark: Number },
      provisionalMarks: [new Schema({ id: text, until: Date }, { _id: false, id: false })],
      claim: { type: new Schema({ outboxKey: text, leaseUntil: Date, leaseMs: Number }, { _id: false }) },
      numbered: [new Schema({ o: text, n: Number }, { _id: false })],
      ...{ mode: text, epoch: Number, handoff: Mixed, operator: Mixed, waitingSince: text, nextTimer: Mixed },
      operatorNames: { type: [new Schema({ id: text, name: text }, { _id: false, id: false })], default: undefined },
      draft: { type: new Schema({ state: text, at: Date }, { _id: false }) },
      receipts: { type: [Mixed], default: undefined },
      ...{ events: [Mixed], handoffs: [Mixed], recordedAt: Date },
    }),
    originals: define<OriginalDocument>(connection, 'originals', {
      ...home,
      ...{ dedupeKey: text, author: text, kind: text, receivedAt: text, command: text, operatorId: text },
      ...{ inThread: Boolean, place: text, number: Number, sealed: Buffer, keyRef: text, state: text },
      ...{ pendingAt: Date, heldUntil: Date, leaseUntil: Date, leaseToken: text, at: Date },
    }),
    transcripts: define<TranscriptDocument>(connection, 'transcripts', {
      ...{ businessId: text, workflowId: text, seq: Number, eventNo: Number, messageId: text, author: text },
      ...{ visibility: text, text, at: text, redactions: Mixed, delivery: text, confidence: Number, citations: Mixed },
      ...{ operator: Mixed, attachments: Mixed, originalId: text, outboxKey: text, deleted: Boolean, purpose: text },
      answers: [Number],
      ...{ quotes: Mixed, reaction: Mixed },
      usage: Mixed,
      ...{ eventNos: [Number], storedAt: Date, changedAt: Date },
    }),
    aliases: define<AliasDocument>(connection, 'aliases', { workflowId: text, at: Date }),
    outbox: define<OutboxDocument>(connection, 'outbox', {
      ...{ workflowId: text, purpose: text, channel: text, account: text, addressHash: text, sealedAddress: Buffer },
      ...{ thread: text, state: text, providerMessageId: text, echoId: text, textHash: text, seq: Number },
      ...{ attempts: Number, error: text, at: Date, early: { type: [text], default: undefined } },
      ...{ earlyWhy: Mixed, settled: Mixed, sealedProviderId: Buffer },
    }),
    threads: define<ThreadDocument>(connection, 'threads', {
      ...{ workflowId: text, place: text, tag: text, thread: text, at: Date },
    }),
    movedChats: define<MovedChatDocument>(connection, 'movedChats', { place: text, at: Date }),
    sendLimits: define<SendLimitDocument>(connection, 'sendLimits', { at: Date }),
    toolResults: define<ToolResultDocument>(connection, 'toolResults', {
      ...{ workflowId: text, sealed: Buffer, keyRef: text, at: Date },
    }),
    spending: define<SpendingDocument>(connection, 'spending', {
      ...{ businessId: text, day: text, calls: Number, inputTokens: Number, outputTokens: Number },
      ...{ cachedTokens: Number, cost: Number, at: Date },
    }),
    audit: define<AuditDocument>(connection, 'audit', {
      ...{ businessId: text, who: text, what: text, conversationId: text, originalId: text, at: Date },
    }),
    accessTokens: define<AccessTokenDocument>(connection, 'accessTokens', {
      ...{ by: text, wrapped: Buffer, seeds: [text], accessPrint: text, refreshPrint: text },
      ...{ expiresAt: Date, renewAt: Date, lost: Boolean, at: Date },
    }),
    keys: define<KeyDocument>(connection, 'keys', { ...{ by: text, wrapped: Buffer } }),
  };
}

export type Models = ReturnType<typeof defineModels>;
