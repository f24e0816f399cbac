/** The middle of the desk: the transcript of the open conversation, live, and the box to answer in. */
import { batched, el, icon, reconcile, saveFile, setText } from '../dom.js';
import { createDrafting } from '../drafting.js';
import { followConversation } from '../follow-conversation.js';
import { newMessageId } from '../requests.js';
import { createTimeline } from '../timeline.js';
import { createActions } from './actions.js';
import { createReplyBox } from './reply-box.js';
import { makeTranscriptRow } from './transcript-row.js';
import { CHANNELS, MODES, shortId } from './words.js';

export class ConversationPane {
  #api;
  #desk;
  #operator;
  #say;
  #timeline = createTimeline();
  #following = null;
  #openId = null;
  #drafting = createDrafting(() => this.#showRows());
  #atEnd = true;
  #list = el('ol', { class: 'turns', role: 'log', 'aria-label': 'Transcript', tabindex: '0' });
  #scroll = el('div', { class: 'scroll' }, this.#list);
  #live = el('p', { class: 'live', role: 'status' });
  #title = el('h2', { class: 'title' });
  #mode = el('span', { class: 'mode' });
  #showRows = batched(() => this.#rows());
  #makeRow = makeTranscriptRow(
    (messageId) => this.#retry(messageId),
    (seq, at) => this.#openFile(seq, at),
  );

  /** `say(text)` shows a line about what was just done; `onBack` returns to the list on a small screen. */
  constructor({ api, desk, operator, say, onBack, onDetails }) {
    this.#api = api;
    this.#desk = desk;
    this.#operator = operator;
    this.#say = say;
    this.reply = createReplyBox({
      onReply: (text) => this.#replyWith(text),
      onNote: (text) => this.command(`/note ${text}`),
    });
    this.actions = createActions((text) => this.command(text));
    const back = el(
      'button',
      { class: 'back', type: 'button', 'aria-label': 'Back to the list', onclick: onBack },
      icon('back'),
    );
    const details = el(
      'button',
      { class: 'details-open', type: 'button', 'aria-label': 'Details', onclick: onDetails },
      icon('info'),
    );
    const head = el(
      'header',
      { class: 'pane-head' },
      back,
      el('div', { class: 'titles' }, this.#title, this.#mode),
      this.actions.node,
      details,
    );
    this.#scroll.addEventListener('scroll', () => {
      const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
      this.#atEnd = scrollHeight - scrollTop - clientHeight < 80;
    });
    this.node = el('main', { class: 'pane', hidden: true }, head, this.#scroll, this.#live, this.reply.node);
  }

  open(conversationId) {
    this.#following?.abort();
    this.#following = new AbortController();
    if (this.#openId) this.#keepFailed(this.#timeline, this.#openId);
    this.#openId = conversationId;
    this.#timeline = createTimeline();
    this.#drafting.set(false);
    this.#atEnd = true;
    this.#list.replaceChildren();
    this.reply.open(conversationId);
    this.node.hidden = false;
    this.#showRows();
    this.#follow(conversationId, this.#following.signal);
  }

  /** The summary of the open conversation, as the list last heard it. */
  show() {
    const { open } = this.#desk;
    if (!open) return;
    setText(this.#title, shortId(open.conversationId));
    this.#title.title = open.conversationId;
    setText(
      this.#mode,
      `${CHANNELS[open.channel] ?? open.channel} · ${MODES[open.mode]}${open.operator ? ` · ${open.operator.name ?? open.operator.id}` : ''}`,
    );
    this.#mode.dataset.mode = open.mode;
    this.actions.show(open.mode);
  }

  /** Sends a command of the operators; what it changes comes back as events. */
  async command(text) {
    const id = this.#desk.selected;
    if (!id) return;
    const name = text.split(' ')[0];
    this.#say(`${name} sent…`);
    try {
      await this.#api.say(id, { operator: this.#operator, text });
      this.#say(`${name} accepted`);
      this.#desk.refresh();
    } catch (error) {
      this.#say(`${name} was refused. ${error.message}`, true);
      if (name === '/note') this.reply.restore(text.slice(6));
    }
  }

  /** The AI has the conversation, and the customer spoke last. */
  #awaitsAi() {
    return this.#desk.open?.mode === 'ai' && this.#timeline.list().at(-1)?.author === 'customer';
  }

  async #follow(conversationId, signal) {
    const timeline = this.#timeline;
    try {
      await followConversation({
        signal,
        read: (path, options) => this.#api.call(conversationId, path, options),
        onRow: (row) => {
          timeline.merge(row);
          if (row.author !== 'customer') this.#drafting.set(false);
          this.#showRows();
        },
        onEvent: (event, data) => {
          if (event === 'delivery') timeline.amend(data);
          if (event === 'draft') this.#drafting.set(data.state === 'started' && this.#awaitsAi());
          if (event === 'mode') this.#drafting.set(false);
          if (event === 'mode' || event === 'handoff') this.#desk.refresh();
          this.#showRows();
        },
        onState: (state) =>
          setText(this.#live, state === 'live' ? '' : 'The live stream is down; asking every few seconds.'),
      });
    } catch (error) {
      setText(this.#live, `This conversation can not be read. ${error.message}`);
    }
  }

  #replyWith(text) {
    if (text.startsWith('/')) return this.command(text);
    this.#send(newMessageId(), text);
  }

  #retry(messageId) {
    const message = this.#timeline.local(messageId);
    if (message?.state === 'failed') this.#send(messageId, message.text);
  }

  /** Saved by the browser, so that a customer's file never runs inside the page. */
  async #openFile(seq, at) {
    this.#say('Opening the file…');
    try {
      const file = await this.#api.file(this.#desk.selected, seq, at);
      saveFile(file, `attachment-${seq}-${at}`);
      this.#say('The file is saved');
    } catch (error) {
      this.#say(error.message, true);
    }
  }

  async #send(messageId, text) {
    const timeline = this.#timeline;
    const operator = this.#operator;
    const conversationId = this.#desk.selected;
    timeline.put({
      messageId,
      author: 'operator',
      operator,
      text,
      at: new Date(this.#api.now()).toISOString(),
      state: 'sending',
    });
    this.#atEnd = true;
    this.#showRows();
    const outcome = await this.#api.say(conversationId, { operator, text, messageId }).then(
      () => ({ state: 'sent' }),
      (error) => ({ state: 'failed', problem: error.message }),
    );
    if (timeline.local(messageId)) timeline.put({ messageId, ...outcome });
    if (timeline !== this.#timeline) this.#keepFailed(timeline, conversationId);
    this.#desk.refresh();
    this.#showRows();
  }

  /** A reply that failed and is no longer in sight goes back to the text box of its conversation. */
  #keepFailed(timeline, conversationId) {
    for (const { state, text } of timeline.list()) {
      if (state !== 'failed') continue;
      this.reply.keep(conversationId, text);
      this.#say(`A reply to ${shortId(conversationId)} was not sent; its text is kept there.`, true);
    }
  }

  #rows() {
    const items = this.#timeline
      .list()
      .map((row) => ({ key: `${this.#desk.selected} ${row.author === 'operator' ? row.messageId : row.seq}`, row }));
    reconcile(this.#list, items, this.#makeRow);
    this.#list.classList.toggle('turns--drafting', this.#drafting.on);
    if (this.#atEnd) this.#scroll.scrollTop = this.#scroll.scrollHeight;
  }
}
