/** How the conversation stands, in the titles of its threads: an operator with forty chats sees it without opening one. */
import type { Mode } from '../domain/conversation';
import type { HandoffReason } from '../domain/handoff';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { type PlaceDeps, retitleThreads as retitle } from './operators-places';

export interface RetitleThreadsInput {
  conversation: ConversationKey;
  mode: Mode;
  reason: HandoffReason | null;
  ownerId: string | null;
}

const SIGN: Record<Mode, string> = { ai: '🤖', waiting: '🔴', operator: '🟢', resolved: '✅' };

export const retitleThreads =
  (deps: PlaceDeps) =>
  async (input: RetitleThreadsInput): Promise<void> =>
    retitle(deps, input.conversation, threadTitle(deps, input));

/** `🔴 {tag} whatsapp · explicit request`: the tag is put in where the chat is known. */
export function threadTitle({ business }: Pick<ActivityDeps, 'business'>, input: RetitleThreadsInput): string {
  const { conversation, mode, reason, ownerId } = input;
  const owner = business(conversation.businessId).operators.find(({ id }) => id === ownerId)?.name;
  const said = mode === 'operator' ? owner : mode === 'waiting' ? reason?.replaceAll('_', ' ') : undefined;
  return [`${SIGN[mode]} {tag} ${conversation.channel}`, said].filter(Boolean).join(' · ');
}
