/** Delivery only moves forward: a receipt that comes late or twice never takes a message back to an earlier state. */
import type { DeliveryState } from '../domain/message';

const FORWARD: Record<DeliveryState, readonly DeliveryState[]> = {
  // Back from `claimed`: the request did not leave (throttled, or fenced), so the same message may be sent later.
  pending: ['pending', 'claimed'],
  claimed: ['pending', 'claimed', 'unknown'],
  unknown: ['pending', 'claimed', 'unknown'],
  failed: ['pending', 'claimed', 'unknown', 'sent', 'failed'],
  // Not from `failed`: the provider's no may come before its answer to the send, which only says that it was taken.
  sent: ['pending', 'claimed', 'unknown', 'sent'],
  delivered: ['pending', 'claimed', 'unknown', 'failed', 'sent', 'delivered'],
  read: ['pending', 'claimed', 'unknown', 'failed', 'sent', 'delivered', 'read'],
};

/** The states from which `state` may be reached, itself included. */
export function statesBefore(state: DeliveryState): readonly DeliveryState[] {
  return FORWARD[state];
}

/** From the least to the most advanced; one part that failed is what the whole message shows. */
const ORDER: readonly DeliveryState[] = ['pending', 'claimed', 'unknown', 'failed', 'sent', 'delivered', 'read'];

/** What a message in several parts shows; null for none. */
export function leastAdvanced(states: readonly DeliveryState[]): DeliveryState | null {
  return ORDER.find((state) => states.includes(state)) ?? null;
}
