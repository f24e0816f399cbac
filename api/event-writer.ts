/**
 * Puts what the store tells into the events of one reader. A row he already has, in which nothing but the delivery state
 * changed, is a `delivery`; every other news of a row is a `message` with its latest state. Nothing is told twice.
 */
import type { DeliveryState, TranscriptMessage } from '../domain/message';
import { statesBefore } from '../store/delivery';
import type { Store } from '../store/store';
import type { ServerEvent } from './event-stream';
import { type Audience, visibleChange, visibleMessage } from './visible';

const REMEMBERED_ROWS = 500;

export type StoreEvent = Awaited<ReturnType<Store['conversations']['eventsAfter']>>[number];

interface Told {
  /** The row as it was told, but for its delivery; absent where an earlier connection told it. */
  row?: string;
  delivery?: DeliveryState | undefined;
}

/** Null where this audience must not know of it, or knows it. */
export function eventWriter(audience: Audience): (stored: StoreEvent) => ServerEvent | null {
  const rows = new Map<number, Told>();
  let lastDraft = '';

  function remember(seq: number, told: Told): void {
    rows.delete(seq);
    rows.set(seq, told);
    for (const oldest of rows.keys()) {
      if (rows.size <= REMEMBERED_ROWS) break;
      rows.delete(oldest);
    }
  }

  function message(n: number, row: TranscriptMessage): ServerEvent | null {
    const visible = visibleMessage(row, audience);
    if (!visible) return null;
    const { seq, messageId, delivery, eventNo: _, ...rest } = row;
    const now = JSON.stringify(rest);
    const isKnown = rows.get(seq)?.row === now;
    remember(seq, { row: now, delivery });
    return isKnown
      ? { id: n, event: 'delivery', data: { seq, messageId, delivery } }
      : { id: n, event: 'message', data: visible };
  }

  /** A receipt: without a number, so it may come again after a reconnection, and late. */
  function receipt(data: Record<string, unknown>): ServerEvent | null {
    const { seq, messageId, visibility, delivery } = data as unknown as TranscriptMessage;
    if (!delivery || (audience === 'customer' && visibility !== 'public')) return null;
    const known = rows.get(seq);
    if (known?.delivery === delivery || (known?.delivery && !statesBefore(delivery).includes(known.delivery)))
      return null;
    remember(seq, { ...known, delivery });
    return { event: 'delivery', data: { seq, messageId, delivery } };
  }

  function draft(data: Record<string, unknown>): ServerEvent | null {
    const said = JSON.stringify(data);
    const visible = said === lastDraft ? null : visibleChange('draft', data, audience);
    lastDraft = said;
    return visible && { event: 'draft', data: visible };
  }

  return ({ n, type, row, data = {} }) => {
    if (type === 'draft') return draft(data);
    if (type === 'delivery') return receipt(data);
    if (type === 'message') return row ? message(n, row) : null;
    const visible = visibleChange(type, data, audience);
    return visible && { id: n, event: type, data: visible };
  };
}
