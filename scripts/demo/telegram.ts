/**
 * `npm run demo -- --channel telegram`: a Telegram on loopback, a Baton started for it alone with a temporary business,
 * and a handoff from a customer's chat to an operators' topic and back.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTelegramChannel } from '../../channels/telegram';
import { environmentWith, loadConfig } from '../../config';
import { startSampleService } from '../../examples/riverside-hotel/service/sample-service';
import { startTelegramPlatform, type TelegramPlatform } from '../../test/platforms/telegram';
import { endOrphans } from '../servers/orphans';
import { anyFreePort } from '../servers/ports';
import { type Stack, startStack } from '../stack';
import { SECRETS, writeBusiness } from './telegram-business';
import { Screen } from './telegram-screen';
import { playOnTelegram } from './telegram-story';

type Print = (line: string) => void;

/** `cacheDir`: downloaded servers are kept there; everything else of the demo is temporary. Returns the exit code. */
export async function demoOnTelegram(cacheDir: string, print: Print): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-demo-'));
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(1)));
  try {
    const platform = await startTelegramPlatform();
    closers.push(() => platform.close());
    const customer = platform.customer('An');
    const operator = platform.operator(platform.group(), 'Mai');
    const service = await startSampleService();
    closers.push(() => service.close());
    const { user, place } = operator;
    const people = { group: place.chat.id, operator: { id: user.id, name: user.first_name } };
    writeBusiness(join(folder, 'business'), { baseUrl: platform.baseUrl, ...people });
    // A start that is broken off leaves servers behind which no stack stops.
    closers.push(() => endOrphans(join(folder, 'data')));
    const stack = await startOwnStack({ folder, cacheDir, sampleServiceUrl: service.url, platform, print });
    closers.push(() => stack.stop());
    await setUp(platform, stack, String(place.chat.id));
    print('\nA customer writes to the bot; the team reads in its group, on the right.\n');
    const screen = new Screen(platform, customer.place, print);
    const expectations = await playOnTelegram({ customer, operator, screen });
    screen.goesDark();
    for (const { what, met } of expectations) print(`  ${met ? 'yes' : 'NO '}  ${what}`);
    return expectations.every(({ met }) => met) ? 0 : 1;
  } finally {
    await close();
  }
}

interface OwnStack {
  folder: string;
  cacheDir: string;
  sampleServiceUrl: string;
  platform: TelegramPlatform;
  print: Print;
}

/** On servers of its own, whatever the environment names: nothing of the demo stays anywhere. */
async function startOwnStack({ folder, cacheDir, sampleServiceUrl, platform, print }: OwnStack): Promise<Stack> {
  const port = await anyFreePort();
  const env = {
    ...{ MONGODB_URI: '', TEMPORAL_ADDRESS: '', API_KEYS: '', MASTER_KEYS: '', HOST: '127.0.0.1', PORT: String(port) },
    ...{ BUSINESS_DIR: join(folder, 'business'), DATA_DIR: join(folder, 'data') },
    SAMPLE_SERVICE_URL: sampleServiceUrl,
    TASK_QUEUE: `demo-${randomBytes(4).toString('hex')}`,
    [SECRETS.tokenEnv]: platform.token,
    [SECRETS.secretEnv]: platform.secret,
  };
  const config = loadConfig(environmentWith(env));
  return startStack({ config, report: print, env, cacheDir });
}

/** As `npm run channels:setup` would. */
async function setUp(platform: TelegramPlatform, { baseUrl }: Stack, group: string): Promise<void> {
  const { token, secret } = platform;
  const channel = createTelegramChannel({ account: 'main', token, secret, baseUrl: platform.baseUrl });
  const webhookUrl = `${baseUrl}/v1/channels/telegram/main/webhook`;
  await channel.setUp?.({ webhookUrl, chats: [group] }, AbortSignal.timeout(10_000));
}
