/**
 * `npm run --silent detect -- --business DIR`: the detectors as a filter. `{id, messages: [{from, text}], topics?}` in,
 * `{id, reasons: [{reason, score, threshold, evidence, topic?}]}` out: what fires after the last message.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { detect } from '../activities/signals/detect';
import { dialogueFromFilter } from '../activities/signals/dialogue';
import type { Signal } from '../domain/handoff';
import { loadBusiness } from '../load-business';
import { filterJsonLines, shapeError } from './json-lines';

const inputLine = z.object({
  id: z.union([z.string(), z.number()]),
  messages: z
    .array(z.object({ from: z.enum(['customer', 'ai', 'operator', 'system']), text: z.string() }))
    .min(1, 'expected at least one message'),
  topics: z.array(z.string()).optional(),
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { business: { type: 'string' } } });
  const business = await loadBusiness(values.business ?? 'examples/riverside-hotel');
  await filterJsonLines(
    (value) => {
      const parsed = inputLine.safeParse(value);
      if (!parsed.success) throw shapeError(parsed.error);
      return parsed.data;
    },
    ({ id, messages, topics }) => {
      const { fired } = detect(dialogueFromFilter(messages), business, topics ? { topics } : {});
      return { id, reasons: fired.map(reasonOf) };
    },
  );
}

function reasonOf({ reason, score, threshold, evidence, topic }: Signal) {
  return { reason, score, threshold, evidence, ...(topic !== undefined && { topic }) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
