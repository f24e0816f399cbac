/**
 * When a message may leave: inside the platform's window, and no faster than it allows. Asked before the fence, so that
 * no AI send waits with its claim open.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/activity';
import { type Channel, ChannelRefusal, ChannelThrottled, type OutboundMessage } from '../channels/channel';
import type { ActivityDeps } from './deps';

/** Longer waits are Temporal's: a worker's slot is not held for them. */
const LONGEST_SLEEP_MS = 3_000;
const HOUR_MS = 3_600_000;

export interface Outgoing {
  address: string;
  workflowId: string;
  author: OutboundMessage['author'];
  /** A team's chat has no window of the customer's. */
  toOperators: boolean;
}

/** Resolves when the message may be sent. Throws `ChannelRefusal` outside the window, `ChannelThrottled` for later. */
export async function paced(
  { store }: Pick<ActivityDeps, 'store'>,
  channel: Channel,
  { address, workflowId, author, toOperators }: Outgoing,
): Promise<void> {
  if (!toOperators) await insideWindow({ store }, channel, { address, workflowId, author });
  const { name, account, limits } = channel;
  const asked: [string[], NonNullable<typeof limits>['chat']][] = [
    [[name, account, address], limits?.chat],
    [[name, account, address, 'place'], toOperators ? limits?.place : undefined],
    [[name, account], limits?.account],
  ];
  for (const [what, limit] of asked) {
    if (!limit) continue;
    for (
      let wait = await store.sendLimits.take(what, limit);
      wait > 0;
      wait = await store.sendLimits.take(what, limit)
    ) {
      if (wait > LONGEST_SLEEP_MS) throw new ChannelThrottled('the pace that the platform allows is reached', wait);
      await sleep(wait);
    }
  }
}

async function insideWindow(
  { store }: Pick<ActivityDeps, 'store'>,
  channel: Channel,
  { address, workflowId, author }: Omit<Outgoing, 'toOperators'>,
): Promise<void> {
  const windowMs = channel.windowMs?.(author, address);
  if (windowMs === undefined || windowMs === null) return;
  const at = await store.conversations.lastCustomerAt({ workflowId });
  if (at === null || Date.now() - Date.parse(at) < windowMs) return;
  const hours = Math.round(windowMs / HOUR_MS);
  throw new ChannelRefusal(
    `the customer last wrote more than ${hours} hours ago, and ${channel.name} allows no message after that`,
  );
}

export function throttled(error: ChannelThrottled): ApplicationFailure {
  return ApplicationFailure.create({
    message: 'the provider asks to wait',
    type: 'ChannelThrottled',
    nextRetryDelay: error.retryAfterMs,
  });
}
