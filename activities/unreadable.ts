/**
 * Messages that the platform could not hand out at first. The same message may come again a moment later, readable: it
 * then takes the place of its forerunner, so people and the AI see one message and answer it once.
 */
import type { CleanText, InboundContent, TranscriptMessage } from '../domain/message';
import type { ConversationKey, Store } from '../store/store';

const MARK = '[other]';

/** No words, and attachments of which nothing is known, not even how to open them. */
export function isUnreadable({ text, attachments = [] }: InboundContent): boolean {
  const unknown = attachments.every(
    ({ kind, name, reference, url }) => kind === 'other' && !name && !reference && !url,
  );
  return text.trim() === '' && attachments.length > 0 && unknown;
}

export function showsUnreadable({ text, attachments = [] }: Pick<TranscriptMessage, 'text' | 'attachments'>): boolean {
  return text === MARK && attachments.length === 1 && attachments[0]?.kind === 'other';
}

/** Another version of the same message among the last rows. */
export function otherVersionIn(
  rows: readonly TranscriptMessage[],
  one: Pick<TranscriptMessage, 'messageId' | 'author' | 'originalId'>,
): TranscriptMessage | undefined {
  const same = (row: TranscriptMessage) => row.messageId === one.messageId && row.author === one.author;
  return rows.find((row) => same(row) && row.originalId !== one.originalId && row.purpose !== 'note');
}

/** The readable version in its forerunner's place; what was sealed of the forerunner is no longer of use. */
export async function replaceUnreadable(
  { transcripts, originals }: Pick<Store, 'transcripts' | 'originals'>,
  conversation: ConversationKey,
  earlier: TranscriptMessage,
  readable: TranscriptMessage,
): Promise<void> {
  const { text, redactions, originalId, attachments } = readable;
  const change = { text: text as CleanText, redactions, attachments: attachments ?? [] };
  await transcripts.amend(conversation, earlier.seq, { ...change, ...(originalId && { originalId }) });
  if (earlier.originalId) await originals.destroy(conversation, earlier.originalId);
}
