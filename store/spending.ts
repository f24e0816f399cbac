/**
 * What a business's language models used in a day, one row a day for all workers: written by one `$inc` a model call.
 * No text and no conversation stands here.
 */
import type { StoreContext } from './context';
import type { SpendingCounts } from './store';
import { isDuplicateKey } from './unavailable';

const rowId = (businessId: string, day: string) => `${businessId}/${day}`;

export function createSpending({ database }: StoreContext): SpendingCounts {
  const { spending } = database.models;

  return {
    async add(businessId, day, { inputTokens, outputTokens, cachedTokens, cost = 0 }) {
      const _id = rowId(businessId, day);
      const change = {
        $inc: { calls: 1, inputTokens, outputTokens, cachedTokens, cost },
        $set: { at: new Date() },
        $setOnInsert: { businessId, day },
      };
      const write = () => database.run(() => spending.updateOne({ _id }, change, { upsert: true }));
      await write().catch((error) => {
        // Two workers began the day at once: the row is there now.
        if (!isDuplicateKey(error)) throw error;
        return write();
      });
    },
    async spent(businessId, day) {
      const row = await database.run(() => spending.findOne({ _id: rowId(businessId, day) }).lean());
      const { calls = 0, inputTokens = 0, outputTokens = 0, cachedTokens = 0, cost = 0 } = row ?? {};
      return { calls, tokens: inputTokens + outputTokens, inputTokens, outputTokens, cachedTokens, cost };
    },
  };
}
