/**
 * The HTTP calls a business allows its AI. The host is written in the file and nothing a customer or model says can
 * change it; a tool that changes something is declared `write` and never travels as GET.
 */
import { z } from 'zod';
import { type CustomerIdentity, identity } from './business-mcp';
import { duration, envName, flag, httpUrl, name, networks, pattern, text, texts, unique } from './business-values';

export interface ToolParameter {
  type: 'string' | 'number' | 'integer' | 'boolean';
  description: string;
  required: boolean;
  /** What a string must match, whole. */
  pattern: RegExp | null;
  /** Filled in by the workflow from who writes, and never shown to a model; null: the answerer's to give. */
  identity: CustomerIdentity | null;
  /** The value must stand in what the customer or an operator wrote: nobody's number is guessed. */
  said: boolean;
}

/** What lets the offline answerer use a tool by itself: it recognises the question and answers by template. */
export interface ToolIntent {
  /** Recognises the id in a customer's message, whole word; null for a tool without one. */
  idPattern: RegExp | null;
  /** The parameter the id goes into; null exactly where `idPattern` is. */
  idParameter: string | null;
  /** Example questions, in any language. */
  asks: string[];
  /** Reply per language; `{field}` stands for a field of the tool's JSON answer. */
  answer: Readonly<Record<string, string>>;
  /** Reply per language where the service answers 404; `{id}` stands for the id asked for. */
  notFound: Readonly<Record<string, string>>;
}

