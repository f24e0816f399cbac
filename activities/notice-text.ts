/** The words of the private answers that operators get. */
import { OPERATOR_COMMANDS } from '../domain/operator-command';
import type { ConversationKey } from '../store/store';
import { spokenLines } from './brief-text';
import type { ActivityDeps } from './deps';

export type NoticeName = keyof typeof WORDS | 'who' | 'history' | 'undelivered' | 'unlisted';

const WORDS = {
  help: [
    `Commands: ${OPERATOR_COMMANDS.map((name) => `/${name}`).join(' ')}`,
    '/done resolves, /take takes the conversation, /ai gives it back to the AI, /note TEXT is for the team only,',
    '/history shows everything so far, /who tells who owns it. Anything else you write goes to the customer.',
  ].join('\n'),
  resolved: '✅ Resolved. When the customer writes again, he is answered as your business set it.',
  resumed: '🤖 The AI answers again.',
  taken: '🟢 It is yours: what you write here goes to the customer.',
  nothingToResolve: 'There is nothing to resolve: nobody has this conversation open.',
  alreadyAi: 'The AI is already answering.',
  unconfirmed:
    'Delivery unconfirmed: the provider did not say whether the last message arrived. It was not sent again.',
  attachment: 'Not sent: only text is passed on to the customer. Nothing of this message was delivered.',
  which:
    'Which conversation do you mean? Nothing was sent. Answer one of its messages, or begin with its tag: #tag your text.',
} as const;

export async function noticeText(
  deps: Pick<ActivityDeps, 'store' | 'business'>,
  { conversation, what, mode, ownerId, why }: NoticeTextInput,
): Promise<string> {
  if (what === 'who') {
    const owner = ownerId && operatorName(deps, conversation.businessId, ownerId);
    return owner ? `This conversation is with ${owner}; mode ${mode}.` : `Nobody owns this conversation; mode ${mode}.`;
  }
  if (what === 'undelivered')
    return `Not delivered to the customer: ${why ?? 'the provider says that the last message did not arrive'}.`;
  if (what === 'unlisted') return unlisted(why);
  if (what !== 'history') return WORDS[what];
  const rows = await deps.store.transcripts.all(conversation);
  return spokenLines(rows).join('\n');
}

const unlisted = (id = 'unknown') =>
  `Not sent: you are not listed as an operator. Your user id here is ${id}: add it to "operators" in business.yaml.`;

interface NoticeTextInput {
  conversation: ConversationKey;
  what: NoticeName;
  mode: string;
  ownerId: string | null;
  why?: string;
}

function operatorName({ business }: Pick<ActivityDeps, 'business'>, businessId: string, id: string): string {
  return business(businessId).operators.find((operator) => operator.id === id)?.name ?? id;
}
