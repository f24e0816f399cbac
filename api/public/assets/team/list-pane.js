/** The left side of the desk: filters, and the conversations grouped by mode with the longest wait on top. */
import { el, reconcile, setText } from '../dom.js';
import { makeConversationRow } from './list-row.js';
import { CHANNELS, MODES, REASONS } from './words.js';

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
  const list = el('ul', { class: 'rows', 'aria-label': 'Conversations', 'aria-busy': 'true' });
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
      list.setAttribute('aria-busy', String(!desk.heard));
      const none = desk.heard ? 'No conversations here.' : 'Loading…';
      setText(empty, shown.length > 0 ? '' : none);
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
