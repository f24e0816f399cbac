/**
 * The door of the house: every message that leaves through a provider goes through `deliver`. The row is written
 * before the request, a row found claimed by an earlier attempt is never sent again blindly, and a retry is the
 * same message.
 */
import { ApplicationFailure } from '@temporalio/activity';
import { type Channel, ChannelRefusal, ChannelThrottled, type OutboundMessage } from '../channels/channel';
import type { CleanText } from '../domain/message';
import { splitText } from '../domain/split-text';
import type { ActivityDeps } from './deps';

export interface Delivery {
  /** Without the part: `{workflowId}:{purpose}:{number}`. */
  key: string;
  workflowId: string;
  purpose: string;
  channel: string;
  account: string;
  to: { address: string; thread?: string };
  text: CleanText;
  /** Asked right before each request; false drops the rest. AI text claims its fence here, part by part. */
  fence?: (outboxKey: string) => Promise<boolean>;
}

export type DeliveryOutcome = 'sent' | 'unknown' | 'failed' | 'superseded';

export interface DeliveryResult {
  outcome: DeliveryOutcome;
  /** What was handed to the provider, parts joined: all of the text unless the outcome stopped it. */
  delivered: CleanText;
}

/** Sends all parts in order. Throws only what Temporal should retry. */
export async function deliver(
  deps: Pick<ActivityDeps, 'store' | 'channels' | 'log'>,
  delivery: Delivery,
): Promise<DeliveryResult> {
  const channel = deps.channels.find(delivery.channel, delivery.account);
  if (!channel) {
    throw ApplicationFailure.nonRetryable(
      `no channel "${delivery.channel}" with account "${delivery.account}" is configured: add it to business.yaml`,
      'ChannelMissing',
    );
  }
  const delivered: string[] = [];
  let worst: DeliveryOutcome = 'sent';
  for (const [part, text] of splitText(delivery.text, channel.textLimit).entries()) {
    const outcome = await deliverPart(
      deps,
      channel,
      { ...delivery, text: text as CleanText },
      `${delivery.key}:${part}`,
    );
    if (outcome !== 'superseded') delivered.push(text);
    if (outcome !== 'sent') worst = outcome;
    if (outcome === 'failed' || outcome === 'superseded') break;
  }
  return { outcome: worst, delivered: delivered.join('\n') as CleanText };
}

async function deliverPart(
  { store }: Pick<ActivityDeps, 'store'>,
  channel: Channel,
  { workflowId, purpose, channel: name, account, to, text, fence }: Delivery,
  outboxKey: string,
): Promise<DeliveryOutcome> {
  const row = await store.outbox.begin({
    outboxKey,
    workflowId,
    purpose,
    channel: name,
    account,
    ...to,
    state: 'pending',
    text,
  });
  if (row.state === 'sent' || row.state === 'delivered' || row.state === 'read') return 'sent';
  if (row.state === 'failed') return 'failed';
  if (row.state === 'claimed' && channel.onUnknown !== 'resend') {
    await store.outbox.settle(outboxKey, 'unknown', { error: 'the process ended while the request was under way' });
    return 'unknown';
  }
  if (row.state === 'unknown') return 'unknown';
  await store.outbox.settle(outboxKey, 'claimed');
  if (fence && !(await fence(outboxKey))) {
    // Not failed: the turn is made again under the same key once the AI may speak.
    await store.outbox.settle(outboxKey, 'pending', { error: 'superseded before the request' });
    return 'superseded';
  }
  try {
    const result = await channel.send(
      { to, text, outboxKey, author: AUTHOR[purpose] ?? 'system' },
      AbortSignal.timeout(SEND_TIMEOUT_MS),
    );
    if (result.state === 'unknown') {
      await store.outbox.settle(outboxKey, 'unknown', { error: result.why });
      return 'unknown';
    }
    await store.outbox.settle(outboxKey, 'sent', { providerMessageId: result.providerMessageId });
    return 'sent';
  } catch (error) {
    return refusedOrLater(store, outboxKey, error);
  }
}

const SEND_TIMEOUT_MS = 10_000;
const AUTHOR: Record<string, OutboundMessage['author']> = { reply: 'ai', relay: 'operator' };

/** A refusal is final. Anything else the channel throws means the request did not leave: pending again, retried. */
async function refusedOrLater(
  store: ActivityDeps['store'],
  outboxKey: string,
  error: unknown,
): Promise<DeliveryOutcome> {
  if (error instanceof ChannelRefusal) {
    await store.outbox.settle(outboxKey, 'failed', { error: error.message });
    return 'failed';
  }
  await store.outbox.settle(outboxKey, 'pending', { error: (error as Error).name });
  if (error instanceof ChannelThrottled) {
    throw ApplicationFailure.create({
      message: 'the provider asks to wait',
      type: 'ChannelThrottled',
      nextRetryDelay: error.retryAfterMs,
    });
  }
  throw error;
}
