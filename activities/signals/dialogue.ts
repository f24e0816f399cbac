/** A dialogue as the detectors read it: clean messages in order, the last one the customer's. Pure data. */

import type { Author, TranscriptMessage } from '../../domain/message';
import { parseOperatorCommand } from '../../domain/operator-command';

export interface DialogueMessage {
  from: Author;
  text: string;
  /** An emoji of displeasure put to an answer: it counts, and says nothing else. */
  reaction?: true;
  /** Where `/done` drew the line: what lies before can not raise a signal again. */
  boundary?: boolean;
}

/** Rows the customer and whoever answered have seen; team notes and briefs are no part of the talk. */
export function dialogueOf(rows: readonly TranscriptMessage[], since: number): DialogueMessage[] {
  const dialogue: DialogueMessage[] = [];
  const disliked = new Set<number>();
  let marked = since === 0;
  for (const row of rows) {
    if (!marked && row.seq > since) {
      dialogue.push({ from: 'system', text: '', boundary: true });
      marked = true;
    }
    if (row.purpose === 'boundary') dialogue.push({ from: 'system', text: '', boundary: true });
    else if (row.reaction) {
      if (countsAgainstUs(row, disliked)) dialogue.push({ from: 'customer', text: row.text, reaction: true });
    } else if (!row.deleted && row.visibility === 'public') dialogue.push({ from: row.author, text: row.text });
  }
  return dialogue;
}

/** Once an answer of the AI, however often the customer changes the emoji under it. */
function countsAgainstUs({ reaction, quotes }: TranscriptMessage, disliked: Set<number>): boolean {
  if (!reaction?.displeased || reaction.to !== 'ai' || !quotes || !('seq' in quotes)) return false;
  const first = !disliked.has(quotes.seq);
  disliked.add(quotes.seq);
  return first;
}

/** Messages as the filters take them: an operator's `/done` is the boundary, his other commands are not speech. */
export function dialogueFromFilter(messages: readonly { from: Author; text: string }[]): DialogueMessage[] {
  const dialogue: DialogueMessage[] = [];
  for (const { from, text } of messages) {
    const command = from === 'operator' ? parseOperatorCommand(text) : null;
    if (command?.name === 'done') dialogue.push({ from: 'system', text: '', boundary: true });
    else if (!command) dialogue.push({ from, text });
  }
  return dialogue;
}

/** What was said after the last boundary, and what the customer said before it. */
export function splitAtBoundary(dialogue: readonly DialogueMessage[]): {
  now: DialogueMessage[];
  before: DialogueMessage[];
} {
  const line = dialogue.findLastIndex((message) => message.boundary);
  return { before: dialogue.slice(0, Math.max(line, 0)), now: dialogue.slice(line + 1) };
}
