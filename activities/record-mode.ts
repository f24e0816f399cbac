/** Writes the workflow's word on its mode where everybody reads it, before anything is sent under that mode. */
import type { ConversationKey, ModeRecord, StoredEvent } from '../store/store';
import type { ActivityDeps } from './deps';

export interface RecordModeInput {
  conversation: ConversationKey;
  record: ModeRecord;
  events: StoredEvent[];
}

export const recordMode =
  ({ store }: Pick<ActivityDeps, 'store'>) =>
  ({ conversation, record, events }: RecordModeInput): Promise<void> =>
    store.conversations.recordMode(conversation, record, events);
