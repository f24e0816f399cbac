/**
 * Sends that were decided wait here in order, one lane to the customer and one to the operators, so that a slow
 * provider on one side never holds up the other. An effect leaves its lane only when it is done.
 */
import { isCancellation, log, patched } from '@temporalio/workflow';
import { durable, quick } from './activity-proxies';
import type { Conversation } from './context';
import type { Effect } from './state';

type Lane = 'customer' | 'operators';

const LANE: Record<Effect['kind'], Lane> = {
  ack: 'customer',
  relay: 'customer',
  brief: 'operators',
  forward: 'operators',
  reminder: 'operators',
  notice: 'operators',
  title: 'operators',
};

/** Queues a send; it happens after the mode it was decided under can be read. */
export function enqueue(conversation: Conversation, effect: Effect): void {
  conversation.state.effects[LANE[effect.kind]].push(effect);
  startLanes(conversation);
}

/** Shows the conversation's state, and what colleagues wrote elsewhere, in the threads of the team's chats. */
export function showInThreads(
  conversation: Conversation,
  effect: Extract<Effect, { kind: 'title' | 'forward' }>,
): void {
  if (conversation.settings.hasPlaces && patched('threads')) enqueue(conversation, effect);
}

export function startLanes(conversation: Conversation): void {
  for (const lane of ['customer', 'operators'] as const) {
    if (!conversation.busy[lane] && !conversation.draining && conversation.state.effects[lane].length > 0) {
      conversation.busy[lane] = true;
      void runLane(conversation, lane);
    }
  }
}

async function runLane(conversation: Conversation, lane: Lane): Promise<void> {
  const queue = conversation.state.effects[lane];
  try {
    for (let effect = queue[0]; effect && !conversation.draining; effect = queue[0]) {
      await conversation.recorded;
      await perform(conversation, effect);
      queue.shift();
    }
  } catch (error) {
    if (!isCancellation(error)) throw error;
  } finally {
    conversation.busy[lane] = false;
  }
}

/** A send that will never succeed is told to the operators and leaves the lane; everything else is retried inside. */
async function perform(conversation: Conversation, effect: Effect): Promise<void> {
  try {
    await carryOut(conversation, effect);
  } catch (error) {
    if (isCancellation(error)) throw error;
    log.error('a send failed for good', { kind: effect.kind });
    if (effect.kind === 'relay' || effect.kind === 'ack')
      enqueue(conversation, { kind: 'notice', what: 'unconfirmed' });
  }
}

async function carryOut(conversation: Conversation, effect: Effect): Promise<void> {
  const { key, state, settings } = conversation;
  const { hasPlaces, delivery } = settings;
  const numbers = () => ({ seq: ++state.seq, eventNo: ++state.eventNo });
  switch (effect.kind) {
    case 'ack': {
      const input = { conversation: key, epoch: effect.epoch, language: state.language, ...numbers() };
      const { state: outcome = 'sent', why } = await (delivery === 'pull'
        ? quick(conversation.local, 'acknowledgeHandoff', input)
        : durable.acknowledgeHandoff(input));
      if (outcome !== 'sent') tellOutcome(conversation, outcome, why);
      return;
    }
    case 'brief': {
      const input = { conversation: key, epoch: effect.epoch, reasons: effect.reasons, ...numbers() };
      const { briefedUpTo } = await (hasPlaces
        ? durable.briefOperators(input)
        : quick(conversation.local, 'briefOperators', input));
      state.briefedUpTo = Math.max(state.briefedUpTo, briefedUpTo);
      return;
    }
    case 'forward':
      // What was edited or deleted has to be told also where the brief showed what stood there before.
      if (hasPlaces && (effect.edit !== undefined || effect.deleted || effect.seq > state.briefedUpTo))
        await durable.forwardToOperators({
          conversation: key,
          seq: effect.seq,
          ...(effect.except !== undefined && { except: effect.except }),
          ...(effect.edit !== undefined && { edit: effect.edit }),
          ...(effect.deleted && { deleted: { briefed: effect.seq <= state.briefedUpTo } }),
        });
      return;
    case 'relay': {
      const { seq, originalId } = effect;
      const { state: outcome, why } = await durable.relayToCustomer({
        conversation: key,
        seq,
        originalId,
        eventNo: ++state.eventNo,
      });
      if (outcome !== 'sent') tellOutcome(conversation, outcome, why);
      return;
    }
    case 'reminder': {
      const { what, waitingSince } = effect;
      const input = { conversation: key, what, waitingSince, language: state.language, ...numbers() };
      if (what === 'escalation') {
        state.seq += 1;
        state.eventNo += 1;
      }
      const told = await (hasPlaces || delivery === 'push'
        ? durable.remindOperators(input)
        : quick(conversation.local, 'remindOperators', input));
      if (told && told.state !== 'sent') tellOutcome(conversation, told.state, told.why);
      return;
    }
    case 'notice': {
      const input = {
        conversation: key,
        what: effect.what,
        mode: state.mode,
        ownerId: state.owner?.id ?? null,
        ...(effect.place !== undefined && { place: effect.place }),
        ...(effect.why !== undefined && { why: effect.why }),
        ...(effect.originalId !== undefined && { originalId: effect.originalId }),
        ...(effect.general && { general: true as const }),
        ...numbers(),
      };
      await (hasPlaces ? durable.postNotice(input) : quick(conversation.local, 'postNotice', input));
      return;
    }
    case 'title':
      await durable.retitleThreads({
        conversation: key,
        mode: state.mode,
        reason: state.handoff?.reasons[0]?.reason ?? null,
        ownerId: state.owner?.id ?? null,
        ...(effect.at !== undefined && { at: effect.at }),
        ...(effect.except !== undefined && { except: effect.except }),
        ...(effect.by && { by: effect.by }),
      });
      return;
  }
}

/** A message that did not arrive, or may not have, is told to the operators, who can write again. */
export function tellOutcome(conversation: Conversation, outcome: string, why?: string): void {
  if (outcome === 'failed')
    enqueue(conversation, { kind: 'notice', what: 'undelivered', ...(why !== undefined && { why }) });
  else enqueue(conversation, { kind: 'notice', what: 'unconfirmed' });
}
