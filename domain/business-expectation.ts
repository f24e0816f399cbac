/** Zod's issues in words for the person who wrote the file: what was expected, never the value that was there. */
import { z } from 'zod';

export interface Expectation {
  path: PropertyKey[];
  expected: string;
  /** Point at the key, not at its value. */
  atKey: boolean;
}

/** One line of the answer for each thing wrong; an issue about several keys becomes several. */
export function expectation(issue: z.core.$ZodIssue, schema: z.ZodType): Expectation[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    const expected = `unknown key, expected ${known.length > 0 ? `one of ${known.join(', ')}` : 'none here'}`;
    return issue.keys.map((key) => ({ path: [...issue.path, key], expected, atKey: true }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({ path: issue.path, expected: sentence(inner.message), atKey: true }));
  }
  return [{ path: issue.path, expected: wording(issue), atKey: false }];
}

function wording(issue: z.core.$ZodIssue): string {
  const missing = 'input' in issue && issue.input === undefined && issue.code !== 'custom';
  const own = issue.message.startsWith('expected ') ? issue.message : null;
  const expected = own ?? generic(issue);
  return missing ? `missing, ${expected}` : expected;
}

function generic(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${ARTICLES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${choice(issue.values.map(String))}`;
    default:
      return sentence(issue.message);
  }
}

const choice = (values: string[]) => (values.length > 2 ? `one of ${values.join(', ')}` : values.join(' or '));

const ARTICLES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

const sentence = (message: string) => (message.startsWith('expected ') ? message : `expected otherwise: ${message}`);

/** The keys that the schema allows at `path`. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: JsonSchema | undefined = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  for (const part of path) {
    const branches: JsonSchema[] = [at, ...(at?.anyOf ?? [])].filter((branch) => branch !== undefined);
    at = branches.map((branch) => step(branch, part)).find((next) => next !== undefined);
    if (!at) return [];
  }
  const branches = [at, ...(at.anyOf ?? [])];
  return branches.flatMap((branch) => Object.keys(branch.properties ?? {}));
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: JsonSchema[];
}

function step(schema: JsonSchema, part: PropertyKey): JsonSchema | undefined {
  if (typeof part === 'number') return schema.items;
  const other = schema.additionalProperties;
  return schema.properties?.[String(part)] ?? (typeof other === 'object' ? other : undefined);
}
