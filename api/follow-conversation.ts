/**
 * Tells one reader everything that happens in a conversation, in order, from the event he last saw. A change only
 * wakes this loop; what is sent is read from the store, so a missed wake or a lost connection loses nothing.
 */
import type { TranscriptMessage } from '../domain/message';
import type { ConversationKey, Store } from '../store/store';
import type { EventStream, ServerEvent } from './event-stream';
import type { Live } from './live';
import { type Audience, visibleChange, visibleMessage } from './visible';

/** Rows behind a hole are held back for two seconds by the store: after a change it is worth looking once more. */
const SECOND_LOOK_MS = 2_200;
const IDLE_LOOK_MS = 15_000;
const RETRY_MS = 1_000;
/** The store answers in pieces: after so many events there are probably more. */
const MANY = 100;
const REMEMBERED_ROWS = 500;

type StoreEvent = Awaited<ReturnType<Store['conversations']['eventsAfter']>>[number];

interface Following {
  key: ConversationKey;
  after: number;
  audience: Audience;
  stream: EventStream;
  conversations: Store['conversations'];
  live: Live;
}

export async function followConversation(following: Following): Promise<void> {
  const { key, stream, conversations, live } = following;
  const alarm = createAlarm(stream.closed);
  const unfollow = live.follow(key.workflowId, { wake: alarm.ring, end: stream.close });
  const eventOf = eventWriter(following.audience);
  let after = following.after;
  try {
    while (!stream.closed.aborted) {
      const rung = alarm.clear();
      const events = await conversations.eventsAfter(key, after).catch(() => null);
      for (const stored of events ?? []) {
        const event = eventOf(stored);
        if (event && !(await stream.send(event))) return;
        after = Math.max(after, stored.n);
      }
      if (events && events.length >= MANY) continue;
      const news = events?.some(({ type }) => type !== 'draft');
      await alarm.wait(events === null ? RETRY_MS : rung || news ? SECOND_LOOK_MS : IDLE_LOOK_MS);
    }
  } finally {
    unfollow();
  }
}

/** Rings may come while the loop is busy: they are kept, many as one. */
function createAlarm(closed: AbortSignal) {
  let rung = false;
  let wake = () => {};
  return {
    ring() {
      rung = true;
      wake();
    },
    clear() {
      const was = rung;
      rung = false;
      return was;
    },
    async wait(ms: number) {
      if (rung || closed.aborted) return;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          closed.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        closed.addEventListener('abort', done);
        wake = done;
      });
    },
  };
}

/**
 * A row this reader already has, in which nothing but the delivery state changed, is a `delivery`; every other news
 * of a row is a `message` with its latest state.
 */
function eventWriter(audience: Audience): (stored: StoreEvent) => ServerEvent | null {
  const told = new Map<number, string>();
  let lastDraft = '';

  function remember(row: TranscriptMessage): boolean {
    const { delivery: _, eventNo: __, ...rest } = row;
    const now = JSON.stringify(rest);
    const same = told.get(row.seq) === now;
    told.delete(row.seq);
    told.set(row.seq, now);
    for (const oldest of told.keys()) {
      if (told.size <= REMEMBERED_ROWS) break;
      told.delete(oldest);
    }
    return same;
  }

  return ({ n, type, row, data }) => {
    if (type === 'draft') {
      const said = JSON.stringify(data);
      const visible = said === lastDraft ? null : visibleChange(type, data ?? {}, audience);
      lastDraft = said;
      return visible && { event: type, data: visible };
    }
    if (type !== 'message') {
      const visible = visibleChange(type, data ?? {}, audience);
      return visible && { id: n, event: type, data: visible };
    }
    const message = row && visibleMessage(row, audience);
    if (!row || !message) return null;
    if (!remember(row)) return { id: n, event: 'message', data: message };
    return { id: n, event: 'delivery', data: { seq: row.seq, messageId: row.messageId, delivery: row.delivery } };
  };
}
