/**
 * Tools that a scenario plays itself: `tools:` says what each answers, and a loopback server says it, so that nothing is
 * changed anywhere and the answer is the same every time. Tools that no scenario plays are called for real, over HTTP and
 * on MCP servers alike, and the rehearsal says which.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BusinessTool } from '../../domain/business';
import type { LoadedBusiness } from '../../load-business';
import type { Scenario } from './scenario';

export interface ToolStage {
  /** The business with its played tools answered here. */
  business: LoadedBusiness;
  /** What is played and what is real, in lines to show. */
  told: string[];
  /** From now on tools answer as this scenario says. */
  set(scenario: Scenario): void;
  close(): Promise<void>;
}

/** Throws where a scenario plays a tool the business does not have. */
export async function stageTools(business: LoadedBusiness, scenarios: readonly Scenario[]): Promise<ToolStage> {
  const played = new Set(scenarios.flatMap(({ tools = {} }) => Object.keys(tools)));
  const unknown = [...played].find((name) => !business.tools.some((tool) => tool.name === name));
  if (unknown !== undefined) throw new Error(`a scenario plays the tool ${unknown}, which the business does not have`);
  let now: Scenario['tools'] = {};
  const server = createServer((request, response) => {
    request.resume();
    const said = now?.[decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '')];
    // A tool that another scenario plays: this one must not reach the real one either.
    if (said === undefined || said === 'failed') return void response.writeHead(400).end();
    if (said === 'not_found') return void response.writeHead(404).end('{}');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const tools = business.tools.map((tool) =>
    played.has(tool.name) ? playedBy(tool, `http://127.0.0.1:${port}/${encodeURIComponent(tool.name)}`) : tool,
  );
  return {
    business: { ...business, tools },
    told: linesOf(business.tools, played),
    set: (scenario) => {
      now = scenario.tools;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function playedBy({ mcp: _, ...tool }: BusinessTool, url: string): BusinessTool {
  return { ...tool, url, allowPrivate: true, tokenEnv: null };
}

function linesOf(tools: readonly BusinessTool[], played: ReadonlySet<string>): string[] {
  const real = tools.filter(({ name }) => !played.has(name)).map((tool) => `${tool.name} (${whereIs(tool)})`);
  const lines = [];
  if (played.size > 0) lines.push(`Tools played by the scenarios: ${[...played].join(', ')}`);
  if (real.length > 0) lines.push(`Tools called for real: ${real.join(', ')}`);
  return lines;
}

function whereIs({ mcp, url, effect }: BusinessTool): string {
  const place = mcp ? `MCP server ${mcp.server}` : new URL(url.replace(/\{\w+\}/g, '0')).host;
  return effect === 'write' ? `${place}, changes something` : place;
}
