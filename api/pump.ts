/**
 * Carries on what requests could not finish: signals messages that were stored while Temporal was away, in receive
 * order, and decides on echoes whose grace is over. Outages of either side only make it slower, never stop it.
 */
import type { Log } from '../log';
import type { OriginalRow, Store } from '../store/store';
import type { Metrics } from './metrics';
import type { TakeIn } from './take-in';

const EVERY_MS = 500;
const SLOWEST_MS = 5_000;
/** A request signals its own message; only what is this old has been left behind. */
const LEFT_BEHIND_MS = 2_000;
/** Short: rows of a failed round wait it out before they are tried again. */
const LEASE_MS = 3_000;
const BATCH = 200;
const CONVERSATIONS_AT_ONCE = 16;

export interface Pump {
  start(): void;
  /** Resolves when the round under way is over. */
  stop(): Promise<void>;
}

export interface PumpDeps {
  ingress: Store['ingress'];
  forward: TakeIn['forward'];
  metrics: Metrics;
  log: Log;
}

export function createPump(deps: PumpDeps): Pump {
  const { log, metrics } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let stopped = true;
  let pause = EVERY_MS;
  let trouble = false;

  /** Says that it began and that it ended, once each, with counts only. */
  function tell(failure: string | null, left: number): void {
    metrics.pumpBacklog.set(left);
    if (failure && !trouble) log.warn({ failure, left }, 'messages wait in the store');
    if (!failure && trouble) log.info('the waiting messages are signalled');
    trouble = failure !== null;
  }

  async function round(): Promise<void> {
    try {
      // While Temporal is away one row is enough to find out whether it is back.
      const limit = trouble ? 1 : BATCH;
      const { found, left } = await pumpOnce(deps, limit);
      tell(left > 0 ? 'temporal' : null, left);
      pause = left > 0 ? slower(pause) : found >= limit ? 0 : EVERY_MS;
    } catch (error) {
      tell(error instanceof Error ? error.name : 'store', 0);
      pause = slower(pause);
    }
    if (!stopped) schedule();
  }

  function schedule(): void {
    timer = setTimeout(() => {
      running = round();
    }, pause);
  }

  return {
    start() {
      stopped = false;
      schedule();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

const slower = (pause: number) => Math.min(SLOWEST_MS, Math.max(EVERY_MS, pause) * 1.5);

/** One round: how many rows were found, and how many of them could not be signalled. */
export async function pumpOnce(deps: PumpDeps, limit = BATCH): Promise<{ found: number; left: number }> {
  const { ingress, forward } = deps;
  for (const acceptance of await ingress.releaseEchoes()) {
    if (acceptance.status === 'accepted') await forward(acceptance.reference, acceptance.conversation, 'pump');
  }
  const rows = await ingress.leaseUnsignalled({ olderThanMs: LEFT_BEHIND_MS, leaseMs: LEASE_MS, limit });
  const leaseEnds = Date.now() + LEASE_MS;
  const queues = perConversation(rows);
  let left = 0;
  const takeTurns = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      left += await forwardInOrder(forward, queue, leaseEnds);
  };
  await Promise.all(Array.from({ length: CONVERSATIONS_AT_ONCE }, takeTurns));
  return { found: rows.length, left };
}

function perConversation(rows: readonly OriginalRow[]): OriginalRow[][] {
  const queues = new Map<string, OriginalRow[]>();
  for (const row of rows) queues.set(row.key.workflowId, [...(queues.get(row.key.workflowId) ?? []), row]);
  return [...queues.values()];
}

/** Stops at the first failure: a later message must not overtake an earlier one. */
async function forwardInOrder(forward: TakeIn['forward'], rows: OriginalRow[], leaseEnds: number): Promise<number> {
  for (const [done, row] of rows.entries()) {
    if (Date.now() >= leaseEnds || !(await forward(row.reference, row.key, 'pump'))) return rows.length - done;
  }
  return 0;
}
