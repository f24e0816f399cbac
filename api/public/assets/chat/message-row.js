/** One message as the customer sees it: author, clean text, sources, time and what became of it. */

import { el, icon, setText } from '../dom.js';
import { chip, renderText } from '../rich-text.js';

/** A row for `reconcile`. `onRetry(messageId)` sends a failed message again. */
export function makeMessageRow(strings, onRetry) {
  return (first) => {
    const who = el('div', { class: 'who' });
    const bubble = el('div', { class: 'bubble', dir: 'auto' });
    const sources = el('span', { class: 'sources' });
    const time = el('span', { class: 'time' });
    const retry = el(
      'button',
      { class: 'retry', type: 'button', onclick: () => onRetry(first.message.messageId) },
      strings.retry,
    );
    const node = el('li', {}, who, bubble, el('div', { class: 'meta' }, time, sources, retry));
    let shown;
    return {
      node,
      update({ message, joined }) {
        const { author, state } = message;
        node.className = `row row--${author}${joined ? ' row--joined' : ''}${state ? ` row--${state}` : ''}`;
        setText(who, nameOf(message, strings));
        setText(time, stateOf(message, strings));
        time.title = message.problem ?? '';
        retry.hidden = state !== 'failed';
        const content = JSON.stringify([message.text, message.deleted, message.attachments, message.citations]);
        if (content === shown) return;
        shown = content;
        bubble.replaceChildren(contentOf(message, strings));
        sources.replaceChildren(...sourcesOf(message.citations ?? [], strings));
      },
    };
  };
}

function nameOf({ author, operator }, strings) {
  if (author === 'operator') return operator?.name ? `${operator.name} · ${strings.colleague}` : strings.colleague;
  return { ai: strings.assistant, customer: strings.you }[author] ?? '';
}

function stateOf({ state, at }, strings) {
  if (state === 'sending' || state === 'failed') return strings[state];
  return new Date(at).toLocaleTimeString(strings.locale, { hour: '2-digit', minute: '2-digit' });
}

function contentOf({ text, deleted, attachments, redactions }, strings) {
  if (deleted) return el('em', {}, strings.deleted);
  if (text) return renderText(text, strings.labels);
  if (redactions?.length > 0) return chip(redactions[0].type, '', strings.labels);
  return el('em', {}, attachments?.length > 0 ? strings.attachment : '');
}

function sourcesOf(citations, strings) {
  const titles = citations.map((citation) => citation.title ?? String(citation));
  if (titles.length === 0) return [];
  return [icon('book'), `${titles.length > 1 ? strings.sources : strings.source} ${titles.join(' · ')}`];
}

/** The row that opens a day. */
export function makeDayRow(strings) {
  return ({ day }) => ({ node: el('li', { class: 'day' }, dayName(day, strings)), update() {} });
}

function dayName(day, strings) {
  const midnight = new Date(new Date().setHours(0, 0, 0, 0));
  const days = Math.round((midnight - new Date(new Date(day).setHours(0, 0, 0, 0))) / 86_400_000);
  if (days < 2) return days === 1 ? strings.yesterday : strings.today;
  return new Date(day).toLocaleDateString(strings.locale, { weekday: 'long', day: 'numeric', month: 'long' });
}
