/** The registry: every channel account this installation serves. A new channel is one file and one line here. */
import type { Business } from '../domain/business';
import { createApiChannel } from './api';
import type { Channel } from './channel';
import { createWebChannel } from './web';

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
  ]);
}
