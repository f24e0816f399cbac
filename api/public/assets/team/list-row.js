/** One conversation in the list: what it is about, how long it waits, whether something new was said. */
import { el, setText } from '../dom.js';
import { ageOf, CHANNELS, REASONS, shortId, waitOf } from './words.js';

export function makeConversationRow(onSelect) {
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
      setText(age, each.mode === 'waiting' ? waitOf('waits', each.waitingSince, now) : ageOf(each.lastMessageAt, now));
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

const PREFIX = { ai: 'AI: ', operator: 'Team: ' };

function summaryOf({ lastMessage }) {
  return lastMessage ? `${PREFIX[lastMessage.author] ?? ''}${lastMessage.text}` : '';
}
