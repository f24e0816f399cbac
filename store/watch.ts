/**
 * Who wants to know that a conversation changed. One change stream a process serves all listeners; it is resumed where
 * it broke, and where the server has none the newest changes are asked for twice a second. A new row, or word of a
 * draft, comes along as it was written; of any other change only its conversation is told.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import type { Database } from './connection';
import type { ConversationDocument, TranscriptDocument } from './documents';
import { draftUnderWay } from './drafts';
import { changedSince } from './poll';
import type { Pushed } from './store';
import { toMessage, workflowIdOf } from './transcript-rows';

type Listener = (workflowId: string, pushed?: Pushed) => void;

const RETRY_MS = 500;
/** The stream is asked at most so often: what changes together is told together, for one round trip. */
const PACE_MS = 15;
/** The server has no change streams: not a replica set, or the stage is unknown. */
const UNSUPPORTED_CODES = new Set([40573, 40324, 115, 59]);
const PIPELINE = [
  {
    $match: {
      $or: [
        { 'ns.coll': 'transcripts' },
        { 'ns.coll': 'conversations', 'updateDescription.updatedFields.recordedAt': { $exists: true } },
      ],
    },
  },
  {
    $project: { ns: 1, documentKey: 1, operationType: 1, fullDocument: 1, 'updateDescription.updatedFields': 1 },
  },
];

interface Change {
  _id: mongo.ResumeToken;
  operationType?: string;
  ns?: { coll: string };
  documentKey?: { _id: string };
  fullDocument?: TranscriptDocument;
  updateDescription?: { updatedFields?: Partial<ConversationDocument> };
}

/** A draft is noted alone, with the time of the note; in any other company it is for a look to judge. */
const DRAFT_NOTE = ['draft', 'recordedAt'];

function pushedBy({ operationType, fullDocument, updateDescription }: Change, isRow: boolean): Pushed | undefined {
  if (isRow) return operationType === 'insert' && fullDocument ? { row: toMessage(fullDocument) } : undefined;
  const fields = updateDescription?.updatedFields ?? {};
  const draft = Object.keys(fields).every((name) => DRAFT_NOTE.includes(name)) && draftUnderWay(fields.draft);
  return draft ? { draft } : undefined;
}

/** Null where nothing came within the server's patience. */
const nextOf = (stream: mongo.ChangeStream) => stream.tryNext() as Promise<Change | null>;
const bufferedOf = async (stream: mongo.ChangeStream) => (stream.bufferedCount() > 0 ? nextOf(stream) : null);

export function createWatch(database: Database): { watch(listener: Listener): () => void; close(): Promise<void> } {
  const listeners = new Set<Listener>();
  let stream: mongo.ChangeStream | undefined;
  let resumeAfter: mongo.ResumeToken | undefined;
  let running = false;
  let closed = false;

  function tell(workflowId: string, pushed?: Pushed): void {
    for (const listener of listeners) listener(workflowId, pushed);
  }

  function tellChange(change: Change): void {
    const id = change.documentKey?._id;
    const isRow = change.ns?.coll === 'transcripts';
    if (id) tell(isRow ? workflowIdOf(id) : id, pushedBy(change, isRow));
  }

  async function follow(): Promise<void> {
    const { db } = database.connection;
    if (!db) throw new Error('not connected');
    stream = db.watch(PIPELINE, { maxAwaitTimeMS: 1000, ...(resumeAfter ? { resumeAfter } : {}) });
    while (!closed && !stream.closed) {
      const lookedAt = performance.now();
      for (let change = await nextOf(stream); change; change = await bufferedOf(stream)) {
        resumeAfter = change._id;
        tellChange(change);
      }
      await sleep(Math.max(0, lookedAt + PACE_MS - performance.now()), undefined, { ref: false });
    }
  }

  async function run(): Promise<void> {
    running = true;
    const poll = changedSince(database);
    let streams = true;
    while (!closed && listeners.size > 0) {
      try {
        if (streams) await follow();
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (typeof code === 'number' && UNSUPPORTED_CODES.has(code)) streams = false;
        // A token the server no longer knows is dropped; the look below finds what it would have told.
        resumeAfter = undefined;
      }
      if (closed) break;
      // Also after a broken stream: whatever changed meanwhile is told now.
      for (const workflowId of await poll().catch(() => [])) tell(workflowId);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
    running = false;
  }

  return {
    watch(listener) {
      listeners.add(listener);
      if (!running && !closed) void run();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) void stream?.close().catch(() => undefined);
      };
    },
    async close() {
      closed = true;
      await stream?.close().catch(() => undefined);
    },
  };
}
