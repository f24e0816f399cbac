/** The chat's looks: header with who is answering, the log, the text box. One view serves the page and the widget. */
import { createComposeBox } from '../compose-box.js';
import { el, icon, loadStyles, reconcile, setText } from '../dom.js';
import { Chat } from './chat.js';
import { makeDayRow, makeMessageRow } from './message-row.js';

/** The stylesheets of the chat, to adopt in the shadow root that holds it. */
export function loadChatStyles(base, ...more) {
  return loadStyles(
    ['tokens.css', 'chat/chat.css', 'chat/messages.css', ...more].map((name) => new URL(`assets/${name}`, base)),
  );
}

/** Returns `{ node, start, focus }`; `onClose` adds a close button. */
export function createChatView({ base, strings, title, onClose, onIncoming, onBusiness = () => {} }) {
  const head = createHead(strings, title, onClose);
  const log = createLog(strings);
  const chat = new Chat({ base, onChange: show, onIncoming });
  const makeRow = makeMessageRow(strings, (messageId) => chat.retry(messageId));
  const makeDay = makeDayRow(strings);
  const compose = createComposeBox({
    placeholder: strings.write,
    label: strings.write,
    overLimit: strings.over,
    onSend: (text) => {
      log.follow();
      chat.send(text);
    },
  });
  head.person.addEventListener('click', () => {
    log.follow();
    chat.send(strings.personMessage);
  });

  function show(state) {
    if (state.business) onBusiness(state.business);
    head.show(state);
    log.show(state, withDays(state.messages), (item) => (item.day ? makeDay(item) : makeRow(item)));
  }

  const send = el(
    'button',
    { class: 'send', type: 'button', 'aria-label': strings.send, onclick: compose.send },
    icon('send'),
  );
  const box = el('div', { class: 'compose' }, compose.input, send);
  const foot = el(
    'footer',
    { class: 'foot' },
    box,
    el('div', { class: 'fine' }, el('span', {}, strings.privacy), compose.counter),
  );
  return {
    node: el('section', { class: 'chat', lang: strings.tag }, head.node, log.node, foot),
    start: (how) => chat.start(how),
    focus: () => compose.input.focus({ preventScroll: true }),
  };
}

function createHead(strings, title, onClose) {
  const name = el('h1', { class: 'name' }, title ?? strings.title);
  const mark = el('span', { class: 'mark', 'aria-hidden': 'true' }, initialsOf(title ?? 'B'));
  const status = el('p', { class: 'status', role: 'status' });
  const person = el(
    'button',
    { class: 'person', type: 'button', title: strings.person },
    icon('person'),
    el('span', {}, strings.person),
  );
  const close =
    onClose &&
    el('button', { class: 'close', type: 'button', 'aria-label': strings.close, onclick: onClose }, icon('close'));
  const node = el('header', { class: 'head' }, mark, el('div', { class: 'names' }, name, status), person, close);
  return {
    node,
    person,
    show({ business, mode, operator, notice, connection }) {
      const shown = title ?? business;
      if (shown) {
        setText(name, shown);
        setText(mark, initialsOf(shown));
      }
      node.dataset.mode = mode;
      person.hidden = mode === 'waiting' || mode === 'operator';
      const quiet = notice === 'offline' || connection === 'offline' ? strings.offline : notice && strings[notice];
      setText(status, quiet || strings.modes[mode].replace('{name}', operator?.name ?? strings.someone));
    },
  };
}

function createLog(strings) {
  const list = el('ol', {
    class: 'list',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': strings.messages,
    tabindex: '0',
  });
  const greeting = el('div', { class: 'greeting' }, el('h2', {}, strings.greeting), el('p', {}, strings.greetingMore));
  const dots = [el('i'), el('i'), el('i')];
  const typing = el('div', { class: 'typing', role: 'status', 'aria-label': strings.typing, hidden: true }, ...dots);
  const scroll = el('div', { class: 'scroll' }, greeting, list, typing);
  const jump = el(
    'button',
    { class: 'jump', type: 'button', hidden: true, onclick: follow },
    icon('down'),
    strings.newBelow,
  );
  let following = true;
  let count = 0;
  scroll.addEventListener('scroll', () => {
    following = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
    if (following) jump.hidden = true;
  });
  new ResizeObserver(() => following && follow()).observe(scroll);

  function follow() {
    following = true;
    jump.hidden = true;
    scroll.scrollTop = scroll.scrollHeight;
  }

  return {
    node: el('div', { class: 'log' }, scroll, jump),
    follow,
    show({ drafting, messages }, items, make) {
      greeting.hidden = messages.length > 0;
      typing.hidden = !drafting;
      reconcile(list, items, make);
      if (following) follow();
      else if (messages.length > count) jump.hidden = false;
      count = messages.length;
    },
  };
}

/** Items for the log: messages with their neighbours' authorship, and a row where a new day begins. */
function withDays(messages) {
  const items = [];
  let before;
  for (const message of messages) {
    const day = new Date(message.at).toDateString();
    const newDay = !before || new Date(before.at).toDateString() !== day;
    if (newDay) items.push({ key: `day ${day}`, day });
    const joined = !newDay && before.author === message.author && before.operator?.name === message.operator?.name;
    const key = message.author === 'customer' ? message.messageId : `row ${message.seq}`;
    items.push({ key, message, joined });
    before = message;
  }
  return items;
}

function initialsOf(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join('');
}
