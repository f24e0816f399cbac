/**
 * Where an operator writes: a reply the customer gets, or a note only the team sees. The two look different, and an
 * unfinished text stays with its conversation (in memory only).
 */
import { createComposeBox } from '../compose-box.js';
import { el, icon, setText } from '../dom.js';

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
  const reply = el('button', { type: 'button', onclick: () => setNoting(false) }, 'Reply');
  const note = el('button', { type: 'button', onclick: () => setNoting(true) }, 'Note');
  const hint = el('span', { class: 'hint' });
  const send = el('button', { class: 'primary', type: 'button', onclick: compose.send }, icon('send'), 'Send');
  const node = el(
    'footer',
    { class: 'reply' },
    el(
      'div',
      { class: 'reply-top' },
      el('div', { class: 'switch', role: 'group', 'aria-label': 'Kind' }, reply, note),
      hint,
    ),
    el('div', { class: 'compose' }, compose.input, send),
    compose.counter,
  );

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
    const command = !noting && compose.input.value.trimStart().startsWith('/');
    setText(
      hint,
      noting
        ? 'Only the team sees this'
        : command
          ? 'A command: the customer does not see it'
          : 'The customer sees this',
    );
  }

  return {
    node,
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
