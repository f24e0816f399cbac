/**
 * A whole conversation, message by message, as the worker would have seen it. What later messages reveal about earlier
 * ones is reported in the earlier one's own offsets.
 */
import type { CleanText } from './clean-text';
import { redact } from './redact';
import type { EarlierMessage, Finding, RedactionOptions } from './redaction';

export interface ConversationFinding extends Finding {
  /** Index into the messages that were passed in. */
  message: number;
}

export interface RedactedConversation {
  /** Findings in customer messages, by message and start. */
  findings: ConversationFinding[];
  texts: CleanText[];
}

const CONTEXT = 10;

interface Taken {
  clean: CleanText;
  findings: Finding[];
}

export function redactConversation(
  messages: readonly Omit<EarlierMessage, 'id'>[],
  options: RedactionOptions = {},
): RedactedConversation {
  const taken: Taken[] = [];
  messages.forEach(({ from, text }, index) => {
    const first = Math.max(0, index - CONTEXT);
    const earlier = messages.slice(first, index).map((message, i) => ({
      id: String(first + i),
      from: message.from,
      text: (taken[first + i] as Taken).clean,
    }));
    const redaction = redact(text, { from, earlier, options });
    taken.push({ clean: redaction.text, findings: redaction.findings });
    for (const reached of redaction.earlier) reveal(taken[Number(reached.id)] as Taken, reached.text, reached.findings);
  });
  const findings = taken.flatMap(({ findings: found }, message) =>
    messages[message]?.from === 'customer' ? found.map((finding) => ({ message, ...finding })) : [],
  );
  return { findings, texts: taken.map(({ clean }) => clean) };
}

/** Findings in a clean text, told in the offsets of the text it was made from. */
function reveal(taken: Taken, clean: CleanText, inClean: readonly Finding[]): void {
  const found = inClean.map((finding) => ({
    ...finding,
    start: originalOffset(taken, finding.start),
    end: originalOffset(taken, finding.end),
  }));
  taken.findings = [...taken.findings, ...found].sort((a, b) => a.start - b.start);
  taken.clean = clean;
}

/** Clean text is the original with each finding swapped for a placeholder, so offsets differ by their lengths. */
function originalOffset({ clean, findings }: Taken, offset: number): number {
  let inOriginal = 0;
  let inClean = 0;
  for (const finding of findings) {
    const begins = inClean + Math.max(0, finding.start - inOriginal);
    if (offset <= begins) break;
    inClean = clean.indexOf(']', begins) + 1;
    inOriginal = Math.max(inOriginal, finding.end);
  }
  return inOriginal + offset - inClean;
}
