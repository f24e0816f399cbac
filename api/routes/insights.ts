/** Counts and times over a period, for the people who run the business. */
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';
import { insightsQuery } from '../schemas';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export function insightOperations({ store, business }: RouteDeps): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/insights',
      summary: 'Counts and times; the last seven days unless told otherwise',
      access: { roles: ['viewer'] },
      query: insightsQuery,
      replies: { 200: { description: 'Counts and times', type: 'application/json' } },
      async handle({ query, response }) {
        const to = query.to ? new Date(query.to) : new Date();
        const from = query.from ? new Date(query.from) : new Date(to.getTime() - WEEK_MS);
        if (from > to) {
          const errors = [{ path: 'from', message: 'must not be after `to`' }];
          throw new Problem(422, 'See errors for the fields', { errors });
        }
        const counts = await store.conversations.counts(business.id, from, to);
        response.json({ from: from.toISOString(), to: to.toISOString(), ...counts });
      },
    }),
  ];
}
