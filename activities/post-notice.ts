/**
 * Private answers to operators: help, who owns, the history, why a command changed nothing or a message did not arrive.
 * Never seen by the customer. Who asked in one of the team's chats is answered there; whoever else, on the team page.
 */
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { type NoticeName, noticeText } from './notice-text';
import { type PlaceDeps, tellPlaces } from './operators-places';
import { systemRow } from './system-row';

export interface PostNoticeInput {
  conversation: ConversationKey;
  what: NoticeName;
  mode: string;
  ownerId: string | null;
  seq: number;
  eventNo: number;
  /** The team's chat that asked. */
  place?: string;
  /** A provider's reason, in its adapter's words. */
  why?: string;
}

/** What every operator has to know, wherever it came up. */
const FOR_ALL: readonly NoticeName[] = ['unconfirmed', 'undelivered'];

export const postNotice =
  (deps: PlaceDeps) =>
  async (input: PostNoticeInput): Promise<void> => {
    const { conversation, seq, what, place } = input;
    const text = await noticeText(deps, input);
    const forAll = FOR_ALL.includes(what);
    if (place === undefined || forAll) await showToTeam(deps, input, text);
    if (place === undefined && !forAll) return;
    const where = forAll || place === undefined ? 'all' : { only: place };
    await tellPlaces(deps, conversation, { purpose: 'private', number: `${seq}`, text, where });
  };

async function showToTeam({ store }: Pick<ActivityDeps, 'store'>, input: PostNoticeInput, text: string): Promise<void> {
  const { conversation, seq, eventNo } = input;
  await store.transcripts.append(conversation, [
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
}
