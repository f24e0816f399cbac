/** A conversation's live events. `Last-Event-ID` resumes; without it the stream begins at the conversation's start. */
import { notFound, requireOwn } from '../callers';
import type { RouteDeps } from '../deps';
import { openEventStream } from '../event-stream';
import { followConversation } from '../follow-conversation';
import { type Operation, operation } from '../operation';
import { audienceOf } from '../visible';

export function eventOperations({ store, business, live, metrics }: RouteDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/conversations/:id/events',
      summary: 'Server-sent events: message, mode, handoff, draft, delivery',
      access: { roles: ['viewer'], widget: true },
      cors: 'web',
      replies: { 200: { description: 'A stream that stays open', type: 'text/event-stream' } },
      async handle({ caller, params: { id = '' }, request, response }) {
        requireOwn(caller, id);
        const key = await store.conversations.find(business.id, id);
        if (!key) throw notFound();
        if (request.method === 'HEAD') return void response.type('text/event-stream').end();
        const stream = openEventStream(response, () => metrics.slowClients.inc());
        metrics.eventClients.inc();
        try {
          const after = lastEventId(request.headers['last-event-id']);
          const { conversations } = store;
          await followConversation({ key, after, audience: audienceOf(caller), stream, conversations, live });
        } finally {
          metrics.eventClients.dec();
        }
      },
    }),
  ];
}

/** Anything but one of our numbers starts from the beginning: telling twice is harmless, leaving out is not. */
function lastEventId(header: string | string[] | undefined): number {
  const number = typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : 0;
  return number;
}
