/** Calls the operators: the reason and a summary on the team page, and the whole clean conversation in every place. */
import type { Signal } from '../domain/handoff';
import type { ConversationKey } from '../store/store';
import { briefHeadline, briefText } from './brief-text';
import { customerName } from './customer-name';
import { type PlaceDeps, tellPlaces } from './operators-places';
import { threadTitle } from './retitle-threads';
import { systemRow } from './system-row';

export interface BriefOperatorsInput {
  conversation: ConversationKey;
  epoch: number;
  reasons: Signal[];
  seq: number;
  eventNo: number;
}

export const briefOperators =
  (deps: PlaceDeps) =>
  async ({
    conversation,
    epoch,
    reasons,
    seq,
    eventNo,
  }: BriefOperatorsInput): Promise<{ briefedUpTo: number; places: number }> => {
    const rows = await deps.store.transcripts.all(conversation);
    const key = `${conversation.workflowId}:brief:${epoch}`;
    await deps.store.transcripts.append(conversation, [
      systemRow({
        seq,
        eventNo,
        messageId: `brief-${epoch}`,
        outboxKey: `${key}:0`,
        purpose: 'brief',
        visibility: 'team',
        text: briefHeadline(reasons, rows),
      }),
    ]);
    const reason = reasons[0]?.reason ?? null;
    const name = await customerName(deps, conversation);
    const who = name === null ? `a customer on ${conversation.channel}` : `${name} on ${conversation.channel}`;
    const places = await tellPlaces(deps, conversation, {
      purpose: 'brief',
      number: `${epoch}`,
      text: briefText(reasons, rows, who),
      where: 'all',
      buttons: ['take', 'done', 'ai'],
      title: threadTitle(deps, { conversation, mode: 'waiting', reason, ownerId: null }, name),
    });
    return { briefedUpTo: rows.at(-1)?.seq ?? 0, places };
  };
