import { spawn } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel } from '../../channels/channel';
import { environmentWith } from '../../config';
import { askAccount, hasErrors, written } from '../../scripts/channels';
import { SlackPlatform } from '../platforms/slack';
import { temporaryFolder } from '../support/temporary-folder';

const ROOT = join(__dirname, '../..');
const folder = temporaryFolder();
let platform: SlackPlatform;
beforeAll(async () => {
  platform = await new SlackPlatform().start();
});
afterAll(() => platform.close());

function run(script: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    env: environmentWith(env),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said: said.trim() }));
  });
}

/** The sample business with a Slack account whose provider is the loopback platform. */
function environment(): Record<string, string> {
  const dir = join(folder(), 'business');
  cpSync(join(ROOT, 'examples/riverside-hotel'), dir, { recursive: true });
  const account = { account: 'main', tokenEnv: 'T', signingSecretEnv: 'S', baseUrl: platform.baseUrl };
  const more = {
    channels: { slack: [account] },
    places: [{ channel: 'slack', account: 'main', chat: 'C0TEAM' }],
  };
  const yaml = join(dir, 'business.yaml');
  const sections = Object.entries(more).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}\n${sections.join('\n')}\n`);
  return { BUSINESS_DIR: dir, DATA_DIR: folder(), T: platform.token, S: platform.signingSecret };
}

describe('the channels of a business', () => {
  test('are checked with 1 while something is wrong, set up, and checked with 0', async () => {
    platform.channel('C0TEAM', { member: false });
    const env = environment();
    const before = await run('channels-check.ts', [], env);
    expect(before).toMatchObject({
      code: 1,
      said: expect.stringContaining('ERROR    the bot is not in channel C0TEAM'),
    });
    expect(before.said).toMatch(/^slack\/main\n {2}ok/);
    const setUp = await run('channels-setup.ts', ['--url', 'https://baton.example/'], env);
    expect(setUp).toMatchObject({
      ...{ code: 0, said: expect.stringContaining('https://baton.example/v1/channels/slack/main/webhook') },
    });
    expect(await run('channels-check.ts', [], env)).toMatchObject({ code: 0 });
  });

  test('are not set up without the address, nor asked without their secrets, and no secret is shown', async () => {
    const env = environment();
    expect(await run('channels-setup.ts', [], env)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/--url https/),
    });
    const bare = await run('channels-check.ts', [], { ...env, T: '' });
    expect(bare).toMatchObject({ code: 1, said: expect.stringContaining('T is not set') });
    expect(bare.said).not.toContain(platform.signingSecret);
  });
});

describe('an account', () => {
  const input = { url: 'https://baton.example', places: [], set: false };
  const channel = (change: Partial<Channel>) => ({ name: 'slack', account: 'main', ...change }) as Channel;

  test('whose provider does not answer is a finding, not a crash', async () => {
    const asked = await askAccount(channel({ check: () => Promise.reject(new Error('not reached')) }), input);
    expect(asked?.findings).toMatchObject([{ what: 'not reached', state: 'error' }]);
    expect(hasErrors([asked as NonNullable<typeof asked>])).toBe(true);
  });

  test('that has nothing to ask is left out, and no account at all is said', async () => {
    expect(await askAccount(channel({}), input)).toBeNull();
    expect(written([])).toMatch(/declares no channel account/);
  });
});
