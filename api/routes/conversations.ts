/** Where conversations are, for the team: read from the store alone, so it works while Temporal is away. */

import { conversation, conversationPage } from '../answers';
import { notFound } from '../callers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { listQuery } from '../schemas';
import { visibleConversation } from '../visible';

export function conversationOperations({ store, business }: RouteDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/conversations',
      summary: 'Conversations, newest first',
      access: { roles: ['viewer'] },
      query: listQuery,
      replies: { 200: { description: 'A page; ask again with `next` as the cursor', schema: conversationPage } },
      async handle({ query, response }) {
        const { conversations, next } = await store.conversations.list(business.id, query);
        response.json({ conversations: conversations.map(visibleConversation), next });
      },
    }),
    operation({
      method: 'get',
      path: '/v1/conversations/:id',
      summary: 'One conversation: mode, owner, reasons, timers',
      access: { roles: ['viewer'] },
      replies: { 200: { description: 'The conversation', schema: conversation } },
      async handle({ params: { id = '' }, response }) {
        const summary = await store.conversations.find(business.id, id);
        if (!summary) throw notFound();
        response.json(visibleConversation(summary));
      },
    }),
  ];
}
