/**
 * `npm run channels:check [-- --url https://public.example]`: asks every channel's provider who we are and what is missing,
 * changes nothing, and ends with 1 where something is wrong. With the address it also compares the webhooks.
 */
import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { loadBusiness } from '../load-business';
import { askAccount, hasErrors, openChannels, written } from './channels';
import { explain } from './explain';
import { LaunchError } from './servers/launch-error';

/** `set`: `channels:setup`, which needs the address and sets what can be set. */
export async function askProviders({ set }: { set: boolean }): Promise<void> {
  const { url = null } = parseArgs({ options: { url: { type: 'string' } } }).values;
  if (set && url === null) {
    throw new LaunchError('Say where providers reach Baton: npm run channels:setup -- --url https://public.example.');
  }
  if (url !== null && !/^https?:\/\/[^/\s]+/.test(url))
    throw new LaunchError('--url must be an http or https address.');
  const business = await loadBusiness(loadConfig(undefined, { apiKeys: false, masterKeys: false }).businessDir);
  const needsStore = business.channels.zalo.length > 0;
  const config = loadConfig(undefined, { apiKeys: false, masterKeys: needsStore });
  const { channels, close } = await openChannels(config, business);
  try {
    const asked = await Promise.all(channels.map((each) => askAccount(each, { url, places: business.places, set })));
    const accounts = asked.filter((each) => each !== null);
    console.log(written(accounts));
    if (hasErrors(accounts)) process.exitCode = 1;
  } finally {
    await close();
  }
}

export function run(options: { set: boolean }): void {
  askProviders(options).catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
}

if (require.main === module) run({ set: false });
