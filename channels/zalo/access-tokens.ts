/**
 * Where a channel gets its access token. Zalo's refresh tokens are used once, so a channel never refreshes: one keeper
 * an account does, everybody else reads what it stored, and says so when the provider calls a token stale.
 */
export interface AccessTokens {
  /** Rejects with `ChannelRefusal` where the account has to be authorised again. */
  current(account: string): Promise<string>;
  /** Resolves with a token other than `stale` once the keeper has stored it. */
  renew(account: string, stale: string): Promise<string>;
}

/** For a process that sends nothing: the API verifies and reads. */
export const noAccessTokens: AccessTokens = {
  current: () => Promise.reject(new Error('this process keeps no access tokens')),
  renew: () => Promise.reject(new Error('this process keeps no access tokens')),
};
