/** Tools of a real MCP server, a process of its own on loopback or behind stdio. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { type CallToolResult, callTool } from '../../../activities/call-tool';
import { createAnswerer } from '../../../activities/llm/create-answerer';
import { hashOf, PINS_FILE, type Pins, writePins } from '../../../activities/llm/tools/mcp-pins';
import { McpServers } from '../../../activities/llm/tools/mcp-servers';
import { addMcpTools } from '../../../activities/llm/tools/mcp-tools';
import type { BusinessMcpServer } from '../../../domain/business';
import type { LoadedBusiness } from '../../../load-business';
import type { Store } from '../../../store';
import { startOpenAiServer } from '../../support/openai-server';
import { conversation, storeWith } from '../transcript-fixture';
import { requestOf, sampleBusiness } from './draft-request';

const ROOT = join(__dirname, '../../..');
const PROGRAM = join(__dirname, '../../support/mcp-shop.js');
const TOKEN = 'planted-mcp-token-0123456789';

let sample: LoadedBusiness;
let dir: string;
const stops: (() => Promise<void>)[] = [];
const open: McpServers[] = [];

async function startShop(env: Record<string, string> = {}): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env.PATH, PORT: '0', TOKEN, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { url: `http://127.0.0.1:${String(line).trim()}`, stop };
}

/** A process of one test, ended with it. */
async function startOwn(env: Record<string, string> = {}): ReturnType<typeof startShop> {
  const shop = await startShop(env);
  stops.push(shop.stop);
  return shop;
}

const server = (url: string | null, more: Partial<BusinessMcpServer> = {}): BusinessMcpServer => ({
  name: 'shop',
  url: url && `${url}/mcp`,
  command: [],
  env: [],
  tokenEnv: 'SHOP_TOKEN',
  // A program has to start first, on a machine that is busy: no test waits for this but the one that says so.
  timeoutMs: 30_000,
  tools: [{ name: 'find_order', effect: 'read', identity: { customer: 'address' }, said: ['orderId'] }],
  ...more,
});
const secret = (name: string) => ({ SHOP_TOKEN: TOKEN, SHOP_KEY: 'handed on', OTHER: 'not handed on' })[name];
const pinned = async (one: BusinessMcpServer) => {
  const definitions = await new McpServers([one], {}, secret).list(one);
  const pins: Pins = { shop: {} };
  for (const [name, definition] of definitions)
    pins.shop = { ...pins.shop, [name]: { ...definition, hash: hashOf(definition) } };
  await writePins(dir, pins);
};
const start = async (one: BusinessMcpServer) => {
  const result = await addMcpTools({ ...sample, mcp: [one] }, { dir, secret });
  if (result.mcp) open.push(result.mcp);
  return result;
};

/** One process for all that only ask. */
let honest: Awaited<ReturnType<typeof startShop>>;
beforeAll(async () => {
  sample = await sampleBusiness();
  honest = await startShop();
});
afterAll(() => honest.stop());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'baton-mcp-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await Promise.all(stops.splice(0).map((stop) => stop()));
  rmSync(dir, { recursive: true, force: true });
});

async function ask(
  { business, mcp }: Awaited<ReturnType<typeof start>>,
  args: Record<string, unknown>,
  { address = 'guest-1', attempt = 2 } = {},
) {
  const results = new Map<string, string>();
  const conversations = { address: async () => address } as unknown as Store['conversations'];
  const store = { ...storeWith([], results), conversations };
  const activity = callTool({ store, business: () => business, ...(mcp && { mcp }) });
  const env = new MockActivityEnvironment({ attempt });
  const input = { conversation, turn: 1, call: { id: 'x', name: 'find_order', args } };
  const result: CallToolResult = await env.run(activity, input);
  return { ...result, stored: [...results.values()].join() };
}

