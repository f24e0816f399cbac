/** Conversations as readers and the workflow see them: summaries, the workflow's word on its mode, erasure. */
import { readAddress } from './address';
import type { StoreContext } from './context';
import { listConversations } from './conversation-list';
import { countConversations } from './counts';
import type { ConversationDocument } from './documents';
import { noteDraft } from './drafts';
import { eraseConversation } from './erase';
import { eventsAfter, messagesAfter } from './readers';
import { recordMode } from './record-mode';
import { resumePoint } from './resume-point';
import type { Conversations } from './store';
import { SUMMARY, toSummary } from './summary';

export function createConversations(context: StoreContext, forget: (workflowId: string) => void): Conversations {
  const { database, homes } = context;
  const { conversations } = database.models;
  return {
    create: async (input) => (await homes.enter(input, new Date().toISOString())).key,
    async find(businessId, conversationId) {
      const row = await database.run(() => conversations.findOne({ businessId, conversationId }, SUMMARY).lean());
      return row && toSummary(row as ConversationDocument);
    },
    list: (businessId, filter) => listConversations(context, businessId, filter),
    recordMode: (key, record, events) => recordMode(context, key, record, events),
    noteDraft: (key, state) => noteDraft(context, key, state),
    resumePoint: (key) => resumePoint(context, key),
    key: async (workflowId) => (await homes.find(workflowId))?.key ?? null,
    address: (key) => readAddress(context, key),
    async lastCustomerAt({ workflowId }) {
      const { transcripts } = database.models;
      const byCustomer = { workflowId, author: 'customer' as const };
      const row = await database.run(() => transcripts.findOne(byCustomer, { at: 1 }).sort({ seq: -1 }).lean());
      return row?.at ?? null;
    },
    messages: (key, input) => messagesAfter(context, key, input),
    eventsAfter: (key, after) => eventsAfter(context, key, after),
    erase: (businessId, conversationId, who) => eraseConversation(context, { businessId, conversationId, who }, forget),
    counts: (businessId, from, to) => countConversations(context, businessId, from, to),
  };
}
