/**
 * Who wants to know that a conversation changed. One change stream a process serves all listeners; it is resumed where
 * it broke, and where the server has none the newest changes are asked for twice a second.
 */
import type { mongo } from 'mongoose';
import type { Database } from './connection';
import { changedSince } from './poll';
import { workflowIdOf } from './transcript-rows';

type Listener = (workflowId: string) => void;

const RETRY_MS = 500;
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
  { $project: { ns: 1, documentKey: 1 } },
];

interface Change {
  _id: mongo.ResumeToken;
  ns?: { coll: string };
  documentKey?: { _id: string };
}

export function createWatch(database: Database): { watch(listener: Listener): () => void; close(): Promise<void> } {
  const listeners = new Set<Listener>();
  let stream: mongo.ChangeStream | undefined;
  let resumeAfter: mongo.ResumeToken | undefined;
  let running = false;
  let closed = false;

  function tell(workflowId: string): void {
    for (const listener of listeners) listener(workflowId);
  }

  async function follow(): Promise<void> {
    const { db } = database.connection;
    if (!db) throw new Error('not connected');
    stream = db.watch(PIPELINE, { maxAwaitTimeMS: 1000, ...(resumeAfter ? { resumeAfter } : {}) });
    for await (const event of stream) {
      const change = event as unknown as Change;
      resumeAfter = change._id;
      const id = change.documentKey?._id;
      if (id) tell(change.ns?.coll === 'transcripts' ? workflowIdOf(id) : id);
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
