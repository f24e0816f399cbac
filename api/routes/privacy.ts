/** What only the `privacy` role may do: open a sealed original, which leaves an audit record, and erase. */

import { original } from '../answers';
import { type Caller, notFound } from '../callers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';

export function privacyOperations({ takeIn, store, business, conversations, live, log }: RouteDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/originals/:originalId',
      summary: 'A sealed original, opened; leaves an audit record',
      access: { roles: ['privacy'] },
      replies: { 200: { description: 'What the customer or operator wrote', schema: original } },
      async handle({ caller, params: { originalId = '' }, response }) {
        const opened = await store.originals.openForAudit(business.id, originalId, nameOf(caller));
        if (!opened) throw new Problem(404, 'There is no such original');
        response.json({ originalId, conversationId: opened.conversationId, ...opened.content });
      },
    }),
    operation({
      method: 'delete',
      path: '/v1/conversations/:id',
      summary: 'Erase a conversation: transcript, originals, key and Temporal histories',
      access: { roles: ['privacy'] },
      replies: { 204: { description: 'Gone' } },
      async handle({ caller, params: { id = '' }, response }) {
        const conversation = await store.conversations.find(business.id, id);
        if (!conversation) throw notFound();
        const { workflowId } = conversation;
        await takeIn.forwarded();
        // Temporal first: once the store has forgotten the conversation, nobody could find its histories again.
        await conversations.erase(workflowId).catch(() => {
          throw new Problem(503, 'Temporal does not answer; nothing was erased', { headers: { 'Retry-After': '5' } });
        });
        await store.conversations.erase(business.id, id, nameOf(caller));
        live.endAll(workflowId);
        // A message that came in between may have started it once more.
        await conversations
          .erase(workflowId)
          .catch(() => log.warn({ workflowId }, 'erased, but Temporal may still hold a run that began meanwhile'));
        response.status(204).end();
      },
    }),
  ];
}

const nameOf = (caller: Caller) => caller.id;
