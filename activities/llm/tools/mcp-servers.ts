/**
 * Connections to a business's MCP servers, over streamable HTTP or to a program over stdio. Whenever one is made the
 * listed tools are compared with their pins, so a server that changes its mind while we run is refused as at the start.
 */
import type { BusinessMcpServer } from '../../../domain/business';
import { ToolUnavailable } from '../tool-request';
import { connect, definitions, type McpClient, McpMissing, type McpResult, type Secret } from './mcp-client';
import { type McpDefinition, type Pins, problemsOf } from './mcp-pins';

export interface McpAnswer {
  ok: boolean;
  body: string;
}

const MOST_BYTES = 64 * 1024;

export class McpServers {
  private readonly open = new Map<string, Promise<McpClient>>();

  constructor(
    private readonly servers: readonly BusinessMcpServer[],
    private readonly pins: Pins,
    private readonly secret: Secret,
  ) {}

  /** Every problem of the servers that answer, and the names of those that do not. */
  async verify(): Promise<{ problems: string[]; silent: string[] }> {
    const found = await Promise.all(
      this.servers.map(async (server) => {
        try {
          return { problems: problemsOf(server, this.pins, await this.list(server)), silent: [] };
        } catch (error) {
          if (error instanceof McpMissing) throw error;
          return { problems: [], silent: [server.name] };
        }
      }),
    );
    return { problems: found.flatMap(({ problems }) => problems), silent: found.flatMap(({ silent }) => silent) };
  }

  /** What the server says of its tools now: for pinning. */
  async list(server: BusinessMcpServer): Promise<Map<string, McpDefinition>> {
    const client = await connect(server, this.secret);
    try {
      return await definitions(client, server.timeoutMs);
    } finally {
      await client.close().catch(() => undefined);
    }
  }

  /** Rejects with `ToolUnavailable`. */
  async call(
    serverName: string,
    tool: string,
    args: Record<string, unknown>,
    { signal, idempotencyKey }: { signal: AbortSignal; idempotencyKey: string },
  ): Promise<McpAnswer> {
    const server = this.servers.find(({ name }) => name === serverName);
    if (!server) throw new ToolUnavailable('there is no such server', false);
    const client = await this.client(server);
    const request = { name: tool, arguments: args, _meta: { 'baton/idempotency-key': idempotencyKey } };
    try {
      return answerOf(await client.callTool(request, undefined, { signal, timeout: server.timeoutMs }));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ToolUnavailable) throw error;
      this.forget(server.name);
      throw new ToolUnavailable('the server could not be reached in time', true);
    }
  }

  async close(): Promise<void> {
    const clients = [...this.open.values()];
    this.open.clear();
    await Promise.all(clients.map((client) => client.then((one) => one.close()).catch(() => undefined)));
  }

  private client(server: BusinessMcpServer): Promise<McpClient> {
    const known = this.open.get(server.name);
    if (known) return known;
    const made = this.make(server);
    this.open.set(server.name, made);
    made.catch(() => this.open.delete(server.name));
    return made;
  }

  private async make(server: BusinessMcpServer): Promise<McpClient> {
    const client = await connect(server, this.secret).catch((error) => {
      if (error instanceof McpMissing) throw error;
      throw new ToolUnavailable('the server could not be reached', true);
    });
    client.onclose = () => this.open.delete(server.name);
    const now = await definitions(client, server.timeoutMs).catch(() => null);
    if (now && problemsOf(server, this.pins, now).length === 0) return client;
    await client.close().catch(() => undefined);
    if (!now) throw new ToolUnavailable('the server could not be reached', true);
    throw new ToolUnavailable('its tools are not as pinned (npm run tools:pin)', false);
  }

  private forget(name: string): void {
    const client = this.open.get(name);
    this.open.delete(name);
    client?.then((one) => one.close()).catch(() => undefined);
  }
}

function answerOf({ content = [], structuredContent, isError = false }: McpResult): McpAnswer {
  const text = content.flatMap(({ type, text: words = '' }) => (type === 'text' ? [words] : [])).join('\n');
  const body = structuredContent === undefined ? text : JSON.stringify(structuredContent);
  if (body.length > MOST_BYTES) throw new ToolUnavailable('the answer is larger than 64 KB', false);
  return { ok: !isError, body };
}
