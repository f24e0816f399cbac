/**
 * The MCP servers a business connects to. Only tools that are listed here are offered, each with what it may do; what
 * they are called and how they are described is pinned beside this file by `npm run tools:pin`.
 */
import { z } from 'zod';
import { baseAddress, duration, envName, name, unique } from './business-values';

/** What is known of who writes, whatever he or a model says. */
export type CustomerIdentity = (typeof IDENTITIES)[number];

/** `address`: the customer's id or number on the channel, as its provider vouches for it. */
const IDENTITIES = ['address', 'conversation', 'channel', 'account'] as const;

export const identity = z.enum(IDENTITIES, { error: `expected one of ${IDENTITIES.join(', ')}` });

export interface BusinessMcpServer {
  name: string;
  /** Streamable HTTP; null for a program. */
  url: string | null;
  /** A program that speaks over stdio, with its arguments; empty for an address. */
  command: string[];
  /** Variables handed on to the program. */
  env: string[];
  tokenEnv: string | null;
  timeoutMs: number;
  tools: McpToolSettings[];
}

export interface McpToolSettings {
  name: string;
  effect: 'read' | 'write';
  /** Arguments bound to who writes. */
  identity: Readonly<Record<string, CustomerIdentity>>;
  /** Arguments whose value must stand in the customer's own messages. */
  said: string[];
}

const tool = z
  .strictObject({
    name: name('the name of a tool of that server').describe('As the server calls it.'),
    effect: z.enum(['read', 'write']).describe('`write` changes something: only after a yes of the customer.'),
    identity: z
      .record(z.string(), identity)
      .default({})
      .describe('Arguments filled in from who writes. Default: none.'),
    said: z
      .array(z.string())
      .default([])
      .describe("Arguments that must stand in the customer's own words. Default: none."),
  })
  .describe('One tool that may be called.');

const server = z
  .strictObject({
    name: name().describe('Your name for the server.'),
    url: baseAddress.nullable().default(null).describe('Address of a streamable HTTP server.'),
    command: z
      .array(z.string().min(1), { error: 'expected a program and its arguments, such as [node, server.js]' })
      .default([])
      .describe('A program that speaks over stdio, and its arguments.'),
    env: z.array(envName).default([]).describe('Environment variables handed on to the program. Default: none.'),
    tokenEnv: envName.nullable().default(null).describe('Environment variable sent as bearer token. Default: none.'),
    timeout: duration().default(5_000).describe('Default 5s.'),
    tools: z
      .array(tool, { error: 'expected a list of tools' })
      .min(1, 'expected at least one tool')
      .superRefine(unique('name'))
      .describe('The tools that may be called; no other is offered.'),
  })
  .refine(({ url, command }) => (url === null) === command.length > 0, { message: 'expected either url or command' })
  .transform(({ timeout, ...rest }): BusinessMcpServer => ({ ...rest, timeoutMs: timeout }));

export const mcpSchema = z
  .array(server, { error: 'expected a list of servers' })
  .default([])
  .superRefine(unique('name'));
