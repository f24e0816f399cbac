/**
 * Trades a Zalo account's refresh token for its next pair. The token works once, so exactly one workflow an account runs
 * this, one attempt at a time, and the new pair is kept before anything else happens. A crash between Zalo's answer and
 * the write loses the account: the next attempt is refused, says so, and nobody asks again until the owner
 * authorises anew.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { refreshZaloToken as trade, type ZaloRefresh } from '../channels/zalo/oauth';
import type { ZaloAccount } from '../domain/business-channels';
import { fingerprint } from '../store';
import type { ActivityDeps } from './deps';

export { ZALO_KEEPER } from '../domain/zalo-keeper';

export interface RefreshZaloTokenInput {
  businessId: string;
  account: string;
  /** Fingerprint of an access token that Zalo called stale. */
  stale: string | null;
}

export type RefreshZaloTokenResult =
  /** The stored token is good; look again after `againInMs`. */
  | { state: 'good'; againInMs: number }
  | { state: 'later' }
  | { state: 'lost' }
  /** business.yaml has no such account any more. */
  | { state: 'gone' };

const BEAT_MS = 2_500;
const REQUEST_MS = 20_000;
const LONGEST_PAUSE_MS = 5_000;
/** A token is renewed this long before its end, or in the last fifth of a short life. */
const EARLY_MS = 10 * 60_000;
const EARLY_SHARE = 0.2;

type Deps = Pick<ActivityDeps, 'store' | 'business' | 'secret' | 'log'>;

export const refreshZaloToken =
  (deps: Deps) =>
  async (input: RefreshZaloTokenInput): Promise<RefreshZaloTokenResult> => {
    // A dead worker is noticed in seconds, one that waits for the database is left alone.
    const beat = setInterval(heartbeat, BEAT_MS);
    try {
      return await refresh(deps, input);
    } finally {
      clearInterval(beat);
    }
  };

async function refresh(
  deps: Deps,
  { businessId, account, stale }: RefreshZaloTokenInput,
): Promise<RefreshZaloTokenResult> {
  const { store, business } = deps;
  const grant = business(businessId).channels.zalo.find((each) => each.account === account);
  if (!grant) return { state: 'gone' };
  const holder = { businessId, channel: 'zalo', account };
  const held = await store.accessTokens.hold(holder, secretOf(deps, grant.refreshTokenEnv));
  const againInMs = (held.renewAt?.getTime() ?? 0) - Date.now();
  if (againInMs > 0 && fingerprint(held.accessToken ?? '') !== stale) return { state: 'good', againInMs };
  if (held.lost) return { state: 'lost' };
  const traded = await askZalo(deps, grant, held.refreshToken);
  if (traded.kind === 'pair') {
    await keep(deps, holder, held.refreshToken, traded);
    return { state: 'good', againInMs: renewalIn(traded.lifeMs) };
  }
  if (traded.kind === 'refused') {
    deps.log.warn({ channel: 'zalo', account, code: traded.code }, 'Zalo did not renew the tokens: asked again later');
    return { state: 'later' };
  }
  await store.accessTokens.lose(holder, held.refreshToken);
  deps.log.error(
    { channel: 'zalo', account, variable: grant.refreshTokenEnv },
    'Zalo refused to renew for good: authorise the app again, set the variable and restart the worker',
  );
  return { state: 'lost' };
}

function secretOf({ secret }: Deps, name: string): string {
  const value = secret?.(name);
  if (!value) throw ApplicationFailure.nonRetryable(`${name} is not set`, 'SecretMissing');
  return value;
}

function askZalo(
  deps: Deps,
  { oauthUrl, appId, appSecretEnv }: ZaloAccount,
  refreshToken: string,
): Promise<ZaloRefresh> {
  const grant = { oauthUrl, appId, appSecret: secretOf(deps, appSecretEnv) };
  return trade(grant, refreshToken, AbortSignal.timeout(REQUEST_MS));
}

/** Not before it is written: while the database is away this waits, with the only copy in the world. */
async function keep(
  { store, log }: Deps,
  holder: { businessId: string; channel: string; account: string },
  spent: string,
  { accessToken, refreshToken, lifeMs }: Extract<ZaloRefresh, { kind: 'pair' }>,
): Promise<void> {
  const now = Date.now();
  const dates = { expiresAt: new Date(now + lifeMs), renewAt: new Date(now + renewalIn(lifeMs)) };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await store.accessTokens.save(holder, spent, { accessToken, refreshToken, ...dates });
    } catch (error) {
      log.error(
        { account: holder.account, attempt, err: error },
        'new Zalo tokens could not be stored yet: keep this worker up',
      );
      await sleep(Math.min(100 * 2 ** Math.min(attempt, 10), LONGEST_PAUSE_MS));
    }
  }
}

function renewalIn(lifeMs: number): number {
  return Math.floor(lifeMs - Math.min(EARLY_MS, lifeMs * EARLY_SHARE));
}
