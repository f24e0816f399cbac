/** A conversation as lists and the detail page show it: nothing of the fence, the keys or the address. */
import type { ConversationDocument } from './documents';
import type { ConversationSummary } from './store';

/** What a summary needs of the document. */
export const SUMMARY = {
  ...{ businessId: 1, conversationId: 1, channel: 1, account: 1, createdAt: 1, lastMessageAt: 1, received: 1 },
  ...{ mode: 1, epoch: 1, handoff: 1, operator: 1, waitingSince: 1, nextTimer: 1 },
  operatorNames: 1,
} as const;

export function toSummary(row: ConversationDocument): ConversationSummary {
  const { _id: workflowId, businessId, conversationId, channel, account } = row;
  const { createdAt, lastMessageAt, received, mode, epoch, handoff, waitingSince, nextTimer } = row;
  return {
    ...{ businessId, workflowId, conversationId, channel, account, createdAt, lastMessageAt, received },
    ...{ mode, epoch, handoff, operator: ownerOf(row), waitingSince, nextTimer },
  };
}

/** The owner with the name he signed with last, where he gave one. */
function ownerOf({ operator, operatorNames = [] }: ConversationDocument): ConversationSummary['operator'] {
  const known = operator && operatorNames.find(({ id }) => id === operator.id);
  return known ? { name: known.name, ...operator } : operator;
}
