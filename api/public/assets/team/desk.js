/**
 * Everything the operators' page knows: the conversations, which are unread, which is open. It asks for the list
 * every two seconds, the waiting ones always, so that nobody waits beneath the end of a page. No message text is stored.
 */
import { batched } from '../dom.js';
import { pause } from '../event-stream.js';

const SHOWN_POLL_MS = 2000;
const HIDDEN_POLL_MS = 10_000;
const PAGE = 60;
const SEEN = 'baton:team:seen';
const ORDER = ['waiting', 'operator', 'ai', 'resolved'];

export class Desk {
  filter = { mode: '', channel: '', reason: '', words: '' };
  selected = null;
  offline = null;
  more = false;
  /** False until the first list came: nothing can be said about who waits. */
  heard = false;
  #api;
  #limit = PAGE;
  #known = new Map();
  #seen = new Map(JSON.parse(sessionStorage.getItem(SEEN) ?? '[]'));
  #wake = new AbortController();
  #changed;

  constructor(api, onChange) {
    this.#api = api;
    this.#changed = batched(() => onChange(this));
    document.addEventListener('visibilitychange', () => this.refresh());
  }

  /** Conversations in the order of the list: who waits longest first, then the newest of each mode. */
  get shown() {
    const { mode, channel, reason, words } = this.filter;
    const fits = (each) =>
      (!mode || each.mode === mode) &&
      (!channel || each.channel === channel) &&
      (!reason || each.handoff?.reasons.some((signal) => signal.reason === reason)) &&
      (!words || `${each.conversationId} ${each.lastMessage?.text ?? ''}`.toLowerCase().includes(words.toLowerCase()));
    return [...this.#known.values()].filter(fits).sort(byUrgency);
  }

  get waiting() {
    return [...this.#known.values()].filter((each) => each.mode === 'waiting');
  }

  get channels() {
    return [...new Set([...this.#known.values()].map((each) => each.channel))].sort();
  }

  get open() {
    return this.#known.get(this.selected) ?? null;
  }

  count(mode) {
    return [...this.#known.values()].filter((each) => each.mode === mode).length;
  }

  /** What the AI answers by itself needs no mark; what waits for a person, and is new, does. */
  isUnread({ conversationId, mode, lastMessage, lastMessageAt }) {
    const ours = mode === 'waiting' || mode === 'operator';
    return ours && lastMessage?.author !== 'operator' && lastMessageAt > (this.#seen.get(conversationId) ?? '');
  }

  select(conversationId) {
    this.selected = conversationId;
    this.#markSeen();
    this.refresh();
  }

  setFilter(change) {
    Object.assign(this.filter, change);
    this.#limit = PAGE;
    this.refresh();
  }

  loadMore() {
    this.#limit += PAGE;
    this.refresh();
  }

  /** Shows what is known at once and asks for news now rather than at the next turn. */
  refresh() {
    this.#changed();
    this.#wake.abort();
  }

  async run() {
    for (;;) {
      this.#wake = new AbortController();
      await this.#ask();
      await pause(document.hidden ? HIDDEN_POLL_MS : SHOWN_POLL_MS, this.#wake.signal);
    }
  }

  async #ask() {
    const { mode, channel, reason } = this.filter;
    try {
      const [waiting, page, open] = await Promise.all([
        this.#api.list({ mode: 'waiting', limit: 100 }),
        this.#api.list({ mode, channel, reason, limit: Math.min(this.#limit, 200) }),
        this.selected ? this.#api.call(this.selected) : null,
      ]);
      this.#take([...page.conversations, ...waiting.conversations], open);
      this.more = page.next !== null && page.next !== undefined && this.#limit < 200;
      this.offline = null;
    } catch (error) {
      this.offline = error;
    }
    this.#changed();
  }

  #take(conversations, open) {
    const before = this.#known;
    this.#known = new Map();
    for (const each of conversations)
      if (each.lastMessage || each.mode !== 'ai') this.#known.set(each.conversationId, each);
    if (open)
      this.#known.set(open.conversationId, {
        ...before.get(open.conversationId),
        ...this.#known.get(open.conversationId),
        ...open,
      });
    if (!this.heard) {
      for (const each of conversations) {
        if (each.mode !== 'waiting' && !this.#seen.has(each.conversationId))
          this.#seen.set(each.conversationId, each.lastMessageAt);
      }
      this.heard = true;
    }
    this.#markSeen();
  }

  #markSeen() {
    if (!this.open || document.hidden) return;
    this.#seen.set(this.selected, this.open.lastMessageAt);
    sessionStorage.setItem(SEEN, JSON.stringify([...this.#seen].slice(-500)));
  }
}

function byUrgency(a, b) {
  if (a.mode !== b.mode) return ORDER.indexOf(a.mode) - ORDER.indexOf(b.mode);
  if (a.mode === 'waiting') return (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '');
  return b.lastMessageAt.localeCompare(a.lastMessageAt);
}
