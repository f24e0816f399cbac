/**
 * The pump's share: rows that Temporal has not heard of, leased by an atomic update so that two pumps never hold the
 * same row, in receive order a conversation. What a crash left out (number, mark) is done here.
 */
import { randomUUID } from 'node:crypto';
import type { StoreContext } from './context';
import type { OriginalDocument } from './documents';
import { op } from './models';
import { giveNumber } from './numbering';
import { keyOf, referenceOf } from './original-rows';
import type { OriginalRow } from './store';

export interface LeaseInput {
  olderThanMs: number;
  leaseMs: number;
  limit: number;
}

export async function leaseUnsignalled(context: StoreContext, input: LeaseInput): Promise<OriginalRow[]> {
  const { database } = context;
  const { originals } = database.models;
  const now = Date.now();
  const waiting = { state: 'stored' as const, pendingAt: op({ $lte: new Date(now - input.olderThanMs) }) };
  const found = await database.run(() =>
    originals.find(waiting, { workflowId: 1, leaseUntil: 1 }).sort({ pendingAt: 1 }).limit(input.limit).lean(),
  );
  // A conversation with a row under another pump's lease waits as a whole: its order is that pump's to keep.
  const busy = new Set(found.filter((row) => isLeased(row, now)).map((row) => row.workflowId));
  const free = found.filter((row) => !busy.has(row.workflowId)).map((row) => row._id);
  if (free.length === 0) return [];
  const lease = { leaseToken: randomUUID(), leaseUntil: new Date(now + input.leaseMs) };
  const mine = { _id: op({ $in: free }), state: 'stored' as const, leaseUntil: op({ $lte: new Date(now) }) };
  const { modifiedCount } = await database.run(() => originals.updateMany(mine, { $set: lease }));
  if (modifiedCount === 0) return [];
  const rows = await database.run(() =>
    originals.find({ _id: op({ $in: free }), leaseToken: lease.leaseToken }, { sealed: 0 }).lean(),
  );
  return numberAll(
    context,
    rows.sort((a, b) => a.at.getTime() - b.at.getTime()),
  );
}

function isLeased(row: Pick<OriginalDocument, 'leaseUntil'>, now: number): boolean {
  return row.leaseUntil !== undefined && row.leaseUntil.getTime() > now;
}

/** Rows without a number take theirs in the order they were stored, then everything goes out by number. */
async function numberAll(context: StoreContext, rows: OriginalDocument[]): Promise<OriginalRow[]> {
  const { originals } = context.database.models;
  const ready: OriginalRow[] = [];
  const numbers: { updateOne: { filter: { _id: string }; update: { $set: { number: number } } } }[] = [];
  for (const row of rows) {
    const number = row.number ?? (await numberOrDrop(context, row));
    if (number === null) continue;
    if (row.number === undefined)
      numbers.push({ updateOne: { filter: { _id: row._id }, update: { $set: { number } } } });
    ready.push({ originalId: row._id, key: keyOf(row), reference: referenceOf(row, number) });
  }
  if (numbers.length > 0) await context.database.run(() => originals.bulkWrite(numbers, { ordered: false }));
  return ready.sort(byReceipt);
}

/** A row that outlived its conversation's erasure can not be opened by anybody: it goes too. */
async function numberOrDrop(context: StoreContext, row: OriginalDocument): Promise<number | null> {
  const numbered = await giveNumber(context, row);
  if (numbered && numbered.keyRef === row.keyRef) return numbered.number;
  await context.database.run(() => context.database.models.originals.deleteOne({ _id: row._id }));
  return null;
}

function byReceipt(a: OriginalRow, b: OriginalRow): number {
  if (a.key.workflowId !== b.key.workflowId) return a.key.workflowId < b.key.workflowId ? -1 : 1;
  return a.reference.number - b.reference.number;
}
