/**
 * Where an operator writes: a reply the customer gets, or a note only the team sees. The two look different, and an
 * unfinished text stays with its conversation (in memory only).
 */
import { createComposeBox } from '../compose-box.js';
import { el, icon, setText } from '../dom.js';

const HINTS = {
  note: 'Only the team sees this',
  command: 'A command: the customer does not see it',
  reply: 'The customer sees this',
};

export function createReplyBox({ onReply, onNote }) {
  const drafts = new Map();
  let conversationId;
  let noting = false;

  const compose = createComposeBox({
    placeholder: '',
    label: 'Reply to the customer',
    overLimit: (count) => `${count} characters too long`,
    onInput: (text) => {
      drafts.set(conversationId, text);
      showHint();
    },
    onSend: (text) => (noting ? onNote(text) : onReply(text)),
  });
  const { node, reply, note, hint } = createFrame(compose, setNoting);

  function setNoting(value) {
    noting = value;
    node.classList.toggle('reply--note', noting);
    reply.setAttribute('aria-pressed', String(!noting));
    note.setAttribute('aria-pressed', String(noting));
    compose.input.placeholder = noting ? 'A note for the team…' : 'Write to the customer…';
    compose.input.setAttribute('aria-label', noting ? 'Note for the team' : 'Reply to the customer');
    showHint();
    compose.input.focus();
  }

  function showHint() {
    const command = compose.input.value.trimStart().startsWith('/');
    setText(hint, HINTS[noting ? 'note' : command ? 'command' : 'reply']);
  }

  return {
    node,
    /** Puts a text back to be sent again, after what was begun meanwhile. */
    keep(id, text) {
      drafts.set(id, [drafts.get(id), text].filter(Boolean).join('\n'));
    },
    open(id) {
      conversationId = id;
      setNoting(false);
      compose.input.blur();
      this.restore(drafts.get(id) ?? '');
    },
    restore(text) {
      compose.input.value = text;
      compose.refresh();
    },
    write: setNoting,
  };
}

function createFrame(compose, setNoting) {
  const reply = el('button', { type: 'button', onclick: () => setNoting(false) }, 'Reply');
  const note = el('button', { type: 'button', onclick: () => setNoting(true) }, 'Note');
  const hint = el('span', { class: 'hint' });
  const kind = el('div', { class: 'switch', role: 'group', 'aria-label': 'Kind' }, reply, note);
  const send = el('button', { class: 'primary', type: 'button', onclick: compose.send }, icon('send'), 'Send');
  const box = el('div', { class: 'compose' }, compose.input, send);
  const node = el('footer', { class: 'reply' }, el('div', { class: 'reply-top' }, kind, hint), box, compose.counter);
  return { node, reply, note, hint };
}
