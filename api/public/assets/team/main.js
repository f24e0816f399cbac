/** The operators' page: through the door, then list, conversation and details side by side. */
import { el, setText } from '../dom.js';
import { createAlerts } from './alerts.js';
import { ConversationPane } from './conversation-pane.js';
import { Desk } from './desk.js';
import { createDetailsPane } from './details-pane.js';
import { createListPane } from './list-pane.js';
import { createShortcuts } from './shortcuts.js';
import { signIn, signOut } from './sign-in.js';

const base = new URL('../../', import.meta.url);
const { api, operator } = await signIn(base, document.body);
const layout = el('div', { class: 'desk' });
const line = el('p', { class: 'toast', role: 'status', hidden: true });
const banner = el('p', { class: 'banner', role: 'alert', hidden: true });
const waiting = el('span', { class: 'waiting-count' });
const alerts = createAlerts();

const desk = new Desk(api, show);
const list = createListPane({ desk, api, onSelect: open });
const details = createDetailsPane({ desk, api, onClose: () => layout.classList.remove('desk--details') });
const pane = new ConversationPane({
  api,
  desk,
  operator,
  say,
  onBack: () => layout.classList.remove('desk--open', 'desk--details'),
  onDetails: () => layout.classList.toggle('desk--details'),
});
const help = createShortcuts({
  j: ['next conversation', () => move(1)],
  k: ['previous conversation', () => move(-1)],
  w: ['who waits longest', () => open(desk.shown.find((each) => each.mode === 'waiting')?.conversationId)],
  r: ['reply', () => pane.reply.write(false)],
  n: ['note for the team', () => pane.reply.write(true)],
  t: ['take the conversation', () => pane.command('/take')],
  d: ['done', () => pane.command('/done')],
  a: ['back to the AI', () => pane.command('/ai')],
  '/': ['search', () => list.focusSearch()],
  '?': ['this help', () => help.showModal()],
});

const nothing = el(
  'div',
  { class: 'nothing' },
  el('p', {}, 'Pick a conversation, or press w for whoever waits longest.'),
);
layout.append(list.node, nothing, pane.node, details.node);
document.body.append(
  el(
    'header',
    { class: 'top' },
    el('strong', { class: 'brand' }, 'Baton'),
    waiting,
    el('span', { class: 'space' }),
    ...alerts.nodes,
    el('button', { class: 'plain', type: 'button', onclick: () => help.showModal() }, 'Keys'),
    el('span', { class: 'me', title: `operator id ${operator.id}` }, operator.name),
    el('button', { class: 'plain', type: 'button', onclick: signOut }, 'Sign out'),
  ),
  banner,
  layout,
  line,
  help,
);
desk.run();

function show() {
  list.show();
  pane.show();
  details.show();
  alerts.show(desk.waiting);
  const count = desk.waiting.length;
  const nobody = desk.heard ? 'Nobody waits' : '';
  setText(waiting, count === 0 ? nobody : `${count} waiting`);
  waiting.classList.toggle('waiting-count--some', count > 0);
  banner.hidden = !desk.offline;
  setText(banner, desk.offline ? `The list is not up to date. ${desk.offline.message}` : '');
}

function open(conversationId) {
  if (!conversationId) return;
  layout.classList.add('desk--open');
  nothing.hidden = true;
  if (conversationId === desk.selected) return;
  desk.select(conversationId);
  pane.open(conversationId);
  list.node.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
}

function move(step) {
  const ids = desk.shown.map((each) => each.conversationId);
  const at = ids.indexOf(desk.selected);
  open(ids[at < 0 ? 0 : Math.min(ids.length - 1, Math.max(0, at + step))]);
}

function say(text, isProblem = false) {
  setText(line, text);
  line.classList.toggle('toast--problem', isProblem);
  line.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(
    () => {
      line.hidden = true;
    },
    isProblem ? 9000 : 2500,
  );
}
