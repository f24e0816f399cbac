/**
 * The answer to our question "which of these do you mean?": by number, by order or by the words of a title. The titles
 * stand in quotes in the question itself, so nothing has to be remembered.
 */
import { fold, words } from '../signals/folding';
import { stem } from '../signals/similarity';

const ORDER: readonly RegExp[] = [
  /^(?:the |option |number |no |so |cai |muc |y |cau )*(?:1|first|1st|one|former|mot|nhat|dau|dau tien|thu nhat|thu 1)(?: one| option| please| nhe| a| nha| ban)*$/,
  /^(?:the |option |number |no |so |cai |muc |y |cau )*(?:2|second|2nd|two|latter|hai|thu hai|thu 2)(?: one| option| please| nhe| a| nha| ban)*$/,
  /^(?:the |option |number |no |so |cai |muc |y |cau )*(?:3|third|3rd|three|ba|thu ba|thu 3|last|cuoi|cuoi cung)(?: one| option| please| nhe| a| nha| ban)*$/,
];
const ALL = /^(?:both|all|both of them|all of them|both please|ca hai|ca 2|tat ca|ca ba|het)(?: please| nhe| a| nha)*$/;

/** The titles chosen among those that `question` offers in curly quotes; empty where the message chooses none. */
export function chosen(message: string, question: string): string[] {
  const offered = [...question.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '');
  if (offered.length < 2) return [];
  const said = fold(message)
    .replace(/[.!,()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (ALL.test(said)) return offered;
  const place = ORDER.findIndex((pattern) => pattern.test(said));
  const last = /\b(?:last|latter|cuoi)\b/.test(said);
  const byOrder = offered[last ? offered.length - 1 : place];
  if (place >= 0 && byOrder !== undefined) return [byOrder];
  return byWords(said, offered);
}

/** The one title whose words were said, where they are most of what was said. */
function byWords(said: string, offered: readonly string[]): string[] {
  const own = new Set(words(said).map(stem));
  if (own.size === 0 || own.size > 8) return [];
  const shares = offered.map((title) => {
    const of = new Set(words(title).map(stem));
    const both = [...of].filter((word) => own.has(word)).length;
    return { title, share: both / of.size, foreign: own.size - both };
  });
  const full = shares.filter(({ share, foreign }) => share >= 0.99 && foreign <= 3);
  return full.length === 1 ? full.map(({ title }) => title) : [];
}
