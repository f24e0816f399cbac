/** What a customer does to a message he has sent: an edit changes its row, a deletion empties it and destroys its originals. */
import type { CleanText } from '../domain/message';
import type { Redaction } from '../redaction';
import type { ActivityDeps } from './deps';
import type { RedactMessageInput, RedactMessageResult } from './redact-message';

/** Null where nothing that anybody sees was changed. */
type Changed = Pick<RedactMessageResult, 'seq' | 'amended'> & Partial<RedactMessageResult>;

export async function editMessage(
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation }: RedactMessageInput,
  messageId: string,
  text: CleanText,
  redaction: Redaction | null,
): Promise<Changed | null> {
  const row = await store.transcripts.byMessageId(conversation, messageId);
  if (!row || row.text === text) return null;
  await store.transcripts.amend(conversation, row.seq, {
    text,
    redactions: (redaction?.findings ?? []).map(({ type }) => ({ type })),
  });
  return { seq: row.seq, text, failed: !redaction, amended: [row.seq] };
}

export async function hideMessage(
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation, reference }: RedactMessageInput,
  messageId: string,
): Promise<Changed | null> {
  const row = await store.transcripts.byMessageId(conversation, messageId);
  await store.originals.destroy(conversation, reference.originalId);
  if (!row || row.deleted) return null;
  await store.transcripts.amend(conversation, row.seq, { text: '' as CleanText, deleted: true, redactions: [] });
  if (row.originalId) await store.originals.destroy(conversation, row.originalId);
  await store.audit.record({
    businessId: conversation.businessId,
    who: row.author,
    what: 'deleted a message',
    conversationId: conversation.conversationId,
  });
  return { seq: row.seq, amended: [row.seq] };
}
