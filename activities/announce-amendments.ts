/** Gives re-masked, edited and deleted rows a new event number, so that readers who have them show the new state. */
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';

export const announceAmendments =
  ({ store }: Pick<ActivityDeps, 'store'>) =>
  async (input: { conversation: ConversationKey; seqs: number[]; firstEventNo: number }): Promise<void> => {
    for (const [index, seq] of input.seqs.entries()) {
      await store.transcripts.amend(input.conversation, seq, { eventNo: input.firstEventNo + index });
    }
  };
