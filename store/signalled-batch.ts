/**
 * Writes to accepted rows that nobody waits for: the receive number and "Temporal has it". They are gathered and go out
 * together, signalled rows within a tenth of a second, unsignalled ones (Temporal is down) after half a second. Losing
 * them in a crash is harmless: the pump numbers again to the same number and signals a second time.
 */
import type { StoreContext } from './context';

interface Entry {
  number?: number;
  signalled: boolean;
  due: number;
}

const SIGNALLED_DELAY_MS = 100;
const UNSIGNALLED_DELAY_MS = 500;
const LIMIT = 20_000;

export interface SignalledBatch {
  numbered(originalId: string, number: number): void;
  signalled(originalId: string): void;
  flush(): Promise<void>;
}

export function signalledBatch({ database }: Pick<StoreContext, 'database'>): SignalledBatch {
  const entries = new Map<string, Entry>();
  let timer: { handle: NodeJS.Timeout; due: number } | null = null;

  function put(originalId: string, entry: Entry): void {
    if (entries.size >= LIMIT && !entries.has(originalId)) return;
    entries.set(originalId, entry);
    if (timer && timer.due <= entry.due) return;
    if (timer) clearTimeout(timer.handle);
    const handle = setTimeout(() => void tick(), Math.max(0, entry.due - Date.now())).unref();
    timer = { handle, due: entry.due };
  }

  async function tick(): Promise<void> {
    timer = null;
    const now = Date.now();
    const due = [...entries].filter(([, entry]) => entry.due <= now);
    await write(due).catch(() => {
      for (const [id, entry] of due) putBack(id, entry);
    });
    for (const [id, entry] of entries) if (!timer) put(id, entry);
  }

  /** After a failed write; what was said about the row meanwhile stays said. */
  function putBack(id: string, entry: Entry): void {
    const meanwhile = entries.get(id);
    const signalled = entry.signalled || meanwhile?.signalled === true;
    put(id, { ...entry, ...meanwhile, signalled, due: Date.now() + UNSIGNALLED_DELAY_MS });
  }

  async function write(due: [string, Entry][]): Promise<void> {
    for (const [id] of due) entries.delete(id);
    if (due.length === 0) return;
    const commands = due.map(([_id, { number, signalled }]) => ({
      updateOne: {
        filter: { _id },
        update: {
          $set: { ...(number === undefined ? {} : { number }), ...(signalled ? { state: 'signalled' as const } : {}) },
          ...(signalled ? { $unset: { pendingAt: 1, leaseUntil: 1, leaseToken: 1 } as const } : {}),
        },
      },
    }));
    await database.run(() => database.models.originals.bulkWrite(commands, { ordered: false }));
  }

  return {
    numbered: (id, number) => put(id, { number, signalled: false, due: Date.now() + UNSIGNALLED_DELAY_MS }),
    signalled(id) {
      put(id, { ...entries.get(id), signalled: true, due: Date.now() + SIGNALLED_DELAY_MS });
    },
    async flush() {
      if (timer) clearTimeout(timer.handle);
      timer = null;
      await write([...entries]);
    },
  };
}
