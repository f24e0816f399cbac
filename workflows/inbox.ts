/**
 * The order in which messages are taken: by receive number, each once. A missing number is waited for two seconds at
 * most, then passed over, and taken when it comes after all. Pure functions over the carried `Inbox`.
 */
import type { InboundReference } from '../domain/message';
import type { Inbox } from './state';

const GAP_WAIT_MS = 2_000;
const SEEN = 256;
const SKIPPED = 64;

/** Queues a reference unless it was taken or queued before. A signal may come any number of times, in any order. */
export function receive(inbox: Inbox, reference: InboundReference): void {
  const { number, originalId } = reference;
  if (inbox.seen.includes(originalId) || inbox.waiting.some((queued) => queued.originalId === originalId)) return;
  if (number < inbox.next && !inbox.skipped.includes(number)) return;
  inbox.waiting.push(reference);
  inbox.waiting.sort((a, b) => a.number - b.number);
}

/** The next reference to take at workflow time `now`, or null while there is none or a gap is waited for. */
export function takeNext(inbox: Inbox, now: number): InboundReference | null {
  const head = inbox.waiting[0];
  if (!head) {
    inbox.gapSince = null;
    return null;
  }
  if (inbox.next > 0 && head.number > inbox.next) {
    inbox.gapSince ??= now;
    if (now - inbox.gapSince < GAP_WAIT_MS) return null;
    for (let missing = inbox.next; missing < head.number && missing < inbox.next + SKIPPED; missing++) {
      inbox.skipped.push(missing);
    }
    inbox.skipped.splice(0, inbox.skipped.length - SKIPPED);
  }
  inbox.gapSince = null;
  inbox.waiting.shift();
  inbox.skipped = inbox.skipped.filter((number) => number !== head.number);
  inbox.next = Math.max(inbox.next, head.number + 1);
  inbox.seen.push(head.originalId);
  inbox.seen.splice(0, inbox.seen.length - SEEN);
  return head;
}

/** Workflow time at which a gap has been waited for long enough, or null. */
export function gapDeadline(inbox: Inbox): number | null {
  return inbox.gapSince === null ? null : inbox.gapSince + GAP_WAIT_MS;
}

/** True when `takeNext` would give something now. */
export function isReady(inbox: Inbox, now: number): boolean {
  const head = inbox.waiting[0];
  if (!head) return false;
  if (inbox.next === 0 || head.number <= inbox.next) return true;
  return inbox.gapSince !== null && now - inbox.gapSince >= GAP_WAIT_MS;
}
