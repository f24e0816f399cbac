/**
 * `npm run rehearse -- --business DIR scenarios/*.yaml`: scripted conversations against the real workflow before the
 * business goes live. `--sweep` varies the confidence threshold; `--export ID` writes a conversation of the running
 * Baton as a scenario. A rehearsal that went as expected is remembered for REQUIRE_REHEARSAL.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { addMcpTools } from '../activities/llm/tools/mcp-tools';
import { type Config, loadConfig } from '../config';
import { startSampleService } from '../examples/riverside-hotel/service/sample-service';
import { loadBusiness } from '../load-business';
import { businessFingerprint, rememberRehearsal } from '../rehearsals';
import { ConversationClient, type Message } from './demo/conversation-client';
import { explain } from './explain';
import { exportScenario } from './rehearse/export-scenario';
import { type Outcome, play } from './rehearse/play';
import { reportLines } from './rehearse/report';
import { parseScenarios, type Scenario } from './rehearse/scenario';
import { sweep, sweepTable } from './rehearse/sweep';
import { sweepChart } from './rehearse/sweep-chart';
import { openTheatre } from './rehearse/theatre';
import { stageTools } from './rehearse/tool-stage';
import { LaunchError } from './servers/launch-error';

const USAGE = `Usage: npm run rehearse -- [--business DIR] [--sweep [--chart FILE.svg]] SCENARIO.yaml ...
       npm run rehearse -- --export CONVERSATION_ID > SCENARIO.yaml`;

const say = (line: string) => console.log(line);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      business: { type: 'string' },
      sweep: { type: 'boolean', default: false },
      chart: { type: 'string', default: 'sweep.svg' },
      export: { type: 'string' },
    },
  });
  const config = loadConfig();
  if (values.export !== undefined) return void process.stdout.write(await exported(config, values.export));
  if (positionals.length === 0) throw new LaunchError(USAGE);
  // A rehearsal shows its report, not the workflows' every step.
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
  const scenarios = positionals.flatMap((file) => parseScenarios(readFileSync(file, 'utf8'), file));
  process.exitCode = await rehearse(config, values.business ?? config.businessDir, scenarios, values);
}

async function rehearse(
  config: Config,
  dir: string,
  scenarios: readonly Scenario[],
  { sweep: sweeping, chart }: { sweep: boolean; chart: string },
): Promise<number> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const service = await startSampleService();
    closers.push(() => service.close());
    const variables = { SAMPLE_SERVICE_URL: config.sampleServiceUrl ?? service.url };
    const warn = (details: object, message: string) => say(`${message} (${Object.values(details).join(', ')})`);
    const { business, mcp } = await addMcpTools(await loadBusiness(dir, { variables }), {
      ...{ dir, secret: config.secret, warn },
    });
    if (mcp) closers.push(() => mcp.close());
    const stage = await stageTools(business, scenarios);
    closers.push(stage.close);
    for (const line of stage.told) say(line);
    const theatre = await openTheatre(stage.business, { cacheDir: config.dataDir, report: say, mcp });
    closers.push(theatre.close);
    const perform = (scenario: Scenario) => {
      stage.set(scenario);
      return play(theatre, scenario);
    };
    if (!sweeping) return await judged(scenarios, perform, config.dataDir, dir);
    const points = await sweep(theatre, scenarios, perform);
    for (const line of sweepTable(points, business.handoff.confidence)) say(line);
    writeFileSync(chart, sweepChart(points, business.handoff.confidence));
    say(`The curve: ${chart}`);
    return 0;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function judged(
  scenarios: readonly Scenario[],
  perform: (scenario: Scenario) => Promise<Outcome>,
  dataDir: string,
  dir: string,
): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const scenario of scenarios) outcomes.push(await perform(scenario));
  for (const line of reportLines(outcomes)) say(line);
  if (outcomes.some(({ failures }) => failures.length > 0)) return 1;
  await rememberRehearsal(dataDir, await businessFingerprint(dir));
  return 0;
}

async function exported(config: Config, id: string): Promise<string> {
  const key = config.apiKeys.find(({ role }) => role === 'viewer')?.key;
  if (!key) throw new LaunchError('Reading a conversation needs a key for the role viewer: add one to API_KEYS.');
  const baseUrl = config.batonUrl ?? `http://${config.host}:${config.port}`;
  const client = new ConversationClient({ baseUrl, keys: { channel: key, operator: key, viewer: key } }, id);
  const messages: Message[] = [];
  for (let page = await client.messages(0); page.length > 0; page = await client.messages(messages.at(-1)?.seq ?? 0)) {
    messages.push(...page);
  }
  const { handoff } = await client.state();
  return exportScenario({
    name: `conversation ${id}`,
    messages,
    reasons: handoff?.reasons.map(({ reason }) => reason) ?? [],
  });
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
