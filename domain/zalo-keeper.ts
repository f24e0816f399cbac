/** The words by which the keeper of a Zalo account's tokens is found and spoken to; one keeper an account. */
export interface ZaloKeeperInput {
  businessId: string;
  account: string;
}

export const ZALO_KEEPER = {
  workflow: 'zaloTokenWorkflow',
  /** Carries the fingerprint of an access token that Zalo called stale; null: look again, a worker has started. */
  renew: 'renewZaloToken',
  workflowId: ({ businessId, account }: ZaloKeeperInput) => `zalo-token:${businessId}:${account}`,
} as const;
