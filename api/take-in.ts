/**
 * Takes a message in: stored first, then signalled by reference. A message is safe once it is stored, so nobody waits
 * for Temporal, and a Temporal that is away or slow changes nothing for the caller; an operator's message is answered
 * only when no AI send can start.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { InboundReference } from '../domain/message';
import type { Acceptance, AcceptInput, ConversationKey, FenceWait, Store } from '../store/store';
import type { ConversationWorkflows } from './conversations';
import type { Metrics } from './metrics';

const FENCE_POLL_MS = 20;
/** Past the end of a claim's lease: the clocks of two processes on one machine. */
const FENCE_MARGIN_MS = 50;
const FENCE_LONGEST_MS = 1_250;
/** More conversations than this with a signal under way, and callers wait for theirs: slower is better than ever more. */
const MOST_UNDER_WAY = 128;
/** Another process's pump may carry on what was left here, and never tells: this many such marks are kept. */
const MOST_BEHIND = 10_000;

export interface TakeIn {
  /** Rejects only when the message is not stored. */
  take(input: AcceptInput): Promise<Acceptance>;
  /** Keeps an echo that may be a person's; resolves when no AI message can start any more. */
  hold(input: AcceptInput, graceMs: number): Promise<void>;
  /** False when the signal did not go through, or would overtake one that did not: the row stays for the pump. */
  forward(reference: InboundReference, key: ConversationKey, by: 'request' | 'pump'): Promise<boolean>;
  /** Resolves when every message that was taken has been signalled, or left to the pump. */
  forwarded(): Promise<void>;
}

export function createTakeIn(deps: {
  ingress: Store['ingress'];
  conversations: ConversationWorkflows;
  metrics: Metrics;
}): TakeIn {
  const { ingress, conversations, metrics } = deps;

  /** Conversations with messages that the pump has yet to signal, and the last of these: what comes next waits too. */
  const behind = new Map<string, number>();

  function leave(workflowId: string, number: number): false {
    if (behind.size === MOST_BEHIND) behind.clear();
    behind.set(workflowId, Math.max(number, behind.get(workflowId) ?? 0));
    return false;
  }

  async function forward(reference: InboundReference, key: ConversationKey, by: 'request' | 'pump'): Promise<boolean> {
    const { workflowId } = key;
    if (by === 'request' && behind.has(workflowId)) return leave(workflowId, reference.number);
    try {
      await conversations.signal(reference, key);
    } catch {
      metrics.signals.inc({ by, outcome: 'failed' });
      return leave(workflowId, reference.number);
    }
    metrics.signals.inc({ by, outcome: 'sent' });
    if (reference.number >= (behind.get(workflowId) ?? 0)) behind.delete(workflowId);
    ingress.markSignalled(reference.originalId);
    return true;
  }

  const underWay = new Map<string, Promise<boolean>>();

  /** One at a time a conversation, so that messages reach its workflow in the order in which they were taken. */
  function forwardInTurn(reference: InboundReference, key: ConversationKey): Promise<boolean> {
    const { workflowId } = key;
    const earlier = underWay.get(workflowId) ?? Promise.resolve(true);
    const own = earlier.then(() => forward(reference, key, 'request'));
    underWay.set(workflowId, own);
    return own.finally(() => {
      if (underWay.get(workflowId) === own) underWay.delete(workflowId);
    });
  }

  /** An AI send that was claimed before the mark may still start; after this none can (behaviour.md 1.1). */
  async function untilFenced(key: ConversationKey, wait: FenceWait): Promise<void> {
    const end = Math.min(wait.untilMs + FENCE_MARGIN_MS, Date.now() + FENCE_LONGEST_MS);
    while (Date.now() < end) {
      if (await ingress.fenceClosed(key, wait).catch(() => false)) return;
      await sleep(FENCE_POLL_MS);
    }
  }

  return {
    forward,
    async hold(input, graceMs) {
      const held = await ingress.holdEcho(input, graceMs);
      if (held) await untilFenced(held.conversation, held.fence);
    },
    async take(input) {
      const acceptance = await ingress.accept(input);
      const { conversation, fence } = acceptance;
      const forwarded = acceptance.status === 'accepted' && forwardInTurn(acceptance.reference, conversation);
      const crowded = underWay.size > MOST_UNDER_WAY;
      await Promise.all([crowded && forwarded, fence && untilFenced(conversation, fence)]);
      return acceptance;
    },
    async forwarded() {
      await Promise.all(underWay.values());
    },
  };
}
