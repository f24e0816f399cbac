/**
 * Access tokens as this worker's channels see them: read from the store, and renewed by asking the account's keeper, which
 * every worker starts and only one runs. What goes to Temporal is a fingerprint, never a token.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import { ZALO_KEEPER } from '../activities/refresh-zalo-token';
import { ChannelRefusal } from '../channels/channel';
import type { AccessTokens } from '../channels/zalo';
import type { Config } from '../config';
import type { LoadedBusiness } from '../load-business';
import { fingerprint, type Store } from '../store';

export interface TokenKeepers {
  tokens: AccessTokens;
  /** Starts the keeper of every account that has none, and makes those that run look again. */
  start(): Promise<void>;
  close(): Promise<void>;
}

interface KeeperDeps {
  /** Reads a variable that business.yaml names. */
  secret: Config['secret'];
  temporal: Config['temporal'];
  payloadCodec: PayloadCodec;
  store: Pick<Store, 'accessTokens'>;
  business: Pick<LoadedBusiness, 'id' | 'channels'>;
}

const STARTS = 10;
const START_PAUSE_MS = 1_000;
/** Shorter than a send may take, which waits for it. */
const RENEWAL_MS = 7_000;
const LOOK_MS = 100;

/** Throws naming the variable where a secret is missing or empty: the keeper could never refresh. */
export function createTokenKeepers({ temporal, payloadCodec, store, business, secret }: KeeperDeps): TokenKeepers {
  for (const { appSecretEnv, refreshTokenEnv } of business.channels.zalo) {
    for (const name of [appSecretEnv, refreshTokenEnv]) {
      if (!secret(name)) throw new Error(`${name} is not set, but business.yaml names it under channels.zalo`);
    }
  }
  const connection = Connection.lazy(temporal.connection);
  const client = new Client({
    connection,
    namespace: temporal.namespace,
    dataConverter: { payloadCodecs: [payloadCodec] },
  });
  const { id: businessId } = business;

  async function ask(account: string, stale: string | null): Promise<void> {
    await client.workflow.signalWithStart(ZALO_KEEPER.workflow, {
      workflowId: ZALO_KEEPER.workflowId({ businessId, account }),
      taskQueue: temporal.taskQueue,
      args: [{ businessId, account }],
      signal: ZALO_KEEPER.renew,
      signalArgs: [stale],
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: `Keeps the access token of the Zalo account ${account}`,
    });
  }

  async function start(account: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(account, null);
      } catch (error) {
        if (attempt === STARTS) throw error;
        await sleep(START_PAUSE_MS);
      }
    }
  }

  async function current(account: string): Promise<string> {
    const held = await store.accessTokens.read({ businessId, channel: 'zalo', account });
    if (held?.lost)
      throw new ChannelRefusal('Zalo has withdrawn our access: the official account has to be authorised again');
    if (!held?.accessToken) throw new Error('the Zalo account has no access token yet');
    return held.accessToken;
  }

  async function renew(account: string, stale: string): Promise<string> {
    if ((await current(account)) === stale) await ask(account, fingerprint(stale));
    for (const end = Date.now() + RENEWAL_MS; ; await sleep(LOOK_MS)) {
      const token = await current(account);
      if (token !== stale) return token;
      if (Date.now() > end) throw new Error('the Zalo access token was not renewed in time');
    }
  }

  return {
    tokens: { current, renew },
    start: async () => {
      await Promise.all(business.channels.zalo.map(({ account }) => start(account)));
    },
    close: () => connection.close(),
  };
}
