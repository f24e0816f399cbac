/**
 * Private answers to operators: help, who owns, the history, why a command changed nothing or a message did not arrive.
 * Never seen by the customer. Who asked in one of the team's chats is answered there, beneath his message where the
 * platform can; whoever else, on the team page.
 */
import type { Mode } from '../domain/conversation';
import type { ConversationKey, OpenedOriginal } from '../store/store';
import type { ActivityDeps } from './deps';
import { type NoticeName, noticeText } from './notice-text';
import { type PlaceDeps, tellPlaces } from './operators-places';
import { systemRow } from './system-row';

export interface PostNoticeInput {
  conversation: ConversationKey;
  what: NoticeName;
  mode: Mode;
  ownerId: string | null;
  seq: number;
  eventNo: number;
  /** The team's chat that asked. */
  place?: string;
  /** A provider's reason, in its adapter's words. */
  why?: string;
  /** What is answered: the operator's message, or what a provider said of ours. */
  originalId?: string;
  /** Nobody knows which conversation was meant. */
  general?: true;
}

/** What every operator has to know, wherever it came up. */
const FOR_ALL: readonly NoticeName[] = ['unconfirmed', 'undelivered'];
const EXPLAINS: readonly NoticeName[] = ['help', 'which'];

export const postNotice =
  (deps: PlaceDeps) =>
  async (input: PostNoticeInput): Promise<void> => {
    const { conversation, seq, what, place, general } = input;
    const original = await answered(deps, input);
    const why = input.why ?? (what === 'undelivered' ? original?.content.text || undefined : undefined);
    const text = await noticeText(deps, { ...input, ...(why !== undefined && { why }) });
    const forAll = FOR_ALL.includes(what);
    if (place === undefined || forAll) await showToTeam(deps, input, text);
    if (place === undefined && !forAll) return;
    const answers = original?.providerMessageId;
    await tellPlaces(deps, conversation, {
      ...{ purpose: 'private', number: `${seq}`, text },
      where: forAll || place === undefined ? 'all' : { only: place },
      ...(EXPLAINS.includes(what) && { explains: true }),
      ...(general && { general }),
      ...(answers !== undefined && !forAll && { answers }),
    });
  };

async function answered(
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation, originalId }: PostNoticeInput,
): Promise<OpenedOriginal | null> {
  if (originalId === undefined) return null;
  return (await store.originals.open(conversation, [originalId])).get(originalId) ?? null;
}

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
