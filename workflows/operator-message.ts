/**
 * An operator's message or command. His first word takes the conversation from the AI; from then on the AI is silent
 * until `/done`, `/ai` or the timer the business set.
 */
import { patched } from '@temporalio/workflow';
import { nextMode } from '../domain/conversation';
import type { InboundReference } from '../domain/message';
import { quick } from './activity-proxies';
import { type Conversation, remember } from './context';
import { considerUnanswered } from './draft-turn';
import { certain, giveToAi, reopen } from './handoff';
import { enqueue, showInThreads } from './lanes';
import { enterMode, iso, record } from './mode';
import { redactReference } from './redact-reference';
import { clearDeadlines, type Notice } from './state';
import { armIdle, stopIdle } from './timers';

/** `/take` moves the conversation from a colleague only after he was quiet for this long: of two at once the first owns. */
const OWNER_KEEPS_MS = 60_000;
/** A customer message this close before `/done` was not seen by the operator who typed it. */
const SAME_INSTANT_MS = 1_000;
/** Written on the team page or in the customer's own thread: every team's chat is told. */
const NOWHERE = '';

export async function operatorMessage(conversation: Conversation, reference: InboundReference): Promise<void> {
  conversation.state.consumedMark = Math.max(conversation.state.consumedMark, reference.number);
  if (reference.command) return command(conversation, reference, reference.command);
  const operatorId = reference.operatorId ?? 'unknown';
  if (reference.kind === 'message') takeOver(conversation, operatorId, reference);
  await conversation.recorded;
  const relayed = conversation.settings.delivery === 'push' && !reference.inThread;
  const { seq, text } = await redactReference(conversation, reference, relayed ? 'relayed' : 'operator');
  if (seq === null || text === null || reference.kind !== 'message') return;
  remember(conversation, { seq, author: 'operator', text });
  if (relayed) enqueue(conversation, { kind: 'relay', seq, originalId: reference.originalId });
  showInThreads(conversation, { kind: 'forward', seq, except: reference.place ?? NOWHERE });
}

/** Both of two operators' messages are delivered; the first owns, the other is told who. */
function takeOver(conversation: Conversation, operatorId: string, reference: InboundReference): void {
  const { state } = conversation;
  const mode = nextMode(state.mode, { type: 'operatorMessage' });
  if (mode === 'operator') {
    state.unanswered = [];
    if (state.mode !== 'operator') {
      own(conversation, operatorId, reference);
    } else {
      if (state.owner && state.owner.id !== operatorId) tell(conversation, 'who', reference);
      else if (state.owner) state.owner.activeAt = Date.now();
      stopIdle(conversation);
    }
  }
}

function own(conversation: Conversation, operatorId: string, reference: InboundReference): void {
  const { state } = conversation;
  clearDeadlines(state);
  const owner = { id: operatorId };
  if (state.handoff) enterMode(conversation, { mode: 'operator', owner });
  else
    enterMode(conversation, {
      mode: 'operator',
      reasons: [certain('operator_took_over', 'an operator wrote or took the conversation')],
      owner,
    });
  showInThreads(conversation, title(reference));
}

async function command(conversation: Conversation, reference: InboundReference, name: string): Promise<void> {
  const operatorId = reference.operatorId ?? 'unknown';
  switch (name) {
    case 'done':
      return done(conversation, reference);
    case 'take':
      return take(conversation, reference, operatorId);
    case 'ai':
      if (conversation.state.mode === 'ai') return tell(conversation, 'alreadyAi', reference);
      giveToAi(conversation, title(reference));
      confirm(conversation, 'resumed', reference);
      return considerUnanswered(conversation);
    case 'note':
      return note(conversation, reference);
    case 'history':
    case 'who':
    case 'attachment':
      return tell(conversation, name, reference);
    case 'which':
      return enqueue(conversation, { kind: 'notice', what: 'which', ...asked(reference), general: true });
    case 'helpAnywhere':
      return enqueue(conversation, { kind: 'notice', what: 'help', ...asked(reference), general: true });
    case 'unlistedAnywhere':
      return enqueue(conversation, {
        ...{ kind: 'notice', what: 'unlisted', why: operatorId },
        ...{ ...asked(reference), general: true },
      });
    case 'undelivered':
      return enqueue(conversation, { kind: 'notice', what: 'undelivered', originalId: reference.originalId });
    case 'unlisted':
      return enqueue(conversation, { kind: 'notice', what: 'unlisted', why: operatorId, ...asked(reference) });
    default:
      return tell(conversation, 'help', reference);
  }
}

