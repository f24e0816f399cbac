/**
 * Rotation of the master key: data keys stay, only their wraps are made anew. Safe while everything runs and safe to
 * repeat; afterwards the old master key may leave MASTER_KEYS, except that Temporal's older payloads still need it.
 */
import { tokenPlace } from './access-tokens';
import type { StoreContext } from './context';
import { dataKeyPlace } from './homes';
import { op } from './models';

const BATCH = 500;

export async function rewrapKeys(context: StoreContext): Promise<number> {
  const { database, master, lookup } = context;
  let count = await database.run(() => lookup.rewrap(database.models));
  for (let done = BATCH; done === BATCH; count += done) done = await rewrapBatch(context, master.current);
  return count + (await rewrapTokens(context));
}

async function rewrapBatch({ database, master }: StoreContext, current: string): Promise<number> {
  const { conversations } = database.models;
  const old = { 'dataKey.by': op({ $exists: true, $ne: current }) };
  const rows = await database.run(() => conversations.find(old, { businessId: 1, dataKey: 1 }).limit(BATCH).lean());
  const commands = rows.flatMap(({ _id, businessId, dataKey }) => {
    if (!dataKey) return [];
    const place = dataKeyPlace(businessId, _id, dataKey.ref);
    const { by, wrapped } = master.wrap(master.unwrap(dataKey, place), place);
    const filter = { _id, 'dataKey.ref': dataKey.ref, 'dataKey.by': dataKey.by };
    return [{ updateOne: { filter, update: { $set: { 'dataKey.by': by, 'dataKey.wrapped': wrapped } } } }];
  });
  if (commands.length > 0) await database.run(() => conversations.bulkWrite(commands, { ordered: false }), 10_000);
  return commands.length;
}

/** One row an account; a pair that was saved meanwhile is under the current key already, and stays. */
async function rewrapTokens({ database, master }: StoreContext): Promise<number> {
  const { accessTokens } = database.models;
  const rows = await database.run(() => accessTokens.find({ by: op({ $ne: master.current }) }).lean());
  for (const row of rows) {
    const place = tokenPlace(row._id);
    const again = master.wrap(master.unwrap(row, place), place);
    const same = { _id: row._id, by: row.by, refreshPrint: row.refreshPrint };
    await database.run(() => accessTokens.updateOne(same, { $set: again }));
  }
  return rows.length;
}
