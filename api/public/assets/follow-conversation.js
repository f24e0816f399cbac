/**
 * Follows one conversation: first everything there is, then the live stream. While the stream is down it polls, so
 * a page behind a proxy that holds streams back still works.
 */
import { followStream, pause } from './event-stream.js';

const POLL_MS = 3000;
const PAGE = 200;

/**
 * `read(path, options)` makes an authorised request beneath the conversation. `onRow` gets transcript rows, `onEvent`
 * the other events, `onState` one of `live`, `polling`; `onCaughtUp` runs once, after all earlier rows. Resolves when
 * `signal` aborts; throws a final refusal. `share` may run the stream in another tab's stead.
 */
export async function followConversation({ signal, share = (lead, take) => lead(take), ...listeners }) {
  const follower = new Follower(listeners);
  const stop = () => follower.stop();
  const wake = () => document.visibilityState === 'visible' && follower.catchUp();
  signal.addEventListener('abort', stop, { once: true });
  document.addEventListener('visibilitychange', wake);
  try {
    await follower.catchUp();
    listeners.onCaughtUp?.();
    if (!follower.stopped) await share(follower.stream, follower.take, follower.signal);
  } finally {
    signal.removeEventListener('abort', stop);
    document.removeEventListener('visibilitychange', wake);
    follower.stop();
  }
  if (follower.refusal) throw follower.refusal;
}

class Follower {
  refusal = null;
  #stop = new AbortController();
  #poller = null;
  #cursor = 0;

  constructor(listeners) {
    this.listeners = listeners;
  }

  get signal() {
    return this.#stop.signal;
  }

  get stopped() {
    return this.#stop.signal.aborted;
  }

  stop() {
    this.#stop.abort();
    this.#poller?.abort();
  }

  take = ({ event, data }) => {
    if (event === 'message') this.listeners.onRow(data);
    else this.listeners.onEvent(event, data);
  };

  /** Reads every row after the last page. Network trouble is left to the next call. */
  catchUp = async () => {
    try {
      for (;;) {
        const path = `/messages?after=${this.#cursor}&limit=${PAGE}`;
        const page = await this.listeners.read(path, { signal: this.signal });
        for (const row of page.messages) this.listeners.onRow(row);
        if (page.messages.length === 0 || !(page.next > this.#cursor)) return;
        this.#cursor = page.next;
      }
    } catch (error) {
      this.#refuse(error);
    }
  };

  stream = async (publish) => {
    try {
      await followStream({
        signal: this.signal,
        connect: (lastEventId, attempt) => {
          const headers = lastEventId ? { 'last-event-id': lastEventId } : {};
          return this.listeners.read('/events', { stream: true, signal: attempt, headers });
        },
        onEvent: (raw) => {
          const event = parse(raw);
          if (event) publish(event);
        },
        onState: this.#streamState,
      });
    } catch (error) {
      this.#refuse(error);
    }
  };

  #streamState = (state, failures) => {
    if (state === 'live') {
      this.#poller?.abort();
      this.#poller = null;
      this.listeners.onState('live');
      this.catchUp();
    } else if (failures > 1 && !this.#poller) this.#poll();
  };

  async #poll() {
    const poller = new AbortController();
    this.#poller = poller;
    this.listeners.onState('polling');
    while (!poller.signal.aborted && !this.stopped) {
      await this.catchUp();
      await pause(POLL_MS, poller.signal);
    }
  }

  #refuse(error) {
    if (!error.final) return;
    this.refusal ??= error;
    this.stop();
  }
}

/** Events with a body this page can not read are left out: a newer server may say more than we know. */
function parse({ event, data }) {
  try {
    return { event, data: JSON.parse(data) };
  } catch {
    return null;
  }
}