function take(conversation: Conversation, reference: InboundReference, operatorId: string): void {
  const { state } = conversation;
  const now = Date.now();
  if (state.mode !== 'operator') {
    own(conversation, operatorId, reference);
  } else if (state.owner?.id === operatorId) {
    state.owner.activeAt = now;
  } else if (state.owner && now - state.owner.activeAt < OWNER_KEEPS_MS) {
    tell(conversation, 'who', reference);
    return;
  } else {
    state.owner = { id: operatorId, since: now, activeAt: now };
    record(conversation);
    showInThreads(conversation, title(reference));
  }
  confirm(conversation, 'taken', reference);
  armIdle(conversation);
}

/** Draws the boundary: what lies before it can not raise a signal again. A second `/done` changes nothing. */
async function done(conversation: Conversation, reference: InboundReference): Promise<void> {
  const { state, key } = conversation;
  if (nextMode(state.mode, { type: 'done' }) !== 'resolved' || state.mode === 'resolved')
    return tell(conversation, 'nothingToResolve', reference);
  const receivedAt = Date.parse(reference.receivedAt);
  const from = state.handoff?.since ?? iso(state.owner?.since ?? receivedAt);
  clearDeadlines(state);
  enterMode(conversation, { mode: 'resolved', reasons: [], owner: null });
  showInThreads(conversation, title(reference));
  confirm(conversation, 'resolved', reference);
  await conversation.recorded;
  const seq = ++state.seq;
  const eventNo = ++state.eventNo;
  await quick(conversation.local, 'recordBoundary', {
    conversation: key,
    originalId: reference.originalId,
    from,
    at: reference.receivedAt,
    seq,
    eventNo,
  });
  state.since = seq;
  state.unanswered = state.unanswered.filter(({ at }) => receivedAt - at < SAME_INSTANT_MS);
  if (state.unanswered.length === 0) return;
  reopen(conversation);
  await considerUnanswered(conversation);
}

/** Colleagues elsewhere read it as well; who wrote it is told that it went no further. */
async function note(conversation: Conversation, reference: InboundReference): Promise<void> {
  const { seq } = await redactReference(conversation, reference, 'note');
  if (seq === null || !patched('note-shown')) return;
  confirm(conversation, 'noted', reference);
  showInThreads(conversation, { kind: 'forward', seq, except: reference.place ?? NOWHERE });
}

/** A private answer, where the operator wrote. */
function tell(conversation: Conversation, what: Notice, reference: Asking): void {
  enqueue(conversation, { kind: 'notice', what, ...asked(reference) });
}

/** The team page shows what a command did; a chat has to be told. */
function confirm(conversation: Conversation, what: Notice, reference: Asking): void {
  if (reference.place !== undefined) tell(conversation, what, reference);
}

type Asking = Pick<InboundReference, 'place' | 'originalId'>;

/** In one of the team's chats: which, and the message that is answered. */
const asked = ({ place, originalId }: Asking) => (place === undefined ? {} : { place, originalId });

/** Titles of threads say it at once; who changed it was told by the answer to his command. */
const title = ({ place }: Pick<InboundReference, 'place'>) => ({
  ...{ kind: 'title' as const, at: Date.now() },
  ...(place !== undefined && { except: place }),
});
