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

interface Request {
  idempotencyKey: string;
  signal: AbortSignal;
  token?: string;
  /** The values of the parameters that stand for who writes. */
  identity?: Readonly<Record<string, string>>;
}

/** Rejects with `ToolUnavailable`; wrong arguments are an outcome, for the model to read. */
export async function askTool(tool: BusinessTool, call: Call, request: Request): Promise<ToolOutcome> {
  const { identity = {}, ...sending } = request;
  const wrong = wrongArguments(tool, call.args) ?? missingIdentity(tool, identity);
  if (wrong) return failedOutcome(call, wrong);
  const answer = await requestTool(tool, { ...call.args, ...identity }, sending);
  if (answer.status === 404)
    return { ...failedOutcome(call, 'nothing was found under these values'), status: 'not_found' };
  return outcomeOf(call, answer.body, tool.result);
}

/** What a service said, redacted; `template` names the fields that matter. */
export function outcomeOf({ name, args }: Call, body: string, template: string | null): ToolOutcome {
  const fields = fieldsOf(body);
  const written = template?.replace(/\{([\w.]+)\}/g, (_, field: string) => fields[field] ?? '');
  const listed = Object.entries(fields).map(([field, value]) => `${field}: ${value}`);
  const text = clean((written ?? (listed.join('\n') || body)).slice(0, LONGEST_RESULT));
  return { name, args, status: 'ok', text, fields };
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
    if (!Object.hasOwn(tool.parameters, name) || tool.parameters[name]?.identity)
      return `${name} is no parameter of ${tool.name}`;
  for (const [name, parameter] of Object.entries(tool.parameters)) {
    if (parameter.identity) continue;
    const value = args[name];
    if (value === undefined ? parameter.required : !fits(value, parameter))
      return `${name} is missing or not a valid ${parameter.type}`;
  }
  return null;
}

function missingIdentity(tool: BusinessTool, identity: Readonly<Record<string, string>>): string | null {
  const missing = Object.keys(tool.parameters).find((name) => tool.parameters[name]?.identity && !identity[name]);
  return missing === undefined ? null : `${missing} is known in a conversation only`;
}

function fits(value: unknown, { type, pattern }: ToolParameter): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (typeof value !== type) return false;
  return typeof value !== 'string' || (value.length <= 500 && (!pattern || pattern.test(value)));
}
