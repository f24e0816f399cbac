/**
 * Customer messages by the `api` channel and the widget, and the transcript's pages. With a channel's key the path is
 * the conversation's address on the `api` channel; with a widget's token it must be the token's own conversation.
 */
import type { Request, Response } from 'express';
import type { InboundContent } from '../../domain/message';
import type { AcceptInput } from '../../store/store';
import { accepted, messagePage } from '../answers';
import { type Caller, notFound, requireOwn } from '../callers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';
import { readRawBody } from '../read-body';
import { customerMessage, messagesQuery } from '../schemas';
import { audienceOf, visibleMessage } from '../visible';
import { webhookRequestOf } from '../webhook-request';

const path = '/v1/conversations/:id/messages';

export function messageOperations(deps: RouteDeps): Operation[] {
  const { store, business, takeIn, conversationLimit } = deps;
  return [
    operation({
      method: 'post',
      path,
      summary: 'A customer writes',
      access: { roles: ['channel'], widget: true },
      cors: 'web',
      identify: (request, response) => identifySigned(deps, request, response),
      body: customerMessage,
      replies: {
        202: { description: 'Stored', schema: accepted },
        200: { description: 'This message was stored before', schema: accepted },
      },
      async handle({ caller, params: { id = '' }, body, response }) {
        requireOwn(caller, id);
        conversationLimit(id);
        const { messageId, ...content } = body;
        const acceptance = await takeIn.take(customerInput(caller, business.id, id, messageId, content));
        const { conversationId } = acceptance.conversation;
        const { status } = acceptance;
        response.status(status === 'accepted' ? 202 : 200).json({ conversationId, messageId, status });
      },
    }),
    operation({
      method: 'get',
      path,
      summary: 'The transcript after a number, clean',
      access: { roles: ['viewer'], widget: true },
      cors: 'web',
      query: messagesQuery,
      replies: { 200: { description: 'A page; ask again after `next`', schema: messagePage } },
      async handle({ caller, params: { id = '' }, query, response }) {
        requireOwn(caller, id);
        const conversation = await store.conversations.find(business.id, id);
        if (!conversation) throw notFound();
        const audience = audienceOf(caller);
        const visibility = audience === 'team' ? ('all' as const) : ('public' as const);
        const page = await store.conversations.messages(conversation, { ...query, visibility });
        const messages = page.messages.flatMap((row) => visibleMessage(row, audience) ?? []);
        response.json({ messages, next: page.next });
      },
    }),
  ];
}

function customerInput(
  caller: Caller,
  businessId: string,
  id: string,
  messageId: string,
  content: InboundContent,
): AcceptInput {
  return {
    businessId,
    channel: caller.kind === 'widget' ? 'web' : 'api',
    account: 'default',
    address: id,
    conversationId: id,
    author: 'customer',
    kind: 'message',
    messageId,
    revision: 0,
    content,
  };
}

/** A Standard Webhooks signature over the raw body stands in for the bearer key. */
async function identifySigned(deps: RouteDeps, request: Request, response: Response): Promise<Caller | null> {
  if (request.headers.authorization || !request.headers['webhook-signature']) return null;
  const body = await readRawBody(request, response);
  const verdict = deps.channels.find('api', 'default')?.verify(webhookRequestOf(request, body));
  if (verdict === true) return { kind: 'anyone', id: 'api signature' };
  throw new Problem(401, 'The signature is not valid');
}
