/** One call of an MCP tool, from arguments to outcome. As with HTTP tools, only declared values pass and what is said is redacted. */
import type { BusinessTool } from '../../../domain/business';
import type { ToolCall, ToolOutcome } from '../answerer';
import { failedOutcome, outcomeOf } from '../ask-tool';
import type { McpServers } from './mcp-servers';

interface Request {
  idempotencyKey: string;
  signal: AbortSignal;
  identity: Readonly<Record<string, string>>;
}

/** Rejects with `ToolUnavailable`. */
export async function askMcpTool(
  servers: McpServers | undefined,
  tool: BusinessTool,
  call: Pick<ToolCall, 'name' | 'args'>,
  { identity, ...request }: Request,
): Promise<ToolOutcome> {
  if (!tool.mcp || !servers) return failedOutcome(call, 'the server is not connected');
  const stranger = Object.keys(call.args).find(
    (name) => !Object.hasOwn(tool.parameters, name) || tool.parameters[name]?.identity,
  );
  if (stranger !== undefined) return failedOutcome(call, `${stranger} is no parameter of ${tool.name}`);
  const answer = await servers.call(tool.mcp.server, tool.name, { ...call.args, ...identity }, request);
  if (answer.ok) return outcomeOf(call, answer.body, tool.result);
  const { text } = outcomeOf(call, answer.body, null);
  return { ...failedOutcome(call, ''), text };
}
