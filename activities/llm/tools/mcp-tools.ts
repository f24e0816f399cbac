/**
 * A business with the tools of its MCP servers. A start with a tool that is not as pinned fails and says which; a server
 * that does not answer holds nobody up: its tools stand as pinned, and their calls fail until it is back.
 */
import type { LoadedBusiness } from '../../../load-business';
import { McpToolsRefused, readPins, toolsWithMcp } from './mcp-pins';
import { McpServers } from './mcp-servers';

interface Surroundings {
  /** Where business.yaml and the pins are. */
  dir: string;
  secret: (name: string) => string | undefined;
  warn?: (details: object, message: string) => void;
}

export interface WithMcpTools {
  business: LoadedBusiness;
  /** Absent where the business names no servers. */
  mcp?: McpServers;
}

/** Throws `McpToolsRefused`. */
export async function addMcpTools(
  business: LoadedBusiness,
  { dir, secret, warn }: Surroundings,
): Promise<WithMcpTools> {
  if (business.mcp.length === 0) return { business };
  const pins = await readPins(dir);
  const tools = toolsWithMcp(business, pins);
  const mcp = new McpServers(business.mcp, pins, secret);
  const { problems, silent } = await mcp.verify();
  if (problems.length > 0) throw new McpToolsRefused(problems);
  if (silent.length > 0) warn?.({ servers: silent }, 'MCP servers do not answer: calls of their tools fail for now');
  return { business: { ...business, tools }, mcp };
}
