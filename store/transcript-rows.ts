/** A transcript row as readers get it: the one place where stored text becomes `CleanText` again. */
import type { CleanText, TranscriptMessage } from '../domain/message';
import type { TranscriptDocument } from './documents';
import type { ConversationKey } from './store';

export function toMessage(row: TranscriptDocument): TranscriptMessage {
  const { _id, businessId, workflowId, eventNos, storedAt, changedAt, text, ...message } = row;
  return { ...message, text: text as CleanText };
}

export function toDocument(key: ConversationKey, message: TranscriptMessage, at: Date): TranscriptDocument {
  const { businessId, workflowId } = key;
  const kept = { eventNos: [message.eventNo], storedAt: at, changedAt: at };
  return { _id: `${workflowId}/${message.seq}`, businessId, workflowId, ...message, ...kept };
}

/** The conversation of a transcript row's id. */
export function workflowIdOf(rowId: string): string {
  return rowId.slice(0, rowId.lastIndexOf('/'));
}
