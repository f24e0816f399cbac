/**
 * The one place that changes a conversation's mode. Every change adds one to the epoch, cancels the draft in flight,
 * and is recorded and made visible in Temporal before anything is sent under it.
 */

import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { log, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Mode } from '../domain/conversation';
import type { Signal } from '../domain/handoff';
import type { ModeRecord, StoredEvent } from '../store/store';
import { quick } from './activity-proxies';
import type { Conversation } from './context';
import { details, nextTimer } from './explain';

const MODE = defineSearchAttributeKey('ConversationMode', SearchAttributeType.KEYWORD);
const REASON = defineSearchAttributeKey('HandoffReason', SearchAttributeType.KEYWORD);
const WAITING = defineSearchAttributeKey('WaitingSince', SearchAttributeType.DATETIME);

export interface ModeChange {
  mode: Mode;
  /** Null keeps what led here; an empty list clears it. */
  reasons?: Signal[];
  owner?: { id: string } | null;
}

/** Enters a mode, synchronously; `conversation.recorded` resolves once readers can see it. */
export function enterMode(conversation: Conversation, { mode, reasons, owner }: ModeChange): void {
  const { state } = conversation;
  const now = Date.now();
  cancelTurn(conversation);
  state.mode = mode;
  state.epoch += 1;
  if (reasons) state.handoff = reasons.length > 0 ? { reasons, since: iso(now) } : null;
  if (owner !== undefined) state.owner = owner && { id: owner.id, since: now, activeAt: now };
  state.waitingSince = mode === 'waiting' ? iso(state.unanswered[0]?.at ?? now) : null;
  state.turn = { redrafts: 0, clarifyAsked: false, notBefore: 0 };
  upsertSearchAttributes([
    { key: MODE, value: mode },
    { key: REASON, value: state.handoff?.reasons[0]?.reason ?? null },
    { key: WAITING, value: state.waitingSince ? new Date(state.waitingSince) : null },
  ]);
  log.info('mode changed', { mode, epoch: state.epoch, reason: state.handoff?.reasons[0]?.reason });
  record(conversation, events(conversation, reasons));
}

/** Writes owner, timers and waiting time again, without a new epoch: something changed that readers see. */
export function record(conversation: Conversation, changes: StoredEvent[] = []): void {
  const snapshot = modeRecord(conversation);
  conversation.recording += 1;
  setCurrentDetails(details(conversation));
  conversation.recorded = conversation.recorded.then(async () => {
    await quick(conversation.local, 'recordMode', {
      conversation: conversation.key,
      record: snapshot,
      events: changes,
    });
    conversation.recording -= 1;
  });
}

/** Since when the customer waits for a person, in Temporal's list too; null when nobody does. */
export function setWaitingSince({ state }: Conversation, waitingSince: string | null): void {
  if (state.waitingSince === waitingSince) return;
  state.waitingSince = waitingSince;
  upsertSearchAttributes([{ key: WAITING, value: waitingSince ? new Date(waitingSince) : null }]);
}

/** Cancels the draft in flight; what it returns later is dropped. */
export function cancelTurn(conversation: Conversation): void {
  const { turn } = conversation;
  conversation.turn = null;
  turn?.scope.cancel();
}

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

function events({ state }: Conversation, reasons: Signal[] | undefined): StoredEvent[] {
  const at = iso(Date.now());
  const { mode, epoch } = state;
  const changed: StoredEvent[] = [{ n: ++state.eventNo, type: 'mode', at, data: { mode, epoch } }];
  if (mode === 'waiting' && reasons) {
    changed.push({ n: ++state.eventNo, type: 'handoff', at, data: { reasons, since: state.handoff?.since ?? at } });
  }
  return changed;
}

function modeRecord(conversation: Conversation): ModeRecord {
  const { mode, epoch, handoff, owner, waitingSince } = conversation.state;
  return {
    mode,
    epoch,
    handoff,
    operator: owner && { id: owner.id },
    waitingSince,
    nextTimer: nextTimer(conversation.state),
  };
}
