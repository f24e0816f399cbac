/**
 * One conversation, for as long as it lives. This file is its table of contents: handlers only queue, the loop takes
 * one thing at a time, and at a safe point the run continues as new with everything it knows.
 */
import { condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import type { RunSettings } from '../activities/read-policy';
import { quick } from './activity-proxies';
import type { Conversation } from './context';
import { customerMessage } from './customer-turn';
import { considerUnanswered, isTurnDue } from './draft-turn';
import { status } from './explain';
import { armUnclaimed } from './handoff';
import { isReady, receive, takeNext } from './inbox';
import { startLanes } from './lanes';
import { cancelTurn, enterMode } from './mode';
import { operatorMessage } from './operator-message';
import {
  type ConversationInput,
  customerMessageSignal,
  operatorMessageSignal,
  statusQuery,
  transcriptQuery,
} from './signals';
import { type ConversationState, freshState, resumedState } from './state';
import { fireTimers, isTimerDue, sleepMs } from './timers';

export async function conversationWorkflow(input: ConversationInput, carried?: ConversationState): Promise<void> {
  const conversation = begin(input, carried ?? freshState());
  const { state } = conversation;
  setHandler(customerMessageSignal, (reference) => receive(state.inbox, reference));
  setHandler(operatorMessageSignal, (reference) => receive(state.inbox, reference));
  setHandler(statusQuery, () => status(conversation));
  setHandler(transcriptQuery, () => conversation.window);

  await readSettings(conversation, !carried);
  startLanes(conversation);
  while (!isHistoryFull(conversation)) {
    const now = Date.now();
    const reference = takeNext(state.inbox, now);
    if (reference) await (reference.author === 'customer' ? customerMessage : operatorMessage)(conversation, reference);
    else if (isTimerDue(state, now)) fireTimers(conversation, now);
    else if (isTurnDue(conversation, now)) await considerUnanswered(conversation);
    else await news(conversation);
  }
  await settle(conversation);
  await continueAsNew<typeof conversationWorkflow>(input, state);
}

function begin(
  { businessId, conversationId, channel, account }: ConversationInput,
  state: ConversationState,
): Conversation {
  const { workflowId } = workflowInfo();
  return {
    key: { businessId, workflowId, conversationId, channel, account },
    state,
    settings: {} as RunSettings,
    turn: null,
    recorded: Promise.resolve(),
    local: { tail: Promise.resolve() },
    recording: 0,
    busy: { customer: false, operators: false },
    summarising: null,
    draining: false,
    window: [],
  };
}

async function readSettings(conversation: Conversation, firstRun: boolean): Promise<void> {
  conversation.settings = await quick(conversation.local, 'readPolicy', { conversation: conversation.key, firstRun });
  const { resumePoint } = conversation.settings;
  if (!resumePoint) return;
  Object.assign(conversation.state, resumedState(resumePoint, conversation.state.inbox));
  enterMode(conversation, { mode: conversation.state.mode });
  if (conversation.state.mode === 'waiting') armUnclaimed(conversation);
}

/** Sleeps until a message, a deadline or the end of a draft gives the loop something to do. */
async function news(conversation: Conversation): Promise<void> {
  const wake = () => {
    const now = Date.now();
    const { state } = conversation;
    return (
      isReady(state.inbox, now) || isTimerDue(state, now) || isTurnDue(conversation, now) || isHistoryFull(conversation)
    );
  };
  const gapOpened = () => conversation.state.inbox.gapSince === null && conversation.state.inbox.waiting.length > 0;
  const { turn } = conversation;
  const changed = () => wake() || gapOpened() || conversation.turn !== turn;
  const sleep = sleepMs(conversation, Date.now());
  if (sleep === null) await condition(changed);
  else await condition(changed, sleep);
}

function isHistoryFull({ settings }: Conversation): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= settings.policy.historyLimit;
}

/** The safe point: no activity open. A draft that is not being sent is dropped and made again in the next run. */
async function settle(conversation: Conversation): Promise<void> {
  conversation.draining = true;
  if (conversation.turn && !conversation.turn.sending) cancelTurn(conversation);
  conversation.summarising?.cancel();
  await condition(() => {
    const { busy, recording, turn, summarising } = conversation;
    return !busy.customer && !busy.operators && recording === 0 && turn === null && summarising === null;
  });
}
