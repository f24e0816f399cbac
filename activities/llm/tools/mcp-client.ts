/**
 * A connection to an MCP server by the protocol's own SDK, which is installed by who needs it. A token goes to the address
 * in the file and nowhere else; a program is given the variables that the file names and no others.
 */
import type { BusinessMcpServer } from '../../../domain/business';
import type { McpDefinition } from './mcp-pins';

/** What is used of the SDK's client. */
export interface McpClient {
  listTools(params?: { cursor?: string }, options?: Options): Promise<ToolPage>;
  callTool(params: object, schema: undefined, options: Options): Promise<McpResult>;
  close(): Promise<void>;
  onclose?: () => void;
}
interface Options {
  signal?: AbortSignal;
  timeout: number;
}
interface ToolPage {
  tools: { name: string; description?: string; inputSchema: Record<string, unknown> }[];
  nextCursor?: string;
}
export interface McpResult {
  content?: { type: string; text?: string }[];
  structuredContent?: unknown;
  isError?: boolean;
}

export type Secret = (name: string) => string | undefined;

const MOST_PAGES = 20;

/** The SDK is not installed. */
export class McpMissing extends Error {
  override name = 'McpMissing';
}

/** Over streamable HTTP, or to a program. Rejects with `McpMissing`, or as the SDK does. */
export async function connect(server: BusinessMcpServer, secret: Secret): Promise<McpClient> {
  const { Client } = await sdk(() => import('@modelcontextprotocol/sdk/client/index.js'));
  const client = new Client({ name: 'baton', version: '1' });
  const transport = server.url === null ? await program(server, secret) : await address(server.url, server, secret);
  await client.connect(transport as never, { timeout: server.timeoutMs });
  return client as unknown as McpClient;
}

async function address(url: string, { tokenEnv }: BusinessMcpServer, secret: Secret): Promise<unknown> {
  const { StreamableHTTPClientTransport } = await sdk(
    () => import('@modelcontextprotocol/sdk/client/streamableHttp.js'),
  );
  const token = tokenEnv === null ? undefined : secret(tokenEnv);
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  // A redirect would carry the token to a host that the file does not name.
  return new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers, redirect: 'error' } });
}

async function program({ command: [file = '', ...args], env }: BusinessMcpServer, secret: Secret): Promise<unknown> {
  const { StdioClientTransport } = await sdk(() => import('@modelcontextprotocol/sdk/client/stdio.js'));
  const given = env.flatMap((name): [string, string][] => {
    const value = secret(name);
    return value === undefined ? [] : [[name, value]];
  });
  return new StdioClientTransport({ command: file, args, env: Object.fromEntries(given), stderr: 'ignore' });
}

async function sdk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new McpMissing(
      'business.yaml names MCP servers, and their package is not installed: npm install @modelcontextprotocol/sdk',
    );
  }
}

/** What a server says of all its tools. */
export async function definitions(client: McpClient, timeout: number): Promise<Map<string, McpDefinition>> {
  const all = new Map<string, McpDefinition>();
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { tools, nextCursor } = await client.listTools(cursor === undefined ? {} : { cursor }, { timeout });
    for (const { name, description = '', inputSchema } of tools) all.set(name, { description, inputSchema });
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return all;
}
