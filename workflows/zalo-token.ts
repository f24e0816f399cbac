/**
 * The one keeper of a Zalo account's tokens, for as long as the account is served. Refresh tokens work once, so nobody
 * but this workflow trades them, one attempt at a time; tokens themselves never come here, only fingerprints and times.
 */
import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities';
import { ZALO_KEEPER, type ZaloKeeperInput } from '../domain/zalo-keeper';

const renewZaloTokenSignal = defineSignal<[string | null]>(ZALO_KEEPER.renew);

const { refreshZaloToken } = proxyActivities<Activities>({
  // Long, because it waits with the new pair while the database is away; the beat tells a dead worker much earlier.
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '10 s',
  // Never again by itself: what a lost attempt may have spent has to be looked at first.
  retry: { maximumAttempts: 1 },
});

/** Few, so that a run lives for weeks, not for years, under the code it began with. */
const ROUNDS = 20;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

export async function zaloTokenWorkflow(
  input: ZaloKeeperInput,
  failures = 0,
  askedFor: string | null = null,
): Promise<void> {
  let stale = askedFor;
  let asked = false;
  let lookAgain = false;
  setHandler(renewZaloTokenSignal, (print) => {
    stale = print ?? stale;
    if (print === null) lookAgain = true;
    else asked = true;
  });
  let failed = failures;
  for (let round = 0; round < ROUNDS && !workflowInfo().continueAsNewSuggested; round += 1) {
    asked = false;
    lookAgain = false;
    const result = await refresh(input, stale);
    if (result.state === 'gone') return;
    failed = result.state === 'later' ? failed + 1 : 0;
    if (result.state === 'good') await condition(() => asked || lookAgain, Math.max(1, result.againInMs));
    // Only the owner can help, and then a worker starts with another token.
    else if (result.state === 'lost') await condition(() => lookAgain);
    // Everybody who finds the token stale would ask at once.
    else await condition(() => lookAgain, pauseMs(failed));
  }
  await continueAsNew<typeof zaloTokenWorkflow>(input, failed, stale);
}

/** An attempt whose end nobody saw is one that failed: the next finds out what it spent. */
async function refresh({ businessId, account }: ZaloKeeperInput, stale: string | null) {
  try {
    return await refreshZaloToken({ businessId, account, stale });
  } catch {
    return { state: 'later' as const };
  }
}

function pauseMs(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS);
}
