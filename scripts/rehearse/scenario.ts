/**
 * A rehearsal's script: what the customer and the operators say, how long nothing happens, and what has to be true
 * after each step. One YAML file holds one scenario or a list of them.
 */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Mode } from '../../domain/conversation';
import { HANDOFF_REASONS } from '../../domain/handoff';

const MODES = ['ai', 'waiting', 'operator', 'resolved'] as const satisfies readonly Mode[];

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((one) => [one].flat());

const expectation = z.strictObject({
  /** Who has the conversation now. */
  mode: z.enum(MODES).optional(),
  /** Among the reasons of the handoff. */
  reason: z.enum(HANDOFF_REASONS).optional(),
  topic: z.string().optional(),
  /** Title of a knowledge answer that the new reply cites. */
  source: z.string().optional(),
  /** Each stands in what the customer was told since the step. Case does not matter. */
  contains: texts.optional(),
  /** None stands there. */
  never: texts.optional(),
});

const DURATION = /^(\d+)\s*(s|m|h|d)$/;
const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const duration = z
  .string()
  .regex(DURATION, 'expected a time such as 30s, 15m, 2h or 1d')
  .transform((text) => {
    const [, count, unit] = DURATION.exec(text) as unknown as [string, string, keyof typeof UNIT_MS];
    return Number(count) * UNIT_MS[unit];
  });

const step = z.union(
  [
    z.strictObject({ customer: texts, expect: expectation.optional() }),
    z.strictObject({ operator: texts, expect: expectation.optional() }),
    z.strictObject({ wait: duration, expect: expectation.optional() }),
  ],
  { error: 'expected a step: customer, operator or wait, and perhaps expect' },
);

const scenario = z.strictObject({
  name: z.string().min(1),
  /** Must never be said to the customer in the whole conversation. */
  never: texts.optional(),
  /** What tools answer instead of being called: fields of a JSON answer, `not_found` or `failed`. */
  tools: z
    .record(z.string(), z.union([z.enum(['not_found', 'failed']), z.record(z.string(), z.unknown())]), {
      error: 'expected what each tool answers, such as { order_status: { id: DH1, status: shipped } }',
    })
    .optional(),
  steps: z.array(step).min(1),
});

export type Expectation = z.output<typeof expectation>;
export type Step = z.output<typeof step>;
export type Scenario = z.output<typeof scenario>;

/** What is wrong with a scenario's file, with its line; never quotes what a customer says in it. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
}

/** Throws `ScenarioError`. */
export function parseScenarios(text: string, file: string): Scenario[] {
  const document = parseDocument(text);
  const [broken] = document.errors;
  if (broken) throw new ScenarioError(`${file}:${broken.linePos?.[0].line ?? 1}: expected valid YAML (${broken.code})`);
  const read: unknown = document.toJS();
  const listed = Array.isArray(read);
  const result = z
    .array(scenario)
    .min(1)
    .safeParse(listed ? read : [read]);
  if (result.success) return result.data;
  const issue = meant(result.error.issues[0] as z.core.$ZodIssue);
  const path = listed ? issue.path : issue.path.slice(1);
  throw new ScenarioError(`${file}:${lineOf(document, text, path)}: ${path.join('.') || 'scenario'}: ${issue.message}`);
}

/** A step is one of three kinds: where its keys say which, the problem is inside that one. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.find((problems) => problems.every(({ path }) => path.length > 0))?.[0];
  return inner ? meant({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
}

/** The line of the nearest thing that exists on the way to `path`. */
function lineOf(document: ReturnType<typeof parseDocument>, text: string, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length) as (string | number)[], true) as { range?: [number] } | undefined;
    if (node?.range) return text.slice(0, node.range[0]).split('\n').length;
  }
  return 1;
}
