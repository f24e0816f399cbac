/**
 * `npm run tools:pin -- --business DIR`: asks the MCP servers of business.yaml for the tools it lists, shows what is new
 * or changed, and writes them to `mcp-tools.json`. Read the difference before you commit it: a model will.
 */
import { parseArgs } from 'node:util';
import { hashOf, type Pins, readPins, writePins } from '../activities/llm/tools/mcp-pins';
import { McpServers } from '../activities/llm/tools/mcp-servers';
import { loadConfig } from '../config';
import { loadBusiness } from '../load-business';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { business: { type: 'string' } } });
  const config = loadConfig(undefined, { apiKeys: false, masterKeys: false });
  const dir = values.business ?? config.businessDir;
  const { mcp } = await loadBusiness(dir, {
    variables: config.sampleServiceUrl ? { SAMPLE_SERVICE_URL: config.sampleServiceUrl } : {},
  });
  const before = await readPins(dir);
  const servers = new McpServers(mcp, before, config.secret);
  const pins: Pins = {};
  for (const server of mcp) {
    const offered = await servers.list(server).catch((error: Error) => {
      throw new Error(`${server.name} does not answer (${error.name})`);
    });
    for (const { name } of server.tools) {
      const now = offered.get(name);
      if (!now) throw new Error(`${server.name} has no tool ${name}; it has ${[...offered.keys()].join(', ')}`);
      const pin = { ...now, hash: hashOf(now) };
      pins[server.name] = { ...pins[server.name], [name]: pin };
      process.stdout.write(`${change(before[server.name]?.[name]?.hash, pin.hash)} ${server.name}.${name}\n`);
    }
  }
  await writePins(dir, pins);
}

const change = (before: string | undefined, now: string) =>
  before === undefined ? 'new      ' : before === now ? 'unchanged' : 'CHANGED  ';

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
