/**
 * Receipts that overtake the answer to their send: the provider's id stands nowhere yet. Each is kept with the sends to
 * its address that are under way, and heeded in the very write that brings the id, so whichever of the two comes first,
 * in whatever process, none is lost.
 */
import type { DeliveryState } from '../domain/message';
import type { StoreContext } from './context';
import { statesBefore } from './delivery';
import { op } from './models';
import { outboxAddressHash, providerIdHash } from './recognise';
import type { Outbox } from './store';

type Receipt = Parameters<Outbox['keepEarlyReceipt']>[0];
type Where = Parameters<Outbox['keepEarlyReceipt']>[1];

const KEPT = 20;
/** A send that told no id for so long never will. */
const UNDER_WAY_MS = 3_600_000;
const UNDER_WAY: DeliveryState[] = ['claimed', 'unknown'];
/** The furthest first. */
const TOLD: readonly Receipt['state'][] = ['read', 'delivered', 'failed', 'sent'];

const underWay = (addressHashes: string[]) => ({
  addressHash: op({ $in: addressHashes }),
  at: op({ $gte: new Date(Date.now() - UNDER_WAY_MS) }),
  state: op({ $in: UNDER_WAY }),
  providerMessageId: op({ $exists: false }),
});

export async function isSendingTo(context: StoreContext, where: Where & { address: string }): Promise<boolean> {
  const { outbox } = context.database.models;
  const filter = underWay([outboxAddressHash(context, where)]);
  return (await context.database.run(() => outbox.findOne(filter, { _id: 1 }).lean())) !== null;
}

const noteOf = (state: Receipt['state'], idHash: string) => `${state}:${idHash}`;

export async function keepEarlyReceipt(context: StoreContext, receipt: Receipt, where: Where): Promise<boolean> {
  const { outbox } = context.database.models;
  const { address, aliases = [], messageId, state, why } = receipt;
  const names = [address, ...aliases].map((name) => outboxAddressHash(context, { ...where, address: name }));
  const idHash = providerIdHash(context, messageId);
  const early = { $each: [noteOf(state, idHash)], $slice: -KEPT };
  const said = why !== undefined && state === 'failed' && { $set: { [`earlyWhy.${idHash}`]: why } };
  const { matchedCount } = await context.database.run(() =>
    outbox.updateMany(underWay(names), { $push: { early }, ...said }),
  );
  return matchedCount > 0;
}

/** Stages of an update that brings the id: what was told of it early counts, the rest was never ours. */
export function heedEarlyReceipts(idHash: string) {
  const early = { $ifNull: ['$early', []] };
  const branches = TOLD.map((state) => ({
    case: { $and: [{ $in: [noteOf(state, idHash), early] }, { $in: ['$state', [...statesBefore(state)]] }] },
    // biome-ignore lint/suspicious/noThenProperty: the name is MongoDB's.
    then: state,
  }));
  const error = { $ifNull: [`$earlyWhy.${idHash}`, '$error'] };
  return [{ $set: { state: { $switch: { branches, default: '$state' } }, error } }, { $unset: ['early', 'earlyWhy'] }];
}
