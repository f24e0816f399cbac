/**
 * How the workflow calls the outside, one group a kind. What is one MongoDB trip runs as a local activity in the
 * workflow task at hand; if it fails there it is repeated as a normal one, which Temporal retries until the store is
 * back, so nothing is lost while MongoDB is down.
 */
import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

const once = proxyLocalActivities<Activities>({ startToCloseTimeout: '1 s', retry: { maximumAttempts: 1 } });

/** Store and provider calls that must happen in the end. A provider's retry-after overrides the interval. */
export const durable = proxyActivities<Activities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '10 s' },
});

/** The model: bounded, so that a customer is told within a minute that the AI can not answer. */
export const model = proxyActivities<Activities>({
  startToCloseTimeout: '30 s',
  scheduleToCloseTimeout: '45 s',
  heartbeatTimeout: '3 s',
  cancellationType: 'TRY_CANCEL',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '10 s', maximumAttempts: 3 },
});

/** What no turn waits for: tried twice, then left. */
export const background = proxyActivities<Activities>({
  startToCloseTimeout: '30 s',
  scheduleToCloseTimeout: '60 s',
  cancellationType: 'TRY_CANCEL',
  retry: { initialInterval: '2 s', maximumAttempts: 2 },
});

/** The business's own services. A write is safe to retry: it carries an idempotency key. */
export const tools = proxyActivities<Activities>({
  startToCloseTimeout: '15 s',
  scheduleToCloseTimeout: '40 s',
  retry: { initialInterval: '500 ms', maximumInterval: '5 s', maximumAttempts: 4 },
});

type Quick = Pick<
  Activities,
  | 'readPolicy'
  | 'redactMessage'
  | 'announceAmendments'
  | 'detectSignals'
  | 'recordMode'
  | 'recordBoundary'
  | 'sendReply'
  | 'acknowledgeHandoff'
  | 'briefOperators'
  | 'remindOperators'
  | 'postNotice'
>;

/** The local activity under way in a run; the next one waits for it. */
export interface LocalLane {
  tail: Promise<unknown>;
}

/**
 * Runs a short activity in this workflow task, and durably where that fails. One local activity at a time: results of
 * two at once reach a replay in one activation and the first run in two, so what follows could be scheduled in another
 * order than history has it.
 */
export async function quick<K extends keyof Quick>(
  lane: LocalLane,
  name: K,
  input: Parameters<Quick[K]>[0],
): Promise<Awaited<ReturnType<Quick[K]>>> {
  type Calls = Record<K, (input: Parameters<Quick[K]>[0]) => ReturnType<Quick[K]>>;
  const before = lane.tail;
  let free = () => {};
  lane.tail = new Promise<void>((resolve) => {
    free = resolve;
  });
  await before;
  try {
    return await (once as unknown as Calls)[name](input);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return await (durable as unknown as Calls)[name](input);
  } finally {
    free();
  }
}
