/**
 * The customer's chat without its looks: session, messages, mode and sending. Messages leave in the order they were
 * written, each under its own id, so a repeated send is never a second message.
 */
import { batched } from '../dom.js';
import { createDrafting } from '../drafting.js';
import { pause } from '../event-stream.js';
import { followConversation } from '../follow-conversation.js';
import { deliver, newMessageId } from '../requests.js';
import { createTimeline } from '../timeline.js';
import { createSession } from './session.js';
import { shareStream } from './share-stream.js';

const KNOCK_AGAIN_MS = 5000;

export class Chat {
  #session;
  #timeline = createTimeline();
  #state = { mode: 'ai', operator: null, connection: 'idle', notice: null };
  #following = null;
  #outgoing = Promise.resolve();
  #drafting = createDrafting(() => this.#change());
  #newest = 0;
  #caughtUp = false;
  #onIncoming;
  #show;

  /** `onChange(state)` runs after everything that happened; `onIncoming(row)` for each new row that others wrote. */
  constructor({ base, onChange, onIncoming = () => {} }) {
    this.#session = createSession(base);
    this.#onIncoming = onIncoming;
    this.#show = batched(() => {
      const business = this.#session.current?.business;
      onChange({ ...this.#state, drafting: this.#drafting.on, business, messages: this.#timeline.list() });
    });
  }

  /** Shows and follows the kept conversation, or a new one if `create`. Safe to call often. */
  async start({ create }) {
    if (this.#following || !(create || this.#session.current)) return;
    const following = new AbortController();
    this.#following = following;
    let current = null;
    try {
      current = await this.#session.open();
      this.#change({ notice: null });
      await this.#follow(current, following.signal);
    } catch (error) {
      const over = current !== null && error.final && error.status !== 403;
      if (over) this.#end(current);
      else if (this.#following === following) await this.#startLater(error);
    }
  }

  send(text) {
    this.#sendAs(newMessageId(), text);
  }

  retry(messageId) {
    const message = this.#timeline.local(messageId);
    if (message?.state === 'failed') this.#sendAs(messageId, message.text);
  }

  #follow(current, signal) {
    this.#caughtUp = false;
    return followConversation({
      read: (path, options) => this.#session.call(current, path, options),
      onRow: (row) => this.#takeRow(row),
      onEvent: (event, data) => this.#takeEvent(event, data),
      onState: (connection) => this.#change({ connection }),
      onCaughtUp: () => {
        this.#caughtUp = true;
      },
      signal,
      share: (lead, take, stop) => shareStream({ name: `baton:${current.conversationId}`, lead, take, signal: stop }),
    });
  }

  async #startLater(error) {
    this.#change({ notice: error.status === 403 ? 'blocked' : 'offline' });
    await pause(KNOCK_AGAIN_MS);
    this.#following = null;
    if (error.status !== 403) await this.start({ create: true });
  }

  /** The token is no longer taken or the conversation was erased: what was written here stays to be sent anew. */
  #end(over) {
    this.#session.forget(over.conversationId);
    this.#following?.abort();
    this.#following = null;
    this.#newest = 0;
    this.#timeline.clear();
    this.#drafting.set(false);
    this.#change({ mode: 'ai', operator: null, notice: 'ended', connection: 'idle' });
  }

  #sendAs(messageId, text) {
    this.#timeline.put({ messageId, author: 'customer', text, at: new Date().toISOString(), state: 'sending' });
    this.#change();
    this.#outgoing = this.#outgoing.then(async () => {
      const outcome = await deliver(() => this.#post(messageId, text)).then(
        () => ({ state: 'sent' }),
        (error) => ({ state: 'failed', problem: error.message }),
      );
      this.#drafting.set(outcome.state === 'sent' && this.#awaitsAnswer(messageId));
      if (this.#timeline.local(messageId)) this.#timeline.put({ messageId, ...outcome });
      this.#change();
    });
  }

  async #post(messageId, text) {
    const current = await this.#session.open();
    this.start({ create: true });
    try {
      return await this.#session.call(current, '/messages', { body: { messageId, text } });
    } catch (error) {
      if (error.status !== 401 && error.status !== 404) throw error;
      this.#end(current);
      const fresh = await this.#session.open();
      this.start({ create: true });
      return this.#session.call(fresh, '/messages', { body: { messageId, text } });
    }
  }

  #takeRow(row) {
    if (row.visibility === 'team') return;
    this.#timeline.merge(row);
    if (row.author !== 'customer' && row.seq > this.#newest) {
      this.#drafting.set(false);
      Object.assign(this.#state, modeShownBy(row, this.#state));
      if (this.#caughtUp) this.#onIncoming(row);
    }
    this.#newest = Math.max(this.#newest, row.seq);
    this.#change();
  }

  #takeEvent(event, data) {
    if (event === 'draft') {
      this.#drafting.set(
        data.state === 'started' && this.#aiHasIt() && this.#timeline.list().at(-1)?.author === 'customer',
      );
      this.#change();
    } else if (event === 'mode') {
      if (data.mode !== 'ai') this.#drafting.set(false);
      this.#change({ mode: data.mode, ...(data.mode !== 'operator' && { operator: null }) });
    } else if (event === 'delivery') {
      this.#timeline.amend(data);
      this.#change();
    }
  }

  /** The assistant answers what nobody has answered yet: shown at once, because only long drafts are told. */
  #awaitsAnswer(messageId) {
    const after = this.#timeline.list().slice(this.#timeline.list().findIndex((each) => each.messageId === messageId));
    return this.#aiHasIt() && after.every((each) => each.author === 'customer');
  }

  #aiHasIt() {
    return ['ai', 'resolved'].includes(this.#state.mode);
  }

  #change(change = {}) {
    Object.assign(this.#state, change);
    this.#show();
  }
}

/** After a reload no mode event may come for hours; the newest row says enough about who is answering. */
function modeShownBy(row, { mode, operator }) {
  if (row.author === 'operator') {
    return { mode: mode === 'resolved' ? mode : 'operator', operator: row.operator ?? operator };
  }
  if (row.author === 'ai') return { mode: 'ai', operator: null };
  if (row.purpose === 'ack') return { mode: 'waiting', operator: null };
  return { mode, operator };
}
