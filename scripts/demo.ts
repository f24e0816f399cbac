/**
 * `npm run demo`: plays the sample conversation against the Baton that runs at BATON_URL or on PORT, or against one it
 * starts for this; with `-- --channel telegram`, between a customer's chat and an operators' group of a Telegram on
 * loopback. Exits with 1 when anything came out otherwise than it should.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Config, loadConfig, type Role } from '../config';
import { type Access, ConversationClient } from './demo/conversation-client';
import { play } from './demo/play';
import { demoOnTelegram } from './demo/telegram';
import { explain } from './explain';
import { LaunchError } from './servers/launch-error';
import { endOrphans } from './servers/orphans';
import { recordedPort } from './servers/ports';
import { type Stack, startStack } from './stack';

async function main(): Promise<void> {
  const { channel } = parseArgs({ options: { channel: { type: 'string', default: 'api' } } }).values;
  const config = loadConfig();
  if (channel === 'telegram') {
    process.exitCode = await demoOnTelegram(config.dataDir, console.log);
    return;
  }
  if (channel !== 'api') throw new LaunchError(`There is no demo on "${channel}": --channel takes api or telegram.`);
  const baseUrl = config.batonUrl ?? `http://${config.host}:${config.port}`;
  const runs = await answers(baseUrl);
  if (!runs && config.batonUrl) throw new LaunchError(`Nothing answers at BATON_URL (${baseUrl}).`);
  if (runs) {
    const port = recordedPort(config.dataDir, 'temporal-ui');
    const ui = config.given.temporal || port === undefined ? config.temporal.uiUrl : `http://127.0.0.1:${port}`;
    process.exitCode = await perform(config, baseUrl, ui);
    return;
  }
  await onOwnStack(config);
}

async function onOwnStack(config: Config): Promise<void> {
  console.log('No Baton is running here: starting one for the demo.');
  let stack: Stack | undefined;
  const leave = async () => {
    await (stack ? stack.stop() : endOrphans(config.dataDir));
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave());
  stack = await startStack({ config, report: console.log });
  try {
    process.exitCode = await perform(config, stack.baseUrl, stack.temporalUi);
  } finally {
    await stack.stop();
  }
  console.log('The demo has stopped its Baton. `npm start` brings it up again with this conversation in it.');
}

async function perform(config: Config, baseUrl: string, temporalUi: string): Promise<number> {
  const access: Access = {
    baseUrl,
    keys: { channel: keyOf(config, 'channel'), operator: keyOf(config, 'operator'), viewer: keyOf(config, 'viewer') },
  };
  const client = new ConversationClient(access, `demo-${randomBytes(4).toString('hex')}`);
  console.log(`\nConversation ${client.id}\n`);
  const expectations = await play(client, console.log);
  console.log('');
  for (const { what, met } of expectations) console.log(`  ${met ? 'yes' : 'NO '}  ${what}`);
  const { workflowId } = await client.state();
  const { namespace } = config.temporal;
  console.log(
    `\nThe same in Temporal UI: ${temporalUi}/namespaces/${namespace}/workflows/${encodeURIComponent(workflowId)}`,
  );
  console.log(`The team page: ${baseUrl}/team\n`);
  return expectations.every(({ met }) => met) ? 0 : 1;
}

function keyOf({ apiKeys, dataDir }: Config, role: Role): string {
  const found = apiKeys.find((one) => one.role === role);
  if (found) return found.key;
  throw new LaunchError(
    `The demo needs a key for the role ${role}: add one to API_KEYS, or unset it and use ${dataDir}/keys.json.`,
  );
}

async function answers(baseUrl: string): Promise<boolean> {
  return fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
