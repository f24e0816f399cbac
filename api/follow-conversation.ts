/**
 * Tells one reader everything that happens in a conversation, in order, from the event he last saw. A new row that is
 * the very next event is told as it was pushed; every other change only makes this loop look into the store, so a missed
 * push or a lost connection loses nothing.
 */
import type { ConversationKey, Store } from '../store/store';
import type { EventStream } from './event-stream';
import { eventWriter, type StoreEvent } from './event-writer';
import type { Live } from './live';
import { createPushedNews } from './pushed-news';
import type { Audience } from './visible';

/** Rows behind a hole are held back for two seconds by the store: after a change it is worth looking once more. */
const SECOND_LOOK_MS = 2_200;
const IDLE_LOOK_MS = 15_000;
const RETRY_MS = 1_000;
/** The store answers in pieces: after so many events there are probably more. */
const MANY = 100;

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
  const news = createPushedNews();
  const unfollow = live.follow(key.workflowId, {
    wake: (pushed) => alarm.ring(pushed && news.push(pushed) ? 'news' : 'change'),
    end: stream.close,
  });
  const eventOf = eventWriter(following.audience);
  let after = following.after;
  let lookAt = 0;

  /** False once the stream is over. */
  async function tell(stored: StoreEvent): Promise<boolean> {
    const event = eventOf(stored);
    after = Math.max(after, stored.n);
    return !event || stream.send(event);
  }

  try {
    while (!stream.closed.aborted) {
      const rung = alarm.clear();
      for (let next = news.take(after); next; next = news.take(after)) if (!(await tell(next))) return;
      if (rung === 'change' || news.wait() || performance.now() >= lookAt) {
        news.look();
        const events = await conversations.eventsAfter(key, after).catch(() => null);
        for (const stored of events ?? []) if (!(await tell(stored))) return;
        if (events && events.length >= MANY) continue;
        const more = rung !== null || events?.some(({ type }) => type !== 'draft' && type !== 'delivery');
        lookAt = performance.now() + (events === null ? RETRY_MS : more ? SECOND_LOOK_MS : IDLE_LOOK_MS);
      }
      await alarm.wait(lookAt - performance.now());
    }
  } finally {
    unfollow();
  }
}

type Ring = 'news' | 'change';

/** Rings may come while the loop is busy: they are kept, many as one, and of two kinds the one that asks for a look. */
function createAlarm(closed: AbortSignal) {
  let rung: Ring | null = null;
  let wake = () => {};
  return {
    ring(what: Ring) {
      if (rung !== 'change') rung = what;
      wake();
    },
    clear() {
      const was = rung;
      rung = null;
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
        const timer = setTimeout(done, Math.max(0, ms));
        closed.addEventListener('abort', done);
        wake = done;
      });
    },
  };
}
