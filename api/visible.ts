/**
 * What a reader may see of a conversation. A key sees everything that is clean; a widget's token sees public rows
 * without the team's measurements, of a mode change only the mode, and that a draft was started or dropped.
 */
import type { TranscriptMessage } from '../domain/message';
import type { ConversationSummary } from '../store/store';
import type { Caller } from './callers';

export type Audience = 'team' | 'customer';

export const audienceOf = (caller: Caller): Audience => (caller.kind === 'key' ? 'team' : 'customer');

/** A row as it travels, or null where this audience must not know of it. */
export function visibleMessage(row: TranscriptMessage, audience: Audience): Record<string, unknown> | null {
  const { seq, eventNo, messageId, author, visibility, text, at, redactions } = row;
  const { delivery, citations, attachments, quotes, reaction, purpose, deleted } = row;
  const { operator, confidence, usage, originalId } = row;
  if (audience === 'customer' && visibility !== 'public') return null;
  const team = audience === 'team';
  const name = operator?.name;
  const person = team ? operator : name !== undefined && { name };
  return {
    ...{ seq, eventNo, messageId, author, visibility, text, at },
    redactions: redactions.map(({ type }) => ({ type })),
    ...(delivery && { delivery }),
    ...(citations && { citations }),
    ...(attachments && { attachments }),
    ...(quotes && { quotes }),
    ...(team && reaction && { reaction }),
    ...(purpose && { purpose }),
    ...(deleted && { deleted }),
    ...(person && { operator: person }),
    ...(team && confidence !== undefined && { confidence }),
    ...(team && usage && { usage }),
    ...(team && originalId && { originalId }),
  };
}

/** A mode, handoff or draft event's data (of a draft its state alone), or null where this audience must not know of it. */
export function visibleChange(
  type: 'mode' | 'handoff' | 'draft',
  data: Record<string, unknown>,
  audience: Audience,
): Record<string, unknown> | null {
  if (type === 'draft') return { state: data.state };
  if (audience === 'team') return data;
  if (type !== 'mode') return null;
  const { mode, epoch } = data;
  return { mode, epoch };
}

export function visibleConversation(
  summary: ConversationSummary & { lastMessage?: { author: string; text: string } },
): Record<string, unknown> {
  const { conversationId, channel, account, mode, epoch, handoff, operator, waitingSince, nextTimer } = summary;
  const { createdAt, lastMessageAt, workflowId, lastMessage } = summary;
  return {
    ...{ conversationId, channel, account, mode, epoch, handoff, operator, waitingSince, nextTimer },
    ...{ createdAt, lastMessageAt, workflowId },
    ...(lastMessage && { lastMessage }),
  };
}
