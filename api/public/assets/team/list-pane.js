/** The left side of the desk: filters, and the conversations grouped by mode with the longest wait on top. */
import { el, reconcile, setText } from '../dom.js';
import { ageOf, CHANNELS, MODES, REASONS, shortId } from './words.js';

export function createListPane({ desk, api, onSelect }) {
  const tabs = createTabs(desk);
  const search = el('input', {
    class: 'search',
    type: 'search',
    placeholder: 'Search  ( / )',
    'aria-label': 'Search conversations',
    oninput: () => desk.setFilter({ words: search.value }),
  });
  const channel = createSelect('All channels', (value) => desk.setFilter({ channel: value }));
  const reason = createSelect('All reasons', (value) => desk.setFilter({ reason: value }));
  reason.show(Object.entries(REASONS));
  const list = el('ul', { class: 'rows', 'aria-label': 'Conversations' });
  const empty = el('p', { class: 'empty' });
  const more = el('button', { class: 'more', type: 'button', onclick: () => desk.loadMore() }, 'Show older');
  const filters = el('div', { class: 'filters' }, channel.node, reason.node);
  const makeRow = (item) => (item.heading ? makeHeading() : makeConversationRow(onSelect));

  return {
    node: el(
      'nav',
      { class: 'list', 'aria-label': 'Conversations' },
      tabs.node,
      search,
      filters,
      el('div', { class: 'scroll' }, list, empty, more),
    ),
    focusSearch: () => search.focus(),
    show() {
      tabs.show();
      channel.show(desk.channels.map((name) => [name, CHANNELS[name] ?? name]));
      const shown = desk.shown;
      reconcile(list, withHeadings(shown, desk, api.now()), makeRow);
      setText(empty, shown.length > 0 ? '' : 'No conversations here.');
      more.hidden = !desk.more;
    },
  };
}

function createTabs(desk) {
  const names = [
    ['', 'All'],
    ['waiting', 'Waiting'],
    ['operator', 'People'],
    ['ai', 'AI'],
    ['resolved', 'Done'],
  ];
  const buttons = names.map(([mode, label]) => {
    const count = el('span', { class: 'count' });
    const node = el(
      'button',
      { type: 'button', 'data-mode': mode, onclick: () => desk.setFilter({ mode }) },
      label,
      count,
    );
    return { mode, node, count };
  });
  return {
    node: el('div', { class: 'tabs', role: 'group', 'aria-label': 'Mode' }, ...buttons.map(({ node }) => node)),
    show() {
      for (const { mode, node, count } of buttons) {
        node.setAttribute('aria-pressed', String(desk.filter.mode === mode));
        setText(count, mode === 'waiting' && desk.count(mode) > 0 ? String(desk.count(mode)) : '');
      }
    },
  };
}

function createSelect(all, onPick) {
  const node = el(
    'select',
    { 'aria-label': all, onchange: () => onPick(node.value) },
    el('option', { value: '' }, all),
  );
  return {
    node,
    show(options) {
      if (node.options.length === options.length + 1) return;
      const value = node.value;
      node.replaceChildren(node.options[0], ...options.map(([id, label]) => el('option', { value: id }, label)));
      node.value = value;
    },
  };
}

function withHeadings(conversations, desk, now) {
  const items = [];
  let mode;
  for (const each of conversations) {
    if (each.mode !== mode)
      items.push({ key: `heading ${each.mode}`, heading: each.mode, count: desk.count(each.mode) });
    mode = each.mode;
    const selected = each.conversationId === desk.selected;
    items.push({ key: each.conversationId, each, now, selected, unread: !selected && desk.isUnread(each) });
  }
  return items;
}

function makeHeading() {
  const node = el('li', { class: 'heading' });
  return { node, update: ({ heading, count }) => setText(node, `${MODES[heading]} · ${count}`) };
}

function makeConversationRow(onSelect) {
  const name = el('span', { class: 'row-name' });
  const age = el('span', { class: 'row-age' });
  const last = el('span', { class: 'row-last', dir: 'auto' });
  const channel = el('span', { class: 'tag' });
  const reason = el('span', { class: 'tag tag--reason' });
  const unread = el('span', { class: 'unread', role: 'img', 'aria-label': 'Unread' });
  let id;
  const lines = [
    el('span', { class: 'row-top' }, unread, name, age),
    last,
    el('span', { class: 'row-tags' }, channel, reason),
  ];
  const button = el('button', { type: 'button', onclick: () => onSelect(id) }, ...lines);
  const node = el('li', {}, button);
  return {
    node,
    update({ each, now, selected, unread: isUnread }) {
      id = each.conversationId;
      node.dataset.id = id;
      node.className = `row row--${each.mode}${isUnread ? ' row--unread' : ''}`;
      button.setAttribute('aria-current', String(selected));
      const primary = each.handoff?.reasons[0];
      setText(name, shortId(id));
      setText(age, each.mode === 'waiting' ? `waits ${ageOf(each.waitingSince, now)}` : ageOf(each.lastMessageAt, now));
      setText(last, summaryOf(each));
      setText(channel, CHANNELS[each.channel] ?? each.channel);
      setText(
        reason,
        primary && each.mode !== 'resolved' ? (REASONS[primary.reason] ?? primary.reason) : (each.operator?.name ?? ''),
      );
      reason.hidden = reason.textContent === '';
      unread.hidden = !isUnread;
    },
  };
}

const PREFIX = { ai: 'AI: ', operator: 'Team: ', system: '' };

/** The acknowledgement says the same to everybody: then the words that called for a person say more. */
function summaryOf({ lastMessage, handoff }) {
  const evidence = handoff?.reasons[0]?.evidence;
  if (evidence && (!lastMessage || lastMessage.author === 'system')) return `“${evidence}”`;
  return lastMessage ? `${PREFIX[lastMessage.author] ?? ''}${lastMessage.text}` : '';
}
