/**
 * The door of the house: every message that leaves through a provider goes through `deliver`. The row is written
 * before the request, a row found claimed by an earlier attempt is never sent again blindly, and a retry is the
 * same message.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/activity';
import { type Channel, ChannelRefusal, ChannelThrottled, type OutboundMessage } from '../channels/channel';
import type { CleanText, DeliveryState } from '../domain/message';
import type { OperatorCommandName } from '../domain/operator-command';
import { splitText } from '../domain/split-text';
import type { ActivityDeps } from './deps';
import { noteMove } from './moved-chat';
import { paced, throttled } from './send-pace';

export interface Delivery {
  /** Without the part: `{workflowId}:{purpose}:{number}`. */
  key: string;
  workflowId: string;
  purpose: string;
  channel: string;
  account: string;
  to: { address: string; thread?: string };
  text: CleanText;
  /** The customer's message that the first part answers, as its provider names it. */
  replyTo?: string;
  /** Beneath the last part, where the channel has buttons. */
  buttons?: readonly OperatorCommandName[];
  /** Asked right before each request; false drops the rest. AI text claims its fence here, part by part. */
  fence?: (outboxKey: string) => Promise<boolean>;
}

export type DeliveryOutcome = 'sent' | 'unknown' | 'failed' | 'superseded';

export interface DeliveryResult {
  outcome: DeliveryOutcome;
  /** What was handed to the provider, parts joined: all of the text unless the outcome stopped it. */
  delivered: CleanText;
  /** Why a part was not delivered, in the adapter's words: no text, no address. */
  why?: string;
}

interface Part extends Delivery {
  outboxKey: string;
}

type PartResult = { outcome: DeliveryOutcome; why?: string };

const SEND_TIMEOUT_MS = 10_000;
const LOOKS = 5;
const LOOK_EVERY_MS = 500;
const ARRIVED: ReadonlySet<DeliveryState> = new Set(['sent', 'delivered', 'read']);
const AUTHOR: Record<string, OutboundMessage['author']> = { reply: 'ai', relay: 'operator' };

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
  const { buttons, replyTo, ...message } = delivery;
  const delivered: string[] = [];
  let worst: PartResult = { outcome: 'sent' };
  const parts = splitText(delivery.text, channel.textLimit);
  for (const [at, text] of parts.entries()) {
    const result = await deliverPart(deps, channel, {
      ...message,
      text: text as CleanText,
      outboxKey: `${delivery.key}:${at}`,
      ...(replyTo !== undefined && at === 0 && { replyTo }),
      ...(buttons && at === parts.length - 1 && { buttons }),
    });
    if (result.outcome !== 'superseded') delivered.push(text);
    if (result.outcome !== 'sent') worst = result;
    if (result.outcome === 'failed' || result.outcome === 'superseded') break;
  }
  return { ...worst, delivered: delivered.join('\n') as CleanText };
}

async function deliverPart(
  deps: Pick<ActivityDeps, 'store'>,
  channel: Channel,
  { workflowId, purpose, to, text, replyTo, fence, buttons, outboxKey }: Part,
): Promise<PartResult> {
  const { store } = deps;
  const { name, account } = channel;
  const begun = { outboxKey, workflowId, purpose, channel: name, account, ...to, state: 'pending', text } as const;
  const row = await store.outbox.begin(begun);
  if (ARRIVED.has(row.state)) return { outcome: 'sent' };
  if (row.state === 'failed') return { outcome: 'failed', ...(row.error !== undefined && { why: row.error }) };
  if (row.state === 'claimed' && channel.onUnknown !== 'resend') {
    await store.outbox.settle(outboxKey, 'unknown', { error: 'the process ended while the request was under way' });
    return { outcome: 'unknown' };
  }
  if (row.state === 'unknown') return { outcome: 'unknown' };
  const author = AUTHOR[purpose] ?? 'system';
  try {
    await paced(deps, channel, { address: to.address, workflowId, author, toOperators: purpose in TO_OPERATORS });
    await store.outbox.settle(outboxKey, 'claimed');
    if (fence && !(await fence(outboxKey))) {
      // Not failed: the turn is made again under the same key once the AI may speak.
      await store.outbox.settle(outboxKey, 'pending', { error: 'superseded before the request' });
      return { outcome: 'superseded' };
    }
    const answering = replyTo !== undefined && { replyTo };
    const message = { to, text, outboxKey, author, ...answering, ...(buttons && { buttons }) };
    const result = await channel.send(message, AbortSignal.timeout(SEND_TIMEOUT_MS));
    if (result.state === 'unknown') {
      // The receiver knows a repeat by its key.
      if (channel.onUnknown === 'resend') throw new Error(result.why);
      await store.outbox.settle(outboxKey, 'unknown', { error: result.why });
      return (await arrivedAfterAll(store, outboxKey)) ? { outcome: 'sent' } : { outcome: 'unknown', why: result.why };
    }
    const settled = await store.outbox.settle(outboxKey, 'sent', {
      providerMessageId: result.providerMessageId,
      ...(purpose === 'forward' && { quotableIn: workflowId }),
    });
    if (result.movedTo !== undefined) {
      const chat = { channel: name, account, address: to.address, ofOperators: purpose in TO_OPERATORS };
      await noteMove({ store }, workflowId, chat, result.movedTo);
    }
    // Its no can overtake its answer; who is told then is told here, where the send ends.
    if (settled?.is === 'failed') return { outcome: 'failed', ...(settled.error && { why: settled.error }) };
    return { outcome: 'sent' };
  } catch (error) {
    return refusedOrLater(store, { outboxKey, attempts: row.attempts, channel }, error);
  }
}

/** The provider's echo or receipt often tells a moment later what its answer did not. */
async function arrivedAfterAll({ outbox }: ActivityDeps['store'], outboxKey: string): Promise<boolean> {
  for (let look = 1; ; look += 1) {
    const row = await outbox.find(outboxKey);
    if (row && ARRIVED.has(row.state)) return true;
    if (look === LOOKS) return false;
    await sleep(LOOK_EVERY_MS);
  }
}

const TO_OPERATORS = { brief: 1, forward: 1, reminder: 1, private: 1 };

/** A refusal is final. Anything else the channel throws means the request did not leave: pending again, retried. */
async function refusedOrLater(
  store: ActivityDeps['store'],
  { outboxKey, attempts, channel }: { outboxKey: string; attempts: number; channel: Channel },
  error: unknown,
): Promise<PartResult> {
  if (error instanceof ChannelRefusal) {
    await store.outbox.settle(outboxKey, 'failed', { error: error.message });
    return { outcome: 'failed', why: error.message };
  }
  const { retryAfterMs } = channel;
  if (retryAfterMs && attempts > retryAfterMs.length) {
    const why = `given up after ${attempts} attempts`;
    await store.outbox.settle(outboxKey, 'failed', { error: why });
    return { outcome: 'failed', why };
  }
  await store.outbox.settle(outboxKey, 'pending', { error: (error as Error).name });
  if (error instanceof ChannelThrottled) throw throttled(error);
  const wait = retryAfterMs?.[attempts - 1];
  if (wait === undefined) throw error;
  throw ApplicationFailure.create({ message: (error as Error).message, type: 'LaterAgain', nextRetryDelay: wait });
}
