/** Calls the operators: the reason and a summary on the team page, and the whole clean conversation in every place. */
import type { Signal } from '../domain/handoff';
import type { CleanText } from '../domain/message';
import { redact } from '../redaction';
import type { ConversationKey } from '../store/store';
import { briefHeadline, briefText } from './brief-text';
import { deliver } from './deliver';
import type { ActivityDeps } from './deps';
import { systemRow } from './system-row';

export interface BriefOperatorsInput {
  conversation: ConversationKey;
  epoch: number;
  reasons: Signal[];
  seq: number;
  eventNo: number;
}

export const briefOperators =
  (deps: Pick<ActivityDeps, 'store' | 'business' | 'channels' | 'log'>) =>
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
    const { places } = deps.business(conversation.businessId);
    await tellPlaces(deps, conversation, 'brief', `${epoch}`, briefText(reasons, rows));
    return { briefedUpTo: rows.at(-1)?.seq ?? 0, places: places.length };
  };

/** Sends one text to every place of the business's operators, under one key a place. */
export async function tellPlaces(
  deps: Pick<ActivityDeps, 'store' | 'business' | 'channels' | 'log'>,
  conversation: ConversationKey,
  purpose: 'brief' | 'forward' | 'reminder' | 'notice',
  number: string,
  text: string,
): Promise<void> {
  const { places } = deps.business(conversation.businessId);
  const clean: CleanText = redact(text, { from: 'system' }).text;
  await Promise.all(
    places.map(({ channel, account, chat }, index) =>
      deliver(deps, {
        key: `${conversation.workflowId}:${purpose}:${number}@${index}`,
        workflowId: conversation.workflowId,
        purpose,
        channel,
        account,
        to: { address: chat },
        text: clean,
      }),
    ),
  );
}
