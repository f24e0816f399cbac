/**
 * The pace of sends, shared by all workers: what a platform allows a chat or an account is one row, moved on by one
 * conditional write (the generic cell rate algorithm, ITU-T I.371: the row holds when the next send is due).
 */
import type { StoreContext } from './context';
import { op } from './models';
import type { SendLimits } from './store';
import { isDuplicateKey } from './unavailable';

export function createSendLimits({ database, lookup }: StoreContext): SendLimits {
  const { sendLimits } = database.models;
  return {
    async take(name, { messages, perMs }) {
      const _id = lookup.hash('send limit', name);
      const interval = perMs / messages;
      const now = Date.now();
      const due = { _id, at: op({ $lte: new Date(now + perMs - interval) }) };
      const next = { $add: [{ $max: [{ $ifNull: ['$at', new Date(now)] }, new Date(now)] }, interval] };
      try {
        await database.run(() => sendLimits.updateOne(due, [{ $set: { at: next } }], { upsert: true }));
        return 0;
      } catch (error) {
        // The row is there and not due yet: the upsert could not insert it a second time.
        if (!isDuplicateKey(error)) throw error;
      }
      const row = await database.run(() => sendLimits.findOne({ _id }).lean());
      return Math.max(1, Math.ceil((row?.at.getTime() ?? now) - (now + perMs - interval)));
    },
  };
}
