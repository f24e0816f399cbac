/**
 * The last rows of live conversations, kept in memory so that a turn need not read them back. Several workers write to
 * one conversation, so a window is used only when it provably has every row: it began with a read from the database,
 * has no hole, ends exactly at the row that is asked for, and no row was amended since (`version`).
 */
import type { TranscriptMessage } from '../domain/message';
import { ExpiringMap } from './expiring-map';

const ROWS = 60;

interface Window {
  version: number;
  /** The last rows without a hole in `seq`. */
  rows: TranscriptMessage[];
  /** True where the first row is the conversation's first. */
  fromStart: boolean;
}

export class RecentWindows {
  private readonly windows = new ExpiringMap<Window>(5_000, 10 * 60_000);

  find(workflowId: string, { upTo, version, limit }: { upTo: number; version: number; limit: number }) {
    const window = this.windows.get(workflowId);
    if (!window || window.version !== version || window.rows.at(-1)?.seq !== upTo) return null;
    return window.rows.length >= limit || window.fromStart ? window.rows.slice(-limit) : null;
  }

  /** `rows` as read just now, oldest first; kept only where nothing can still appear among them. */
  seed(workflowId: string, version: number, upTo: number, rows: readonly TranscriptMessage[]): void {
    const fromStart = rows[0]?.seq === 1;
    if (rows.at(-1)?.seq !== upTo || !isContiguous(rows)) this.windows.delete(workflowId);
    else
      this.windows.set(workflowId, { version, rows: rows.slice(-ROWS), fromStart: fromStart && rows.length <= ROWS });
  }

  /** A row this process wrote. The next number prolongs the window; any other shows that something passed it by. */
  append(workflowId: string, row: TranscriptMessage): void {
    const window = this.windows.get(workflowId);
    if (!window) return;
    if (row.seq !== (window.rows.at(-1)?.seq ?? 0) + 1) {
      this.windows.delete(workflowId);
      return;
    }
    window.rows.push(row);
    if (window.rows.length <= ROWS) return;
    window.rows.shift();
    window.fromStart = false;
  }

  drop(workflowId: string): void {
    this.windows.delete(workflowId);
  }
}

function isContiguous(rows: readonly TranscriptMessage[]): boolean {
  return rows.every((row, index) => index === 0 || row.seq === (rows[index - 1]?.seq ?? 0) + 1);
}
