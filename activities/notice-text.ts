/** The words of the private answers that operators get. */
import type { Mode } from '../domain/conversation';
import { OPERATOR_COMMANDS } from '../domain/operator-command';
import type { ConversationKey } from '../store/store';
import { spokenLines } from './brief-text';
import { customerName } from './customer-name';
import type { ActivityDeps } from './deps';
import { operatorName } from './operator-name';

export type NoticeName = keyof typeof WORDS | 'who' | 'which' | 'history' | 'undelivered' | 'unlisted';

const WORDS = {
  help: [
    `Commands: ${OPERATOR_COMMANDS.map((name) => `/${name}`).join(' ')}`,
    '/done resolves, /take takes the conversation, /ai gives it back to the AI, /note TEXT is for the team only,',
    '/history shows everything so far, /who tells who owns it.',
    'No command reaches the customer; anything else you write here does. Where there are no threads, answer a message of',
    'the conversation or begin with its tag: #tag your text. A tag alone shows the conversation.',
  ].join('\n'),
  resolved: '✅ Resolved. When the customer writes again, he is answered as your business set it.',
  resumed: '🤖 The AI answers again.',
  taken: '🟢 It is yours: what you write here goes to the customer.',
  noted: '📝 Noted for the team. The customer does not see it.',
  nothingToResolve: 'There is nothing to resolve: nobody has this conversation open.',
  alreadyAi: 'The AI is already answering.',
  unconfirmed:
    'Delivery unconfirmed: the provider did not say whether the last message arrived. It was not sent again.',
  attachment: 'Not sent: only text is passed on to the customer. Nothing of this message was delivered.',
} as const;

const STANDS: Record<Mode, string> = {
  ai: 'Nobody owns this conversation: the AI answers.',
  waiting: 'Nobody owns this conversation: the customer waits for a person.',
  operator: 'This conversation is with a colleague.',
  resolved: 'Nobody owns this conversation: it is resolved.',
};

interface NoticeTextInput {
  conversation: ConversationKey;
  what: NoticeName;
  mode: Mode;
  ownerId: string | null;
  why?: string;
  /** The team's chat that asked. */
  place?: string;
}

export async function noticeText(
  deps: Pick<ActivityDeps, 'store' | 'business'>,
  { conversation, what, mode, ownerId, why, place }: NoticeTextInput,
): Promise<string> {
  if (what === 'who') {
    const owner = ownerId && (operatorName(deps, conversation, ownerId) ?? ownerId);
    return owner ? `This conversation is with ${owner}.` : STANDS[mode];
  }
  if (what === 'undelivered')
    return `Not delivered to the customer: ${why ?? 'the provider says that the last message did not arrive'}.`;
  if (what === 'unlisted') return unlisted(why);
  if (what === 'which') return which(deps, conversation.businessId, place);
  if (what !== 'history') return WORDS[what];
  const rows = await deps.store.transcripts.all(conversation);
  return spokenLines(rows).join('\n');
}

const unlisted = (id = 'unknown') =>
  `Not sent: you are not listed as an operator. Your user id here is ${id}: add it to "operators" in business.yaml.`;

const ASKED =
  'Which conversation do you mean? Nothing was sent. Answer one of its messages, or begin with its tag: #tag your text.';
const LISTED = 12;

/** What is open in that chat, by tag and name, so that nobody has to scroll back for it. */
async function which(
  deps: Pick<ActivityDeps, 'store' | 'business'>,
  businessId: string,
  place: string | undefined,
): Promise<string> {
  const open = place === undefined ? [] : await deps.store.threads.openAt(place);
  const lines = await Promise.all(
    open.slice(0, LISTED).map(async ({ key, tag, ownerId }) => {
      const name = await customerName(deps, key);
      const owner = ownerId === null ? 'waits' : `with ${operatorName(deps, { businessId }, ownerId) ?? ownerId}`;
      return [`#${tag}`, name, `· ${owner}`].filter(Boolean).join(' ');
    }),
  );
  const more = open.length - lines.length;
  return [ASKED, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
