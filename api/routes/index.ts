/** The list of everything that can be asked of the API. */
import type { RouteDeps } from '../deps';
import { openApiDocument } from '../openapi';
import { type Operation, operation } from '../operation';
import { attachmentOperations } from './attachments';
import { codecOperations } from './codec';
import { conversationOperations } from './conversations';
import { eventOperations } from './events';
import { healthOperations } from './health';
import { insightOperations } from './insights';
import { messageOperations } from './messages';
import { operatorMessageOperations } from './operator-messages';
import { pageOperations } from './pages';
import { privacyOperations } from './privacy';
import { webOperations } from './web';
import { webhookOperations } from './webhooks';

export function operationsOf(deps: RouteDeps, publicDir: string): Operation[] {
  const operations: Operation[] = [
    ...webhookOperations(deps),
    ...messageOperations(deps),
    ...operatorMessageOperations(deps),
    ...conversationOperations(deps),
    ...attachmentOperations(deps),
    ...eventOperations(deps),
    ...webOperations(deps),
    ...privacyOperations(deps),
    ...insightOperations(deps),
    ...codecOperations(deps),
    ...healthOperations(deps),
    ...pageOperations(publicDir),
  ];
  let written: string | undefined;
  operations.push(
    operation({
      method: 'get',
      path: '/openapi.json',
      summary: 'This document',
      access: 'open',
      replies: { 200: { description: 'OpenAPI 3.1', type: 'application/json' } },
      handle({ response }) {
        written ??= JSON.stringify(openApiDocument(operations));
        response.type('application/json').send(written);
      },
    }),
  );
  return operations;
}
