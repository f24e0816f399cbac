/**
 * Everything a conversation remembers, as plain JSON: it is carried whole into the next run, so a deadline, a queued
 * message or an unsent effect survives continue-as-new. No message text: texts live in the transcript.
 */
import type { NoticeName } from '../activities/notice-text';
import type { Mode } from '../domain/conversation';
import type { Signal } from '../domain/handoff';
import type { InboundReference } from '../domain/message';
import type { ResumePoint } from '../store/store';

/** A send that was decided and not yet done. Lanes run them in order; what is left is carried. */
export type Effect =
  | { kind: 'ack'; epoch: number }
  | { kind: 'brief'; epoch: number; reasons: Signal[] }
  | { kind: 'forward'; seq: number; except?: string; edit?: number; deleted?: true }
  | { kind: 'relay'; seq: number; originalId: string }
  | { kind: 'reminder'; what: 'unclaimed' | 'escalation' | 'idle'; waitingSince: string }
  | { kind: 'notice'; what: Notice; place?: string; why?: string; originalId?: string; general?: true }
  /** `at`: when a colleague or a timer changed it, for chats without titles. */
  | { kind: 'title'; at?: number; except?: string; by?: 'timer' };

/** What operators are told privately. */
export type Notice = NoticeName;

export interface ConversationState {
  mode: Mode;
  epoch: number;
  /** Last numbers given to a visible row and to a reader's event. */
  seq: number;
  eventNo: number;
  /** Amendments made to old rows; readers' caches are valid for one version. */
  version: number;
  inbox: Inbox;
  /** Receive number of the last operator message taken: an AI send is fenced by any later mark. */
  consumedMark: number;
  /** Seq of the last boundary or handoff: what lies before it can not raise a signal again. */
  since: number;
  /** Customer messages nobody has answered. */
  unanswered: { seq: number; number: number; at: number }[];
  /** Customer messages up to this seq have been through the detectors. */
  detectedUpTo: number;
  language: string;
  turn: TurnCounters;
  handoff: { reasons: Signal[]; since: string } | null;
  /** The operator who has the conversation; times in workflow milliseconds. */
  owner: { id: string; since: number; activeAt: number } | null;
  /** Set while a person has to answer: when the oldest unanswered message came. */
  waitingSince: string | null;
  deadlines: Deadlines;
  /** The summary of the rows up to `to`, made at that version; absent before the first. */
  summary?: { key: string; to: number; version: number };
  /** Last seq the operators' places have seen in a brief. */
  briefedUpTo: number;
  effects: { customer: Effect[]; operators: Effect[] };
}

export interface Inbox {
  /** The receive number taken next; 0 takes whatever comes first (a conversation whose workflow was lost). */
  next: number;
  waiting: InboundReference[];
  /** Numbers given up on after the gap wait; taken when they come late. */
  skipped: number[];
  /** Originals taken lately: a row numbered twice by a crash is still taken once. */
  seen: string[];
  /** Since when the head of the queue waits for a missing number, in workflow time. */
  gapSince: number | null;
}

export interface TurnCounters {
  redrafts: number;
  clarifyAsked: boolean;
  /** Workflow time before which no draft starts: quiet period, held fragment, fence. */
  notBefore: number;
}

/** Workflow time in milliseconds; null where the timer is not running. */
export interface Deadlines {
  remind: number | null;
  escalate: number | null;
  nudge: number | null;
  resume: number | null;
}

export function freshState(): ConversationState {
  return {
    mode: 'ai',
    epoch: 1,
    seq: 0,
    eventNo: 0,
    version: 0,
    inbox: { next: 1, waiting: [], skipped: [], seen: [], gapSince: null },
    consumedMark: 0,
    since: 0,
    unanswered: [],
    detectedUpTo: 0,
    language: '',
    turn: { redrafts: 0, clarifyAsked: false, notBefore: 0 },
    handoff: null,
    owner: null,
    waitingSince: null,
    deadlines: noDeadlines(),
    briefedUpTo: 0,
    effects: { customer: [], operators: [] },
  };
}

const noDeadlines = (): Deadlines => ({ remind: null, escalate: null, nudge: null, resume: null });

export function clearDeadlines(state: ConversationState): void {
  state.deadlines = noDeadlines();
}

/** The state of a conversation whose workflow was lost, from what its document and rows say. */
export function resumedState(
  { record, seq, eventNo, operatorMark }: ResumePoint,
  inbox: Inbox,
): Partial<ConversationState> {
  return {
    mode: record.mode,
    epoch: record.epoch,
    seq,
    eventNo,
    since: seq,
    consumedMark: operatorMark,
    handoff: record.handoff,
    owner: record.operator && { id: record.operator.id, since: 0, activeAt: 0 },
    waitingSince: record.waitingSince,
    inbox: { ...inbox, next: 0 },
  };
}

/**
 * A workflow task that wrote a row and was never committed (the server or the worker died in it) leaves its numbers
 * taken. The store then gives the next free ones, and the counters follow.
 */
export function keepUp(state: ConversationState, row: { seq: number | null; eventNo: number }): void {
  state.seq = Math.max(state.seq, row.seq ?? 0);
  state.eventNo = Math.max(state.eventNo, row.eventNo);
}

/** Rows of the turn that the detectors have not judged. */
export function unjudged({ unanswered, detectedUpTo }: ConversationState): number[] {
  return unanswered.filter(({ seq }) => seq > detectedUpTo).map(({ seq }) => seq);
}
