/**
 * Clean text as nodes: redaction placeholders become small locked chips, addresses become links. Only http, https,
 * mailto and tel are ever linked, and a link always shows the address it opens.
 */
import { el, icon } from './dom.js';

const PIECES = new RegExp(
  [
    '\\[(PAYMENT_CARD|GOVERNMENT_ID|ONE_TIME_PASSCODE|SECURITY_CODE)( ••\\d{4})?\\]',
    '(?:https?:\\/\\/|mailto:|tel:)[^\\s<>"]{1,2000}',
    '[\\w.+-]{1,64}@[a-z\\d-]{1,63}(?:\\.[a-z\\d-]{1,63}){1,4}',
  ].join('|'),
  'giu',
);
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** `labels` names each placeholder in the reader's language; `title` explains why it is hidden. */
export function renderText(text, labels) {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(PIECES)) {
    const piece = match[1] ? match[0] : match[0].replace(/[.,;:!?)\]}'’”»]+$/u, '');
    const node = match[1] ? chip(match[1], match[2] ?? '', labels) : link(piece);
    if (!node) continue;
    fragment.append(text.slice(from, match.index), node);
    from = match.index + piece.length;
  }
  fragment.append(text.slice(from));
  return fragment;
}

export function chip(type, rest, labels) {
  const name = `${labels[type] ?? type}${rest}`;
  return el('span', { class: 'chip', title: labels.hidden, 'data-type': type }, icon('lock'), name);
}

/** A link for an address that is safe to open, else null. */
export function link(address) {
  const target = /^(https?:|mailto:|tel:)/i.test(address) ? address : `mailto:${address}`;
  if (!URL.canParse(target)) return null;
  const url = new URL(target);
  if (!SCHEMES.has(url.protocol)) return null;
  const node = el('a', { target: '_blank', rel: 'noopener noreferrer nofollow' }, address);
  node.href = url.href;
  return node;
}
