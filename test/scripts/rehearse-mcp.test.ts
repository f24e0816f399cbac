/** The rehearsal as it is typed, with a language model on loopback and a tool of a real MCP server, in one go. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ChatRequest, type Script, startOpenAiServer } from '../support/openai-server';

const ROOT = join(__dirname, '../..');
const PROGRAM = join(ROOT, 'test/support/mcp-shop.js');
const run = promisify(execFile);

const SCENARIO = `
name: an order on an MCP server
never: "4111"
steps:
  - customer: I am guest-1. Where is my order DH000000001?
    expect: { mode: ai, contains: on its way }
`;

const business = (command: string) => `
name: Shop
languages: [en]
timezone: UTC
hours: { daily: "00:00-24:00" }
mcp:
  - name: shop
    command: ${command}
    tools: [{ name: find_order, effect: read }]
`;

/** Looks the order up, then says what the look-up found. */
function shopAssistant(request: ChatRequest): Script {
  const found = /status: (on its way)/.exec(JSON.stringify(request.messages))?.[1];
  if (!found) return { do: 'call', name: 'find_order', args: { customer: 'guest-1', orderId: 'DH000000001' } };
  const signals = { wantsPerson: false, frustrated: false, sensitiveTopics: [] };
  const citations = [{ title: 'find_order', quote: `status: ${found}` }];
  const said = { reply: `Your order is ${found}.`, confidence: 'high', intent: 'answer', language: 'en' };
  return { do: 'submit', args: { ...said, citations, signals } };
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'baton-rehearse-mcp-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('plays a scenario with the model that MODEL names and the tools of an MCP server', async () => {
  const model = await startOpenAiServer(shopAssistant);
  try {
    mkdirSync(join(dir, 'knowledge'));
    writeFileSync(join(dir, 'knowledge/a.md'), '## Returns\nQ: can I return it\nWithin 14 days.\n');
    writeFileSync(join(dir, 'business.yaml'), business(JSON.stringify([process.execPath, PROGRAM])));
    writeFileSync(join(dir, 'scenario.yaml'), SCENARIO);
    const env = {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: join(ROOT, '.baton') },
      ...{ MODEL: 'openai:loopback', OPENAI_API_KEY: 'loopback', OPENAI_BASE_URL: model.url },
    };
    const script = (name: string, ...args: string[]) =>
      run(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', name), '--business', dir, ...args], {
        cwd: ROOT,
        env,
      });
    expect((await script('pin-tools.ts')).stdout).toContain('new       shop.find_order');
    const { stdout } = await script('rehearse.ts', join(dir, 'scenario.yaml'));
    expect(stdout).toContain('Tools called for real: find_order (MCP server shop)');
    expect(stdout).toContain('1 of 1 scenarios as expected');
    expect(model.requests.length).toBeGreaterThanOrEqual(2);
  } finally {
    await model.close();
  }
}, 240_000);
