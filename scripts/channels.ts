/**
 * What `channels:check` and `channels:setup` share: the accounts of business.yaml with their real adapters, one after the
 * other asked by their providers, and the findings written for a person at a terminal.
 */

import { createChannels } from '../channels';
import type { Channel, Finding } from '../channels/channel';
import type { AccessTokens } from '../channels/zalo';
import type { Config } from '../config';
import type { OperatorPlace } from '../domain/business';
import type { LoadedBusiness } from '../load-business';
import { connectStore } from '../store';
import { clause, LaunchError } from './servers/launch-error';

const DEADLINE_MS = 20_000;

export interface AccountFindings {
  channel: string;
  account: string;
  findings: Finding[];
}

/** The adapters, and what has to be closed after them. Only Zalo's tokens stand in the store; without it none is opened. */
export async function openChannels(config: Config, business: LoadedBusiness) {
  const store =
    business.channels.zalo.length === 0
      ? null
      : await connectStore({
          ...{ uri: config.mongodbUri, masterKeys: config.masterKeys },
          // The indexes are made anew at every start: with another retention they would be replaced.
          retention: business.retention,
        });
  const accessTokens: AccessTokens = {
    async current(account) {
      const held = await store?.accessTokens.read({ businessId: business.id, channel: 'zalo', account });
      if (held?.lost) throw new LaunchError('Zalo has withdrawn the access: its refresh token is spent or expired');
      if (!held?.accessToken) throw new LaunchError('the Zalo account has no access token yet');
      return held.accessToken;
    },
    renew: () => Promise.reject(new LaunchError('Zalo calls the access token stale, and only the worker may renew it')),
  };
  try {
    const channels = createChannels(business, config.secret, { accessTokens }).all();
    return { channels, close: async () => store?.close() };
  } catch (error) {
    await store?.close();
    throw new LaunchError(`${clause(error)}. Put it into the environment or into .env.`);
  }
}

/** `setUp` where it is asked for and the channel has one, else `check`; a provider that does not answer is a finding too. */
export async function askAccount(
  channel: Channel,
  { url, places, set }: { url: string | null; places: readonly OperatorPlace[]; set: boolean },
): Promise<AccountFindings | null> {
  const { name, account } = channel;
  const chats = places.filter((place) => place.channel === name && place.account === account).map(({ chat }) => chat);
  const webhookUrl = url && `${url.replace(/\/+$/, '')}/v1/channels/${name}/${account}/webhook`;
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    const asked =
      set && webhookUrl && channel.setUp
        ? channel.setUp({ webhookUrl, chats }, signal)
        : channel.check?.({ webhookUrl, chats }, signal);
    return asked ? { channel: name, account, findings: await asked } : null;
  } catch (error) {
    const advice = 'Is there a way out to the provider (a proxy, a firewall)? Is baseUrl in business.yaml right?';
    return { channel: name, account, findings: [{ what: clause(error), state: 'error', advice }] };
  }
}

const SIGNS: Record<Finding['state'], string> = { ok: 'ok     ', warning: 'warning', error: 'ERROR  ' };

/** One block an account, one line a finding, its advice beneath. */
export function written(accounts: readonly AccountFindings[]): string {
  if (accounts.length === 0) return 'business.yaml declares no channel account that a provider could be asked about.';
  return accounts
    .map(({ channel, account, findings }) => {
      const lines = findings.map(({ what, state, advice }) =>
        [`  ${SIGNS[state]}  ${what}`, ...(advice ? [`           ${advice}`] : [])].join('\n'),
      );
      return [`${channel}/${account}`, ...lines].join('\n');
    })
    .join('\n\n');
}

export function hasErrors(accounts: readonly AccountFindings[]): boolean {
  return accounts.some(({ findings }) => findings.some(({ state }) => state === 'error'));
}
