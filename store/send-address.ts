/**
 * Where a customer with several names is written to: the name he used last. It is looked at once a minute at most, and
 * only on channels whose customers have several names.
 */
import { readAddress } from './address';
import type { StoreContext } from './context';
import { ExpiringMap } from './expiring-map';
import { addressPlace, type Home } from './homes';
import { seal } from './seal';

const lately = new WeakMap<StoreContext['database'], ExpiringMap<string>>();

export async function followAddress(context: StoreContext, home: Home, address: string): Promise<void> {
  const { database, lookup } = context;
  const { businessId, workflowId } = home.key;
  const seen = lately.get(database) ?? new ExpiringMap<string>(10_000, 60_000);
  lately.set(database, seen);
  const hash = lookup.hash('send address', [workflowId, address]);
  if (seen.get(workflowId) === hash) return;
  if ((await readAddress(context, home.key)) !== address) {
    const sealedAddress = seal(home.dataKey, Buffer.from(address), addressPlace(businessId, workflowId));
    const asSealed = { _id: workflowId, 'dataKey.ref': home.ref };
    await database.run(() => database.models.conversations.updateOne(asSealed, { $set: { sealedAddress } }));
  }
  seen.set(workflowId, hash);
}
