/** Tools that a rehearsal plays itself, through the very call a worker makes. */
import { join } from 'node:path';
import { askTool } from '../../activities/llm/ask-tool';
import type { BusinessTool } from '../../domain/business';
import { type LoadedBusiness, loadBusiness } from '../../load-business';
import { parseScenarios, type Scenario } from '../../scripts/rehearse/scenario';
import { stageTools, type ToolStage } from '../../scripts/rehearse/tool-stage';

const HOTEL = join(__dirname, '../../examples/riverside-hotel');
const scenario = (tools: string): Scenario =>
  parseScenarios(`name: played\n${tools}\nsteps:\n  - customer: hi\n`, 'played.yaml')[0] as Scenario;

let business: LoadedBusiness;
let stage: ToolStage | undefined;
beforeAll(async () => {
  business = await loadBusiness(HOTEL, { variables: { SAMPLE_SERVICE_URL: 'http://127.0.0.1:9' } });
  const order: BusinessTool = {
    ...(business.tools[0] as BusinessTool),
    name: 'find_order',
    parameters: {},
    result: null,
    mcp: { server: 'shop', inputSchema: {} },
  };
  business = { ...business, tools: [...business.tools, order] };
});
afterEach(() => stage?.close());

async function asked(name: string, args: Record<string, unknown> = {}) {
  const tool = stage?.business.tools.find((one) => one.name === name);
  if (!tool) throw new Error(`there is no ${name}`);
  return askTool(tool, { name, args }, { idempotencyKey: 'k', signal: new AbortController().signal });
}

describe('a played tool', () => {
  const shipped = scenario(
    'tools: { booking_status: { id: RH204815, status: waiting }, find_order: { state: shipped } }',
  );
  const unknown = scenario('tools: { booking_status: not_found }');

  it('answers as the scenario says, over HTTP or of an MCP server, and the next scenario otherwise', async () => {
    stage = await stageTools(business, [shipped, unknown]);
    stage.set(shipped);
    const booking = await asked('booking_status', { bookingId: 'RH204815' });
    expect(booking).toMatchObject({ status: 'ok', fields: { status: 'waiting' } });
    expect(await asked('find_order')).toMatchObject({ status: 'ok', fields: { state: 'shipped' } });
    stage.set(unknown);
    expect(await asked('booking_status', { bookingId: 'RH204815' })).toMatchObject({ status: 'not_found' });
  });

  it('never reaches the real one, not even where only another scenario plays it', async () => {
    stage = await stageTools(business, [shipped, unknown]);
    stage.set(unknown);
    await expect(asked('find_order')).rejects.toThrow('the service answered 400');
  });

  it('is told apart from those that are called for real', async () => {
    stage = await stageTools(business, [unknown]);
    expect(stage.told).toEqual([
      'Tools played by the scenarios: booking_status',
      'Tools called for real: restaurant_order_status (127.0.0.1:9), request_late_check_out (127.0.0.1:9, changes something), find_order (MCP server shop)',
    ]);
  });

  it('must be one of the business', async () => {
    await expect(stageTools(business, [scenario('tools: { fly: failed }')])).rejects.toThrow('the tool fly');
  });
});
