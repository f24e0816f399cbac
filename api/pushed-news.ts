/**
 * News of one conversation as the store pushes them, until their turn comes: of rows only the very next event number may
 * be told without a look into the store, since anything further leaves a hole that a look has to judge.
 */
import type { TranscriptMessage } from '../domain/message';
import type { Pushed } from '../store/store';
import type { StoreEvent } from './event-writer';

/** A reader so far behind is better served by the store. */
const MOST = 200;

export interface PushedNews {
  /** False where it was not kept: the store has to be looked into. */
  push(pushed: Pushed): boolean;
  /** What may be told to a reader who has every event up to `after`. */
  take(after: number): StoreEvent | null;
  /** True while something waits whose turn has not come. */
  wait(): boolean;
  /** The store is about to be asked: it knows of every draft that was pushed. */
  look(): void;
}

export function createPushedNews(): PushedNews {
  const rows = new Map<number, TranscriptMessage>();
  let highest = 0;
  /** The latest, told once the rows before it are. */
  let draft: { behind: number; data: { state: string; at: string } } | null = null;

  return {
    push(pushed) {
      if ('draft' in pushed) draft = { behind: highest, data: pushed.draft };
      else if (rows.size >= MOST) return false;
      else {
        rows.set(pushed.row.eventNo, pushed.row);
        highest = Math.max(highest, pushed.row.eventNo);
      }
      return true;
    },
    take(after) {
      if (draft && draft.behind <= after) {
        const { data } = draft;
        draft = null;
        return { n: after, type: 'draft', data };
      }
      const n = after + 1;
      const row = rows.get(n);
      for (const number of rows.keys()) if (number <= n) rows.delete(number);
      return row ? { n, type: 'message', row } : null;
    },
    wait: () => rows.size > 0,
    look() {
      draft = null;
    },
  };
}
