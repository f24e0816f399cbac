/** For machines that look after this one: alive, able to store, and the numbers. */
import { requireRole } from '../callers';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';

const PING_MS = 1_500;

export function healthOperations({ store, metrics, callers, config }: RouteDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive',
      access: 'open',
      replies: { 200: { description: 'Alive', type: 'application/json' } },
      handle({ response }) {
        response.json({ status: 'ok' });
      },
    }),
    operation({
      method: 'get',
      path: '/readyz',
      summary: 'A message would be stored; says nothing about Temporal',
      access: 'open',
      replies: { 200: { description: 'Ready', type: 'application/json' } },
      async handle({ response }) {
        const timeout = new Promise((_, reject) => setTimeout(reject, PING_MS).unref());
        await Promise.race([store.ping(), timeout]).catch(() => {
          throw new Problem(503, 'The store does not take writes', { headers: { 'Retry-After': '2' } });
        });
        response.json({ status: 'ok' });
      },
    }),
    operation({
      method: 'get',
      path: '/metrics',
      summary: 'Counts and times for Prometheus; a viewer key off loopback',
      access: 'open',
      replies: { 200: { description: 'Metrics', type: 'text/plain' } },
      async handle({ request, response }) {
        if (!config.loopback) requireRole(callers.identify(request), ['viewer'], false);
        response.type(metrics.register.contentType).send(await metrics.register.metrics());
      },
    }),
  ];
}
