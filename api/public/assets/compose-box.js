/**
 * A text box for writing messages: Enter sends, Shift+Enter breaks the line, and Enter that ends a word in an input
 * method (Vietnamese Telex, Japanese, ...) does neither. It grows with its text and counts near the limit.
 */
import { el, setText } from './dom.js';

export const TEXT_LIMIT = 4000;
const COUNT_FROM = 3600;

/** `onSend(text)` may return false to keep the text. Returns `{ input, counter, send, refresh }`. */
export function createComposeBox({ placeholder, label, overLimit, onSend, onInput = () => {} }) {
  const counter = el('span', { class: 'counter', role: 'status', hidden: true });
  const input = el('textarea', {
    class: 'input',
    rows: 1,
    placeholder,
    'aria-label': label,
    autocomplete: 'off',
    enterkeyhint: 'send',
    oninput: refresh,
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      send();
    },
  });

  function refresh() {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 160)}px`;
    const left = TEXT_LIMIT - input.value.length;
    counter.hidden = input.value.length < COUNT_FROM;
    counter.classList.toggle('counter--over', left < 0);
    setText(counter, left < 0 ? overLimit(-left) : `${input.value.length} / ${TEXT_LIMIT}`);
    input.setAttribute('aria-invalid', String(left < 0));
    onInput(input.value);
  }

  function send() {
    const text = input.value.trim();
    if (text === '' || text.length > TEXT_LIMIT || onSend(text) === false) return;
    input.value = '';
    refresh();
  }

  return { input, counter, send, refresh };
}
