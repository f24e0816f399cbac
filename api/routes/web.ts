/** The widget's session: a conversation of its own and the token that reaches it, for pages of allowed origins. */
import { randomUUID } from 'node:crypto';
import { webSession } from '../answers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';

export function webOperations({ store, business, origins, webSessions, sessionLimit }: RouteDeps): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/v1/web/sessions',
      summary: 'A new conversation in the widget',
      access: 'open',
      cors: 'web',
      replies: { 201: { description: 'The conversation and its bearer token', schema: webSession } },
      async handle({ caller, request, response }) {
        const { origin, host } = request.headers;
        if (!origins.mayEmbed(origin, host)) throw new Problem(403, 'This Origin may not open sessions');
        sessionLimit(caller.id);
        const id = `web-${randomUUID()}`;
        const { conversationId } = await store.conversations.create({
          businessId: business.id,
          channel: 'web',
          account: 'default',
          address: id,
          conversationId: id,
        });
        const token = webSessions.issue(conversationId);
        response.status(201).json({ conversationId, token, business: { name: business.name } });
      },
    }),
  ];
}
