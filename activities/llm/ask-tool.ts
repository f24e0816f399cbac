/**
 * One look-up from arguments to outcome: checks the values, asks the service, and redacts everything it said. The
 * activity adds the idempotency and the retries; the `answer` filter uses it as it is.
 */
import type { BusinessTool, ToolParameter } from '../../domain/business';
import type { CleanText } from '../../domain/message';
import { redact } from '../../redaction';
import type { ToolOutcome } from './answerer';
import { requestTool } from './tool-request';

const MOST_FIELDS = 60;
const LONGEST_RESULT = 4000;

interface Call {
  name: string;
  args: Record<string, unknown>;
}

/** Rejects with `ToolUnavailable`; wrong arguments are an outcome, for the model to read. */
export async function askTool(
  tool: BusinessTool,
  call: Call,
  request: { idempotencyKey: string; signal: AbortSignal; token?: string },
): Promise<ToolOutcome> {
  const wrong = wrongArguments(tool, call.args);
  if (wrong) return failedOutcome(call, wrong);
  const answer = await requestTool(tool, call.args, request);
  if (answer.status === 404)
    return { ...failedOutcome(call, 'nothing was found under these values'), status: 'not_found' };
  const fields = fieldsOf(answer.body);
  const written = tool.result?.replace(/\{([\w.]+)\}/g, (_, field: string) => fields[field] ?? '');
  const listed = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const text = clean((written ?? (listed.join('\n') || answer.body)).slice(0, LONGEST_RESULT));
  return { name: call.name, args: call.args, status: 'ok', text, fields };
}

export function failedOutcome({ name, args }: Call, why: string): ToolOutcome {
  return { name, args, status: 'failed', text: clean(why), fields: {} };
}

const clean = (text: string): CleanText => redact(text, { from: 'system' }).text;

/** The scalars of a JSON answer by dotted path, each redacted; none where it is no JSON object. */
function fieldsOf(body: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const walk = (value: unknown, path: string): void => {
    if (Object.keys(fields).length >= MOST_FIELDS || value === null || value === undefined) return;
    if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key);
    } else if (path) fields[path] = clean(String(value));
  };
  try {
    walk(JSON.parse(body), '');
  } catch {
    return {};
  }
  return fields;
}

/** What is wrong with a model's arguments, or null. Identity never comes from here: only declared values pass. */
function wrongArguments(tool: BusinessTool, args: Record<string, unknown>): string | null {
  for (const name of Object.keys(args))
    if (!(name in tool.parameters)) return `${name} is no parameter of ${tool.name}`;
  for (const [name, parameter] of Object.entries(tool.parameters)) {
    const value = args[name];
    if (value === undefined ? parameter.required : !fits(value, parameter))
      return `${name} is missing or not a valid ${parameter.type}`;
  }
  return null;
}

function fits(value: unknown, { type, pattern }: ToolParameter): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (typeof value !== type) return false;
  return typeof value !== 'string' || (value.length <= 500 && (!pattern || pattern.test(value)));
}
