/**
 * When customers find what open, where that differs from `hours`, which say when people are there to write back: a
 * hotel's reception never closes though its team does, and its pool has hours of its own.
 */
import { z } from 'zod';
import { hoursSchema } from './business-hours';
import { language, text } from './business-values';

const names = z.record(language, z.array(text()).min(1, 'expected at least one name'), {
  error: 'expected names by language, such as { en: [pool, swimming pool], vi: [hồ bơi] }',
});

const opening = z.strictObject({
  names: names
    .nullable()
    .default(null)
    .describe('What customers call it, by language; the first name is said. Default: the business itself.'),
  hours: hoursSchema.describe('When it is open. Days not named are closed.'),
  holidays: z
    .enum(['open', 'closed'])
    .default('closed')
    .describe('Whether it keeps its hours on the dates of holidays. Default closed.'),
});

export const openingHours = z
  .array(opening, { error: 'expected a list of hours, one entry for each place' })
  .default([])
  .superRefine((entries, ctx) => {
    const seen = new Set<string>();
    entries.forEach(({ names: given }, index) => {
      const called = given === null ? [''] : Object.values(given).flat();
      for (const name of new Set(called.map((one) => one.toLowerCase()))) {
        if (seen.has(name))
          ctx.addIssue({
            code: 'custom',
            path: [index, ...(given === null ? [] : ['names'])],
            message: 'expected every name once, and one entry without names',
          });
        seen.add(name);
      }
    });
  });

export type OpeningHours = z.output<typeof opening>;
