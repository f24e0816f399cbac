/** Rows that no person and no model wrote: acknowledgements, briefs, boundaries, notices. Their texts are redacted too. */
import type { Author, TranscriptMessage, Visibility } from '../domain/message';
import { redact } from '../redaction';

export function systemRow(input: {
  seq: number;
  eventNo: number;
  messageId: string;
  outboxKey: string;
  purpose: NonNullable<TranscriptMessage['purpose']>;
  visibility: Visibility;
  text: string;
  author?: Author;
}): TranscriptMessage {
  const { text, author = 'system', ...rest } = input;
  return {
    ...rest,
    author,
    text: redact(text, { from: 'system' }).text,
    at: new Date().toISOString(),
    redactions: [],
    delivery: 'sent',
  };
}
