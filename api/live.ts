/** Wakes the open event streams of a conversation when its rows change: one watch on the store for all of them. */
import type { Pushed, Store } from '../store/store';

interface Reader {
  /** With what changed, where the store could push it. */
  wake(pushed?: Pushed): void;
  end(): void;
}

export interface Live {
  /** Calls `wake` on every change until the returned function is called; `end` when the conversation is gone. */
  follow(workflowId: string, reader: Reader): () => void;
  /** Ends one conversation's streams, or all of them. */
  endAll(workflowId?: string): void;
  stop(): void;
}

export function createLive(watch: Store['watch']): Live {
  const readers = new Map<string, Set<Reader>>();
  const unwatch = watch((workflowId, pushed) => {
    for (const reader of readers.get(workflowId) ?? []) reader.wake(pushed);
  });

  return {
    follow(workflowId, reader) {
      const known = readers.get(workflowId) ?? new Set();
      readers.set(workflowId, known.add(reader));
      return () => {
        known.delete(reader);
        if (known.size === 0 && readers.get(workflowId) === known) readers.delete(workflowId);
      };
    },
    endAll(workflowId) {
      const ended = workflowId === undefined ? [...readers.values()] : [readers.get(workflowId) ?? []];
      for (const reader of ended.flatMap((some) => [...some])) reader.end();
    },
    stop: unwatch,
  };
}
