/** A message's content as text that people read, and without what may not be kept of it. */
import type { InboundContent } from '../domain/message';
import { parseOperatorCommand } from '../domain/operator-command';
import type { Finding } from '../redaction';
import type { RedactMessageInput } from './redact-message';

type As = RedactMessageInput['as'];

/** The text as people will read it: attachments as `[photo]`, then the words; for a note what stands after `/note`. */
export function visibleText(content: InboundContent, as: As): string {
  const marks = (content.attachments ?? []).map(({ kind, name }) => (name ? `[${kind}: ${name}]` : `[${kind}]`));
  if (content.reaction !== undefined) marks.push(`[reaction: ${content.reaction}]`);
  return [...marks, wordsOf(content, as)].filter((part) => part !== '').join('\n');
}

function wordsOf({ text }: InboundContent, as: As): string {
  return as === 'note' ? (parseOperatorCommand(text)?.rest ?? text) : text;
}

/** The original without what may not be kept. Findings point into the visible text; the words are its tail. */
export function withoutDoomed(content: InboundContent, as: As, doomed: Finding[]): InboundContent {
  const words = wordsOf(content, as);
  const shift = content.text.lastIndexOf(words) - (visibleText(content, as).length - words.length);
  let text = content.text;
  for (const { start, end, type } of [...doomed].sort((a, b) => b.start - a.start)) {
    if (start + shift >= 0) text = `${text.slice(0, start + shift)}[${type}]${text.slice(end + shift)}`;
  }
  const inAMark = doomed.some(({ start }) => start + shift < 0);
  const attachments = content.attachments?.map(({ name, ...rest }) => (inAMark || !name ? rest : { ...rest, name }));
  return { ...content, text, ...(attachments && { attachments }) };
}
