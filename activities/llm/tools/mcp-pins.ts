/**
 * What was agreed about the tools of MCP servers: `mcp-tools.json` beside business.yaml, written by
 * `npm run tools:pin` and kept in version control. A model reads the pinned description, never the server's latest, and
 * a tool whose definition has changed is refused until somebody has read it and pinned it again.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Business, BusinessMcpServer, BusinessTool, ToolParameter } from '../../../domain/business';

export const PINS_FILE = 'mcp-tools.json';

/** What a server says of a tool; everything of it that a model reads. */
export interface McpDefinition {
  description: string;
  inputSchema: Record<string, unknown>;
}

export type Pin = McpDefinition & { hash: string };
/** By server and tool. */
export type Pins = Record<string, Record<string, Pin>>;

/** A start that must fail: every problem at once, each with what to do. */
export class McpToolsRefused extends Error {
  override name = 'McpToolsRefused';
  constructor(readonly problems: readonly string[]) {
    super(
      `Tools of MCP servers are not as pinned:\n  ${problems.join('\n  ')}\nRead what changed, then run: ${PIN_COMMAND}`,
    );
  }
}

const PIN_COMMAND = 'npm run tools:pin -- --business DIR';

/** Order of keys does not matter. */
export function hashOf({ description, inputSchema }: McpDefinition): string {
  const text = JSON.stringify([description, inputSchema], (_, value) => sorted(value));
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** No file is no pins. */
export async function readPins(dir: string): Promise<Pins> {
  const text = await readFile(join(dir, PINS_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text) as Pins;
}

export async function writePins(dir: string, pins: Pins): Promise<void> {
  await writeFile(join(dir, PINS_FILE), `${JSON.stringify(pins, null, 2)}\n`);
}

/** What is wrong with a server's tools against the pins; `current` is null where the server could not be asked. */
export function problemsOf(
  { name, tools }: BusinessMcpServer,
  pins: Pins,
  current: ReadonlyMap<string, McpDefinition> | null,
): string[] {
  return tools.flatMap((tool) => {
    const pin = pins[name]?.[tool.name];
    if (!pin) return [`${name}.${tool.name} is not pinned`];
    if (hashOf(pin) !== pin.hash) return [`${name}.${tool.name} was edited in ${PINS_FILE}`];
    if (!current) return [];
    const now = current.get(tool.name);
    if (!now) return [`${name}.${tool.name} is not offered by the server any more`];
    return hashOf(now) === pin.hash ? [] : [`${name}.${tool.name} has another description or other arguments now`];
  });
}

/** The business's own tools and the pinned ones, as one list. Throws `McpToolsRefused`. */
export function toolsWithMcp({ tools, mcp }: Pick<Business, 'tools' | 'mcp'>, pins: Pins): BusinessTool[] {
  const problems = mcp.flatMap((server) => problemsOf(server, pins, null));
  const all = [...tools, ...mcp.flatMap((server) => server.tools.flatMap((tool) => fromPin(server, tool, pins)))];
  const twice = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) !== index);
  problems.push(...twice.map(({ name }) => `${name} is the name of two tools`));
  if (problems.length > 0) throw new McpToolsRefused(problems);
  return all;
}

function fromPin(server: BusinessMcpServer, tool: BusinessMcpServer['tools'][number], pins: Pins): BusinessTool[] {
  const pin = pins[server.name]?.[tool.name];
  if (!pin) return [];
  return [
    {
      name: tool.name,
      description: pin.description,
      effect: tool.effect,
      method: 'POST',
      url: server.url ?? '',
      parameters: parametersOf(pin.inputSchema, tool),
      result: null,
      timeoutMs: server.timeoutMs,
      allowPrivate: true,
      tokenEnv: server.tokenEnv,
      intent: null,
      mcp: { server: server.name, inputSchema: withoutBound(pin.inputSchema, tool.identity) },
    },
  ];
}

const propertiesOf = (schema: Record<string, unknown>) =>
  (schema.properties ?? {}) as Record<string, { type?: string }>;
const requiredOf = (schema: Record<string, unknown>) => (schema.required ?? []) as string[];

function parametersOf(
  schema: Record<string, unknown>,
  { identity, said }: BusinessMcpServer['tools'][number],
): Record<string, ToolParameter> {
  const names = new Set([...Object.keys(propertiesOf(schema)), ...Object.keys(identity)]);
  const entries = [...names].map((name): [string, ToolParameter] => [
    name,
    {
      // The server judges types: its schemas say more than ours can.
      type: 'string',
      description: name,
      required: requiredOf(schema).includes(name),
      pattern: null,
      identity: identity[name] ?? null,
      said: said.includes(name),
    },
  ]);
  return Object.fromEntries(entries);
}

function withoutBound(schema: Record<string, unknown>, identity: Readonly<Record<string, unknown>>) {
  const open = Object.entries(propertiesOf(schema)).filter(([name]) => !Object.hasOwn(identity, name));
  const { $schema, ...rest } = schema;
  return {
    ...rest,
    type: 'object',
    properties: Object.fromEntries(open),
    required: requiredOf(schema).filter((name) => !Object.hasOwn(identity, name)),
  };
}
