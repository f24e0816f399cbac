/** The registry: every channel account this installation serves. A new channel is one file and one line here. */
import type { Business } from '../domain/business';
import { createApiChannel } from './api';
import type { Channel } from './channel';
import { createMessengerChannel } from './messenger';
import { createSlackChannel } from './slack';
import { createTelegramChannel } from './telegram';
import { createWebChannel } from './web';
import { createWhatsAppChannel } from './whatsapp';
import { type AccessTokens, createZaloChannel } from './zalo';

export interface ChannelRegistry {
  find(channel: string, account: string): Channel | undefined;
  all(): readonly Channel[];
}

export function createRegistry(channels: readonly Channel[]): ChannelRegistry {
  const byName = new Map(channels.map((channel) => [`${channel.name}/${channel.account}`, channel]));
  return {
    find: (channel, account) => byName.get(`${channel}/${account}`),
    all: () => [...byName.values()],
  };
}

/** `secret` reads a variable that business.yaml names. Throws naming the variable where a secret is missing or empty. */
export function createChannels(
  { channels }: Pick<Business, 'channels'>,
  secret: (name: string) => string | undefined,
  { accessTokens }: { accessTokens?: AccessTokens } = {},
): ChannelRegistry {
  const required = (name: string, key: string): string => {
    const value = secret(name);
    if (!value) throw new Error(`${name} is not set, but business.yaml names it as ${key}`);
    return value;
  };
  const { secretEnv, callbackUrl } = channels.api;
  return createRegistry([
    createApiChannel({
      secret: secretEnv === null ? null : required(secretEnv, 'channels.api.secretEnv'),
      callbackUrl,
    }),
    createWebChannel(),
    ...channels.telegram.map(({ account, baseUrl, tokenEnv, secretEnv: webhookSecretEnv }) =>
      createTelegramChannel({
        ...{ account, baseUrl, token: required(tokenEnv, 'channels.telegram.tokenEnv') },
        secret: required(webhookSecretEnv, 'channels.telegram.secretEnv'),
      }),
    ),
    ...channels.whatsapp.map(({ tokenEnv, appSecretEnv, verifyTokenEnv, ...rest }) =>
      createWhatsAppChannel({
        ...{ ...rest, token: required(tokenEnv, 'channels.whatsapp.tokenEnv') },
        appSecret: required(appSecretEnv, 'channels.whatsapp.appSecretEnv'),
        verifyToken: required(verifyTokenEnv, 'channels.whatsapp.verifyTokenEnv'),
      }),
    ),
    ...channels.messenger.map(({ tokenEnv, appSecretEnv, verifyTokenEnv, ...rest }) =>
      createMessengerChannel({
        ...{ ...rest, token: required(tokenEnv, 'channels.messenger.tokenEnv') },
        appSecret: required(appSecretEnv, 'channels.messenger.appSecretEnv'),
        verifyToken: required(verifyTokenEnv, 'channels.messenger.verifyTokenEnv'),
      }),
    ),
    ...channels.zalo.map(({ account, appId, baseUrl, oaSecretEnv }) =>
      createZaloChannel({
        ...{ account, appId, baseUrl, accessTokens },
        oaSecret: required(oaSecretEnv, 'channels.zalo.oaSecretEnv'),
      }),
    ),
    ...channels.slack.map(({ account, baseUrl, tokenEnv, signingSecretEnv }) =>
      createSlackChannel({
        ...{ account, baseUrl, token: required(tokenEnv, 'channels.slack.tokenEnv') },
        signingSecret: required(signingSecretEnv, 'channels.slack.signingSecretEnv'),
      }),
    ),
  ]);
}
