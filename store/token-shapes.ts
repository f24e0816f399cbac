/** Access tokens that a provider rotates, as the rest of the house sees them. */
/** Whose access tokens: one account of a channel. */
export interface AccessTokenHolder {
  businessId: string;
  channel: string;
  account: string;
}

export interface HeldTokens {
  /** Null until the first refresh. */
  accessToken: string | null;
  refreshToken: string;
  expiresAt: Date | null;
  /** When the keeper trades the refresh token again. */
  renewAt: Date | null;
  /** The refresh token is spent or expired: nothing but a new authorisation helps. */
  lost: boolean;
}

export interface AccessTokenStore {
  /** What a send needs: one find. Null while nobody ever kept this account. */
  read(holder: AccessTokenHolder): Promise<HeldTokens | null>;
  /**
   * For the account's one keeper. `seed`: the owner's refresh token, planted where the store has none or where he gave
   * another one than ever before. Resolves after a write, so that a token is spent only while its successor can be kept.
   */
  hold(holder: AccessTokenHolder, seed: string): Promise<HeldTokens>;
  /** Keeps the pair that the refresh token `spent` was traded for, unless the owner planted another one meanwhile. */
  save(
    holder: AccessTokenHolder,
    spent: string,
    pair: { accessToken: string; refreshToken: string; expiresAt: Date; renewAt: Date },
  ): Promise<void>;
  /** Records that the provider refused the refresh token `spent`. */
  lose(holder: AccessTokenHolder, spent: string): Promise<void>;
}
