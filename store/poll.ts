/** Asking for changes where they are not told: looks overlap by some seconds, because writers' clocks differ. */
import type { Database } from './connection';
import { op } from './models';

const OVERLAP_MS = 5_000;
const LIMIT = 1_000;

/** A function that returns the workflow ids changed since it was called last. */
export function changedSince(database: Database): () => Promise<Set<string>> {
  let since = Date.now();
  let told = new Set<string>();
  return async () => {
    const { transcripts, conversations } = database.models;
    const from = op({ $gte: new Date(since - OVERLAP_MS) });
    const startedAt = Date.now();
    const [rows, modes] = await Promise.all([
      database.run(() => transcripts.find({ changedAt: from }, { workflowId: 1, changedAt: 1 }).limit(LIMIT).lean()),
      database.run(() => conversations.find({ recordedAt: from }, { recordedAt: 1 }).limit(LIMIT).lean()),
    ]);
    const seen = new Set<string>();
    const changed = new Set<string>();
    const note = (mark: string, workflowId: string) => {
      seen.add(mark);
      if (!told.has(mark)) changed.add(workflowId);
    };
    for (const row of rows) note(`${row._id}@${row.changedAt.getTime()}`, row.workflowId);
    for (const row of modes) note(`${row._id}@${row.recordedAt?.getTime()}`, row._id);
    told = seen;
    since = startedAt;
    return changed;
  };
}
