/**
 * What a business's language models used in a day, one row a day for all workers. No text and no conversation stands
 * here. Calls of five seconds are summed in memory and written at once: a crash loses those seconds to the count.
 */
import type { StoreContext } from './context';
import type { SpendingCounts } from './store';
import { isDuplicateKey } from './unavailable';

type Sums = Record<'calls' | 'inputTokens' | 'outputTokens' | 'cachedTokens' | 'cost', number>;

const EVERY_MS = 5_000;
const rowId = (businessId: string, day: string) => `${businessId}/${day}`;

export function createSpending({ database }: StoreContext): SpendingCounts & { flush(): Promise<void> } {
  const { spending } = database.models;
  const waiting = new Map<string, Sums & { businessId: string; day: string }>();
  let timer: NodeJS.Timeout | undefined;

  async function write({ businessId, day, ...sums }: Sums & { businessId: string; day: string }): Promise<void> {
    const _id = rowId(businessId, day);
    const change = { $inc: sums, $set: { at: new Date() }, $setOnInsert: { businessId, day } };
    const upsert = () => database.run(() => spending.updateOne({ _id }, change, { upsert: true }));
    await upsert().catch((error) => {
      // Two workers began the day at once: the row is there now.
      if (!isDuplicateKey(error)) throw error;
      return upsert();
    });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const due = [...waiting.values()];
    waiting.clear();
    await Promise.all(due.map(write));
  }

  return {
    flush,
    add(businessId, day, { inputTokens, outputTokens, cachedTokens, cost = 0 }) {
      const key = rowId(businessId, day);
      const none = { businessId, day, calls: 0, inputTokens: 0, outputTokens: 0, cachedTokens: 0, cost: 0 };
      const sums = waiting.get(key) ?? none;
      sums.calls += 1;
      sums.inputTokens += inputTokens;
      sums.outputTokens += outputTokens;
      sums.cachedTokens += cachedTokens;
      sums.cost += cost;
      waiting.set(key, sums);
      // What can not be written is lost to the count, and only to it.
      timer ??= setTimeout(() => void flush().catch(() => undefined), EVERY_MS).unref();
    },
    async spent(businessId, day) {
      await flush();
      const row = await database.run(() => spending.findOne({ _id: rowId(businessId, day) }).lean());
      const { calls = 0, inputTokens = 0, outputTokens = 0, cachedTokens = 0, cost = 0 } = row ?? {};
      return { calls, tokens: inputTokens + outputTokens, inputTokens, outputTokens, cachedTokens, cost };
    },
  };
}