/** An HTTP call the business allows. The host is fixed; parameters only fill path, query and body. */
export interface BusinessTool {
  name: string;
  description: string;
  /** `write` changes something and carries an Idempotency-Key. */
  effect: 'read' | 'write';
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` in the path or query is a declared parameter; the others travel as query (GET, DELETE) or JSON body. */
  url: string;
  parameters: Readonly<Record<string, ToolParameter>>;
  /** What the model reads of the JSON answer, `{field}` filled in; null: the JSON itself. */
  result: string | null;
  timeoutMs: number;
  /** Loopback and private addresses are refused unless this is true, or names the network (CIDR) they are in. */
  allowPrivate: boolean | readonly string[];
  /** Environment variable whose value is sent as `Authorization: Bearer`; null for none. */
  tokenEnv: string | null;
  intent: ToolIntent | null;
  /** Set where a server of `mcp` answers instead of `url`. */
  mcp?: McpToolBinding;
}

/** Where a tool of an MCP server is, with the definition that was pinned. */
export interface McpToolBinding {
  server: string;
  /** JSON Schema of the arguments, without those that are bound. */
  inputSchema: Readonly<Record<string, unknown>>;
}

const parameter = z
  .strictObject({
    type: z.enum(['string', 'number', 'integer', 'boolean']).describe('Type of the value.'),
    description: text().describe('What the model should put there.'),
    required: flag.default(true).describe('Default yes.'),
    pattern: pattern('whole').nullable().default(null).describe('What a string must match, whole.'),
    identity: identity
      .nullable()
      .default(null)
      .describe('Filled in from who writes, never by the model: address, conversation, channel or account.'),
    said: flag
      .nullable()
      .default(null)
      .describe("The value must stand in the customer's own messages. Default: yes for parameters in the address."),
  })
  .describe('One parameter.');

const intent = z
  .strictObject({
    idPattern: pattern('word').nullable().default(null).describe('Recognises the id in a message, such as RH\\d{6}.'),
    idParameter: z
      .string()
      .nullable()
      .default(null)
      .describe('The parameter the id goes into. Default: the only required one.'),
    asks: z
      .array(text())
      .min(1, 'expected at least one example question')
      .describe('Example questions, in any language.'),
    answer: texts.describe("Reply per language; {field} is a field of the tool's JSON answer."),
    notFound: texts.describe('Reply per language where the service answers 404; {id} is the id asked for.'),
  })
  .describe('Lets the offline answerer use the tool by template.');

const tool = z
  .strictObject({
    name: name().describe('Name the model calls it by.'),
    description: text().describe('When the model should use it.'),
    effect: z.enum(['read', 'write']).describe('`write` changes something: called once, with an Idempotency-Key.'),
    method: z
      .enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      .optional()
      .describe('Default GET for read, POST for write.'),
    url: text('an address').describe(
      '{parameter} may stand in path and query; a variable $NAME in braces is filled at start.',
    ),
    parameters: z.record(name(), parameter).default({}).describe('Parameters by name.'),
    result: text()
      .nullable()
      .default(null)
      .describe('What the model reads, {field} filled in. Default: the JSON answer.'),
    timeout: duration().default(5_000).describe('Default 5s.'),
    allowPrivate: z
      .union([flag, networks], { error: 'expected yes, no, or a list of networks such as [10.2.0.0/16]' })
      .default(false)
      .describe('Allow loopback and private addresses, all or those of the networks listed. Default no.'),
    tokenEnv: envName.nullable().default(null).describe('Environment variable sent as bearer token. Default: none.'),
    intent: intent.nullable().default(null).describe('For the offline answerer. Default: only a model uses the tool.'),
  })
  .superRefine((value, ctx) => {
    const refuse = (path: PropertyKey[], message: string) => ctx.addIssue({ code: 'custom', path, message });
    checkAddress(value, refuse);
    if (value.effect === 'write' && value.method === 'GET')
      refuse(['method'], 'expected POST, PUT, PATCH or DELETE for a write tool');
    for (const [key, { identity: bound, type }] of Object.entries(value.parameters)) {
      if (bound && type !== 'string') refuse(['parameters', key, 'type'], 'expected string for an identity');
    }
    const id = value.intent && idParameter(value);
    if (value.intent?.idPattern && !(id && Object.hasOwn(value.parameters, id))) {
      refuse(['intent', 'idParameter'], 'expected the name of the parameter that the id goes into');
    }
  })
  .transform(({ timeout, method, intent: hints, parameters, ...given }) => ({
    ...given,
    parameters: told(given.url, parameters),
    timeout,
    method,
    hints,
  }))
  .transform(({ timeout, method, hints, ...rest }) => ({
    ...rest,
    timeoutMs: timeout,
    method: method ?? (rest.effect === 'read' ? ('GET' as const) : ('POST' as const)),
    intent: hints && { ...hints, idParameter: hints.idPattern ? idParameter({ ...rest, intent: hints }) : null },
  }));

/** What names a thing in the address is somebody's: it has to come from the customer. */
function told(url: string, parameters: Record<string, z.output<typeof parameter>>): Record<string, ToolParameter> {
  const entries = Object.entries(parameters).map(([key, { said, ...rest }]): [string, ToolParameter] => [
    key,
    { ...rest, said: rest.identity === null && (said ?? url.includes(`{${key}}`)) },
  ]);
  return Object.fromEntries(entries);
}

interface Addressed {
  url: string;
  parameters: Record<string, { required: boolean; identity: CustomerIdentity | null }>;
}

function checkAddress({ url, parameters }: Addressed, refuse: (path: PropertyKey[], message: string) => void): void {
  const bare = url.replace(/\{[^{}]*\}/g, 'x');
  const host = /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
  if (!httpUrl(bare) || /[{}]/.test(host) || url.includes('#')) {
    refuse(['url'], 'expected an http(s) address whose host is fixed: parameters only in path and query');
  }
  for (const [, key] of url.matchAll(/\{([^{}]*)\}/g)) {
    if (!Object.hasOwn(parameters, key ?? '')) refuse(['url'], 'expected only declared parameters between { and }');
    else if (!parameters[key as string]?.required) refuse(['url'], 'expected only required parameters between { and }');
  }
}

function idParameter({
  intent: hints,
  parameters,
}: Addressed & { intent: { idParameter: string | null } | null }): string | null {
  if (hints?.idParameter) return hints.idParameter;
  const required = Object.keys(parameters).filter((key) => parameters[key]?.required && !parameters[key]?.identity);
  return required.length === 1 ? (required[0] ?? null) : null;
}

export const toolsSchema = z.array(tool, { error: 'expected a list of tools' }).default([]).superRefine(unique('name'));
