/** Private answers to operators: help, who owns, the history, why a command changed nothing. Never seen by the customer. */
import { OPERATOR_COMMANDS } from '../domain/operator-command';
import type { ConversationKey } from '../store/store';
import { tellPlaces } from './brief-operators';
import { speaker } from './brief-text';
import type { ActivityDeps } from './deps';
import { systemRow } from './system-row';

export interface PostNoticeInput {
  conversation: ConversationKey;
  what: 'help' | 'who' | 'history' | 'nothingToResolve' | 'alreadyAi' | 'unconfirmed';
  mode: string;
  ownerId: string | null;
  seq: number;
  eventNo: number;
}

const HELP = [
  `Commands: ${OPERATOR_COMMANDS.map((name) => `/${name}`).join(' ')}`,
  '/done resolves, /take takes the conversation, /ai gives it back to the AI, /note TEXT is for the team only,',
  '/history shows everything so far, /who tells who owns it. Anything else you write goes to the customer.',
].join('\n');

export const postNotice =
  (deps: Pick<ActivityDeps, 'store' | 'business' | 'channels' | 'log'>) =>
  async (input: PostNoticeInput): Promise<void> => {
    const { conversation, seq, eventNo } = input;
    const text = await noticeText(deps, input);
    await deps.store.transcripts.append(conversation, [
      systemRow({
        seq,
        eventNo,
        messageId: `private-${seq}`,
        outboxKey: `${conversation.workflowId}:private:${seq}:0`,
        purpose: 'private',
        visibility: 'team',
        text,
      }),
    ]);
    await tellPlaces(deps, conversation, 'notice', `private-${seq}`, text);
  };

async function noticeText(deps: Pick<ActivityDeps, 'store' | 'business'>, input: PostNoticeInput): Promise<string> {
  switch (input.what) {
    case 'help':
      return HELP;
    case 'who':
      return input.ownerId
        ? `This conversation is with ${operatorName(deps, input.conversation.businessId, input.ownerId)}; mode ${input.mode}.`
        : `Nobody owns this conversation; mode ${input.mode}.`;
    case 'history': {
      const rows = await deps.store.transcripts.all(input.conversation);
      return rows
        .filter((row) => row.visibility === 'public' && !row.deleted)
        .map((row, index) => `${index + 1}. ${speaker(row)}: ${row.text}`)
        .join('\n');
    }
    case 'nothingToResolve':
      return `There is nothing to resolve: mode ${input.mode}.`;
    case 'alreadyAi':
      return 'The AI is already answering.';
    case 'unconfirmed':
      return 'Delivery unconfirmed: the provider did not say whether the last message arrived. It was not sent again.';
  }
}

function operatorName({ business }: Pick<ActivityDeps, 'business'>, businessId: string, id: string): string {
  return business(businessId).operators.find((operator) => operator.id === id)?.name ?? id;
}
