/**
 * How the conversation stands: in the titles of its threads, so that an operator with forty chats sees it without opening
 * one, and as a line where a chat has no threads, so that no two answer the same customer.
 */
import type { Mode } from '../domain/conversation';
import type { HandoffReason } from '../domain/handoff';
import type { ConversationKey } from '../store/store';
import { customerName } from './customer-name';
import type { ActivityDeps } from './deps';
import { operatorName } from './operator-name';
import { type PlaceDeps, retitleThreads as retitle, tellPlaces } from './operators-places';

export interface RetitleThreadsInput {
  conversation: ConversationKey;
  mode: Mode;
  reason: HandoffReason | null;
  ownerId: string | null;
  /** Workflow time of the change: names the word of it in chats without titles. */
  at?: number;
  /** The place where the change was made. */
  except?: string;
  /** Nobody made the change: the time that the business set was over. */
  by?: 'timer';
}

const COLLEAGUE = 'a colleague';
const SIGN: Record<Mode, string> = { ai: '🤖', waiting: '🔴', operator: '🟢', resolved: '✅' };

export const retitleThreads =
  (deps: PlaceDeps) =>
  async (input: RetitleThreadsInput): Promise<void> => {
    const { conversation, mode, ownerId } = input;
    await retitle(deps, conversation, threadTitle(deps, input, await customerName(deps, conversation)));
    // What a colleague or a timer changed is told in so many words; a call has its brief.
    if (input.at === undefined || mode === 'waiting') return;
    const owner = ownerId === null ? COLLEAGUE : ownerName(deps, conversation, ownerId);
    await tellPlaces(deps, conversation, {
      purpose: 'private',
      number: `state:${input.at}`,
      text: input.by === 'timer' ? GIVEN_BACK : STATE[mode].replace('{owner}', () => owner),
      where: input.except === undefined ? 'briefed' : { except: input.except },
      onlyWithoutThreads: true,
    });
  };

const STATE: Record<Exclude<Mode, 'waiting'>, string> = {
  ai: '🤖 The AI answers again.',
  operator: '🟢 Now with {owner}.',
  resolved: '✅ Resolved.',
};
/** The only change that a timer makes. */
const GIVEN_BACK = '🤖 The AI answers again: no colleague wrote within the time that your business set.';

/** `🔴 {tag} An · whatsapp · explicit request`: the tag is put in where the chat is known. */
export function threadTitle(
  deps: Pick<ActivityDeps, 'business'>,
  { conversation, mode, reason, ownerId }: Pick<RetitleThreadsInput, 'conversation' | 'mode' | 'reason' | 'ownerId'>,
  name: string | null,
): string {
  const owner = ownerId === null ? undefined : ownerName(deps, conversation, ownerId);
  const said = mode === 'operator' ? owner : mode === 'waiting' ? reason?.replaceAll('_', ' ') : undefined;
  return [`${SIGN[mode]} {tag} ${name ?? conversation.channel}`, name && conversation.channel, said]
    .filter(Boolean)
    .join(' · ');
}

const ownerName = (deps: Pick<ActivityDeps, 'business'>, conversation: ConversationKey, ownerId: string): string =>
  operatorName(deps, conversation, ownerId) ?? COLLEAGUE;
