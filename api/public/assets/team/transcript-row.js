/** One row of the transcript as the team sees it: every author, what was redacted, how the delivery stands. */
import { el, setText } from '../dom.js';
import { chip, renderText } from '../rich-text.js';
import { clock, DELIVERY, LABELS, PURPOSES } from './words.js';

/** A brief carries the whole transcript: longer team rows are folded to their beginning. */
const FOLD_FROM = 420;
/** Of the system's own messages only these are worth a word. */
const TROUBLE = ['failed', 'unknown'];

/** `onOpen(seq, at)` downloads an attachment; it is never shown inside the page. */
export function makeTranscriptRow(onRetry, onOpen) {
  return (first) => {
    const seq = el('span', { class: 'seq' });
    const who = el('span', { class: 'who' });
    const text = el('div', { class: 'text', dir: 'auto' });
    const unfold = el('button', {
      class: 'unfold',
      type: 'button',
      onclick: () => {
        node.classList.toggle('turn--folded');
        nameFold();
      },
    });
    const foot = el('div', { class: 'foot' });
    const retry = el(
      'button',
      { class: 'retry', type: 'button', onclick: () => onRetry(first.row.messageId) },
      'Try again',
    );
    const node = el('li', {}, el('div', { class: 'turn-head' }, who, foot, seq), text, unfold, retry);
    const nameFold = () => setText(unfold, node.classList.contains('turn--folded') ? 'Show all' : 'Show less');
    let shown;
    return {
      node,
      update({ row }) {
        const content = JSON.stringify(row);
        if (content === shown) return;
        const long = row.visibility === 'team' && (row.text?.length ?? 0) > FOLD_FROM;
        const folded = shown === undefined ? long : node.classList.contains('turn--folded');
        shown = content;
        node.className = `turn turn--${row.author}${kindOf(row)}${folded ? ' turn--folded' : ''}`;
        setText(seq, row.seq === undefined ? '' : `#${row.seq}`);
        setText(who, nameOf(row));
        text.replaceChildren(contentOf(row));
        unfold.hidden = !long;
        nameFold();
        foot.replaceChildren(...footOf(row, onOpen));
        retry.hidden = row.state !== 'failed';
      },
    };
  };
}

function kindOf({ visibility, purpose, state }) {
  const team = visibility === 'team' ? ' turn--team' : '';
  return `${team}${purpose ? ` turn--${purpose}` : ''}${state ? ` turn--${state}` : ''}`;
}

function nameOf({ author, operator, purpose, visibility }) {
  if (visibility === 'team' && purpose !== 'note') return PURPOSES[purpose] ?? 'Team only';
  const name = operator?.name ?? operator?.id;
  if (purpose === 'note') return name ? `Note by ${name}` : 'Note';
  if (author === 'operator') return name ?? 'Operator';
  return { customer: 'Customer', ai: 'AI' }[author] ?? PURPOSES[purpose] ?? 'System';
}

function contentOf({ text, deleted, redactions }) {
  if (deleted) return el('em', {}, 'Deleted by the author');
  if (!text && redactions?.length > 0) return chip(redactions[0].type, '', LABELS);
  return renderText(text ?? '', LABELS);
}

function footOf(row, onOpen) {
  const parts = [el('time', { datetime: row.at, title: new Date(row.at).toLocaleString() }, clock(row.at))];
  if (row.visibility === 'team') parts.push(el('span', { class: 'private' }, 'only the team sees this'));
  if (row.confidence !== undefined) parts.push(el('span', {}, `confidence ${row.confidence.toFixed(2)}`));
  for (const citation of row.citations ?? []) {
    const quote = typeof citation.quote === 'string' ? citation.quote : undefined;
    parts.push(el('span', { class: 'source', title: quote }, `source: ${citation.title ?? citation}`));
  }
  for (const [at, file] of (row.attachments ?? []).entries()) {
    const name = [file.kind, file.name].filter(Boolean).join(': ');
    parts.push(el('span', {}, name));
    if (row.deleted || row.author !== 'customer' || row.seq === undefined) continue;
    const label = `Open ${name}`;
    parts.push(
      el('button', { class: 'open', type: 'button', 'aria-label': label, onclick: () => onOpen(row.seq, at) }, 'Open'),
    );
  }
  const state = stateOf(row);
  if (state) parts.push(el('span', { class: `delivery delivery--${row.state ?? row.delivery}` }, state));
  return parts;
}

function stateOf({ state, delivery, author, problem }) {
  if (state === 'failed') return `not sent: ${problem}`;
  if (state) return state === 'sent' ? 'accepted' : 'sending…';
  const spoken = author === 'ai' || author === 'operator' || TROUBLE.includes(delivery);
  return author === 'customer' || !delivery || !spoken ? '' : (DELIVERY[delivery] ?? delivery);
}
