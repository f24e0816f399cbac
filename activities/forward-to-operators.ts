/** Hands a customer's later message on to the operators' places; the team page shows it by itself. */
import type { ConversationKey } from '../store/store';
import { tellPlaces } from './brief-operators';
import { speaker } from './brief-text';
import type { ActivityDeps } from './deps';

export const forwardToOperators =
  (deps: Pick<ActivityDeps, 'store' | 'business' | 'channels' | 'log'>) =>
  async ({ conversation, seq }: { conversation: ConversationKey; seq: number }): Promise<void> => {
    const row = await deps.store.transcripts.bySeq(conversation, seq);
    if (row && !row.deleted) await tellPlaces(deps, conversation, 'forward', `${seq}`, `${speaker(row)}: ${row.text}`);
  };
