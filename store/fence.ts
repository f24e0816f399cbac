/**
 * The API's half of the fence: an AI send that was claimed before the operator's mark may still be on its way, and the
 * operator's acknowledgement waits until it is settled or its lease is surely over. Leases are judged by our own clock
 * from the moment of our mark, so the sender's clock does not matter.
 */
import type { DeliveryState } from '../domain/message';
import type { StoreContext } from './context';
import type { ConversationDocument } from './documents';
import { op } from './models';
import type { FenceWait } from './store';

/** A claim whose lease ended this long ago is over on any clock that keeps time at all. */
const LONG_OVER_MS = 10_000;
const SETTLED_STATES: DeliveryState[] = ['sent', 'delivered', 'read', 'failed'];

export async function fenceAfterMark(
  context: StoreContext,
  claim: ConversationDocument['claim'],
): Promise<FenceWait | null> {
  const markedAt = Date.now();
  if (!claim || claim.leaseUntil.getTime() < markedAt - LONG_OVER_MS) return null;
  if (await isSettled(context, claim.outboxKey)) return null;
  return { outboxKey: claim.outboxKey, untilMs: markedAt + claim.leaseMs };
}

/** Pull channels: the row is visible. Push channels: the provider has answered, whatever it said. */
export async function isSettled({ database }: StoreContext, outboxKey: string): Promise<boolean> {
  const { transcripts, outbox } = database.models;
  const settled = { _id: outboxKey, state: op({ $in: SETTLED_STATES }) };
  const found = await Promise.all([
    database.run(() => transcripts.exists({ outboxKey })),
    database.run(() => outbox.exists(settled)),
  ]);
  return found.some(Boolean);
}