describe('an MCP server', () => {
  it('answers about the customer who writes, over HTTP, and what it said is redacted', async () => {
    const shop = server(honest.url);
    await pinned(shop);
    const started = await start(shop);
    const mine = await ask(started, { orderId: 'DH000000001' });
    expect(mine).toMatchObject({ ok: true, result: expect.stringContaining('status: on its way') });
    expect(mine.result).toContain(`key: ${mine.callKey}`);
    expect(JSON.stringify(mine)).not.toMatch(/4111|guest-1/);
  });

  it('answers about nobody else, whatever the arguments say', async () => {
    const shop = server(honest.url);
    await pinned(shop);
    const started = await start(shop);
    expect(await ask(started, { orderId: 'DH000000002' })).toMatchObject({ ok: false });
    const forged = await ask(started, { orderId: 'DH000000002', customer: 'guest-2' });
    expect(forged).toMatchObject({ ok: false, result: 'customer is no parameter of find_order' });
    expect(JSON.stringify(forged)).not.toContain('lost');
  });

  it('speaks over stdio to a program that is given the named variables and no others', async () => {
    const shop = server(null, { command: [process.execPath, PROGRAM], env: ['SHOP_KEY'], tokenEnv: null });
    await pinned(shop);
    const answer = await ask(await start(shop), { orderId: 'DH000000001' });
    expect(answer.result).toContain('secret: handed on');
    expect(answer.result).toContain('on its way');
  });

  it('offers only the tools that are listed, as they were pinned and without what is bound', async () => {
    const shop = server(honest.url);
    await pinned(shop);
    const { business } = await start(shop);
    const model = await startOpenAiServer();
    const settings = { name: 'openai:test', timeoutMs: 5000, structured: 'auto' } as const;
    const answerer = createAnswerer({ ...settings, openai: { apiKey: 'k', baseUrl: model.url } });
    await answerer.draft(requestOf(business, 'Where is DH000000001?'), { signal: new AbortController().signal });
    await model.close();
    const offered = model.requests[0]?.tools?.map(({ function: tool }) => tool) ?? [];
    expect(offered.map(({ name }) => name)).not.toContain('delete_everything');
    const parameters = offered.find(({ name }) => name === 'find_order')?.parameters;
    expect(parameters).toMatchObject({ properties: { orderId: { type: 'string' } }, required: ['orderId'] });
    expect(JSON.stringify(parameters)).not.toContain('customer');
  });

  it('that changed a description is refused at the start, with the tool and what to do', async () => {
    await pinned(server(honest.url));
    const changed = await startOwn({ CHANGED: 'yes' });
    await expect(start(server(changed.url))).rejects.toThrow(
      /shop\.find_order has another description[\s\S]*npm run tools:pin/,
    );
  });

  it('that changes while we run is refused at the next connection', async () => {
    const first = await startOwn();
    await pinned(server(first.url));
    const started = await start(server(first.url));
    expect(await ask(started, { orderId: 'DH000000001' })).toMatchObject({ ok: true });
    const port = new URL(first.url).port;
    await first.stop();
    await expect(ask(started, { orderId: 'DH000000001' }, { attempt: 1 })).rejects.toMatchObject({
      type: 'ToolUnavailable',
    });
    await startOwn({ PORT: port, CHANGED: 'yes' });
    expect(await ask(started, { orderId: 'DH000000001' })).toMatchObject({
      ok: false,
      result: expect.stringContaining('not as pinned'),
    });
  });

  it('is pinned by the script, which says what changed', async () => {
    const shop = `mcp:\n  - name: shop\n    url: ${honest.url}/mcp\n    tokenEnv: SHOP_TOKEN\n`;
    const tools = '    tools: [{ name: find_order, effect: read, identity: { customer: address }, said: [orderId] }]\n';
    writeFileSync(join(dir, 'business.yaml'), `name: S\nlanguages: [en]\ntimezone: UTC\nhours: {}\n${shop}${tools}`);
    mkdirSync(join(dir, 'knowledge'));
    writeFileSync(join(dir, 'knowledge/a.md'), '## Hello\nQ: hello\nHello.\n');
    const pin = () => {
      const script = [join(ROOT, 'scripts/pin-tools.ts'), '--business', dir];
      const env = { PATH: process.env.PATH, SHOP_TOKEN: TOKEN, DATA_DIR: dir };
      return execFileSync(process.execPath, ['--import', 'tsx', ...script], { cwd: ROOT, env, encoding: 'utf8' });
    };
    expect(pin()).toBe('new       shop.find_order\n');
    const file = join(dir, PINS_FILE);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"sha256-', '"sha256-X'));
    expect(pin()).toBe('CHANGED   shop.find_order\n');
    const started = await start(server(honest.url));
    expect(await ask(started, { orderId: 'DH000000001' })).toMatchObject({ ok: true });
  });

  it('whose tools are not pinned, or whose pins were edited, is refused without being asked', async () => {
    const shop = server('http://127.0.0.1:9');
    await expect(start(shop)).rejects.toThrow(/find_order is not pinned/);
    await pinned(server(honest.url));
    const file = join(dir, PINS_FILE);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Finds one order', 'Finds all orders'));
    await expect(start(shop)).rejects.toThrow(/find_order was edited in mcp-tools.json/);
  });

  it('that is away at the start holds nobody up: its tools stand as pinned and their calls fail', async () => {
    const shop = await startOwn();
    await pinned(server(shop.url));
    await shop.stop();
    const started = await start(server(shop.url));
    expect(started.business.tools.map(({ name }) => name)).toContain('find_order');
    expect(await ask(started, { orderId: 'DH000000001' })).toMatchObject({ ok: false });
  });

  it.each([
    ['takes too long', 'SLOW'],
    ['says too much', 'HUGE'],
  ])('that %s is a failed look-up', async (_, orderId) => {
    await pinned(server(honest.url));
    const started = await start(server(honest.url, { timeoutMs: 1500 }));
    expect(await ask(started, { orderId })).toMatchObject({ ok: false });
  });

  it('is given its token by the file, and a redirect takes it nowhere', async () => {
    const { url } = honest;
    await pinned(server(url));
    const started = await start(server(url, { tokenEnv: null }));
    expect(await ask(started, { orderId: 'DH000000001' })).toMatchObject({ ok: false });
    const moved = await start({ ...server(url), url: `${url}/moved` });
    expect(await ask(moved, { orderId: 'DH000000001' })).toMatchObject({ ok: false });
  });
});
