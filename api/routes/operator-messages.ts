/**
 * Operators' messages and commands by key. The key is the listing: any `operator.id` is taken as given. Only a
 * command's name is read here; whether it makes sense the conversation decides.
 */
import { parseOperatorCommand } from '../../domain/operator-command';
import type { ConversationSummary } from '../../store/store';
import { accepted } from '../answers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { operatorMessage } from '../schemas';

export function operatorMessageOperations({ store, business, takeIn }: RouteDeps): Operation[] {
  /** On `api` and `web` the id is the address. A conversation nobody knows begins here, on the `api` channel. */
  async function whereToWrite(id: string, known: ConversationSummary | null) {
    if (!known) return { channel: 'api', account: 'default', address: id };
    const { channel, account, workflowId } = known;
    const ownId = channel === 'api' || channel === 'web';
    return { channel, account, workflowId, address: ownId ? id : await store.conversations.address(known) };
  }

  return [
    operation({
      method: 'post',
      path: '/v1/conversations/:id/operator-messages',
      summary: 'An operator writes or commands; takes over from the AI',
      access: { roles: ['operator'] },
      body: operatorMessage,
      replies: {
        202: { description: 'Stored, and no AI message starts from here on', schema: accepted },
        200: { description: 'This message was stored before', schema: accepted },
      },
      async handle({ params: { id = '' }, body, response }) {
        const { messageId, operator, text } = body;
        const command = parseOperatorCommand(text)?.name;
        const acceptance = await takeIn.take({
          businessId: business.id,
          ...(await whereToWrite(id, await store.conversations.find(business.id, id))),
          conversationId: id,
          author: 'operator',
          kind: 'message',
          messageId,
          revision: 0,
          content: { text },
          operator,
          ...(command && { command }),
        });
        const { conversationId } = acceptance.conversation;
        const { status } = acceptance;
        response
          .status(status === 'accepted' ? 202 : 200)
          .json({ conversationId, messageId, status, ...(command && { command }) });
      },
    }),
  ];
}
