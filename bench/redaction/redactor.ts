/** One thing to measure: ours, or a peer. Findings are in customer messages only, as the rows are labelled. */
import { redactConversation } from '../../redaction';
import type { Found, Row } from '../../test/redaction/evaluate';

export interface Redactor {
  name: string;
  find(messages: Row['messages']): readonly Found[] | Promise<readonly Found[]>;
}

export const OURS: Redactor = { name: 'redaction', find: (messages) => redactConversation(messages).findings };

/** A tool that judges one text at a time. */
export function textRedactor(
  name: string,
  findIn: (text: string) => readonly Omit<Found, 'message'>[] | Promise<readonly Omit<Found, 'message'>[]>,
): Redactor {
  return {
    name,
    find: async (messages) => {
      const found: Found[] = [];
      for (const [message, { from, text }] of messages.entries()) {
        if (from !== 'customer') continue;
        for (const one of await findIn(text)) found.push({ ...one, message });
      }
      return found;
    },
  };
}

/** Where a tool only gives back the new text: the parts of the old one that are not in it any more. */
export function replacedRanges(text: string, redacted: string, placeholder: RegExp): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  for (const kept of redacted.split(placeholder)) {
    const start = kept === '' && ranges.length > 0 ? text.length : text.indexOf(kept, at);
    if (start > at) ranges.push({ start: at, end: start });
    at = Math.max(at, start + kept.length);
  }
  if (at < text.length) ranges.push({ start: at, end: text.length });
  return ranges;
}
