/** What the functions of this room share during one run. Only `state` is carried into the next. */
import type { CancellationScope } from '@temporalio/workflow';
import type { RunSettings } from '../activities/read-policy';
import type { Author, CleanText } from '../domain/message';
import type { ConversationKey } from '../store/store';
import type { LocalLane } from './activity-proxies';
import type { ConversationState } from './state';

export interface Conversation {
  key: ConversationKey;
  state: ConversationState;
  settings: RunSettings;
  /** The draft in flight, or null. */
  turn: Turn | null;
  /** The chain of mode records: nothing is sent before the mode it was decided under can be read. */
  recorded: Promise<void>;
  /** Local activities run one at a time. */
  local: LocalLane;
  /** Records not yet written. */
  recording: number;
  /** Lanes with an activity open. */
  busy: { customer: boolean; operators: boolean };
  /** The summary being made, or null. */
  summarising: CancellationScope | null;
  /** Set when the run is about to end: nothing new is started. */
  draining: boolean;
  /** The last texts of this run, for the `transcript` query. */
  window: { seq: number; author: Author; text: CleanText }[];
}

export interface Turn {
  epoch: number;
  /** Customer messages this draft answers: rows, and receive numbers. The first names the turn. */
  seqs: number[];
  numbers: number[];
  startedAt: number;
  scope: CancellationScope;
  /** Resolves when the detectors have judged the newest of its messages. */
  detected: Promise<void>;
  /** A write tool was called: the draft is not cancelled for a newer message. */
  wrote: boolean;
  /** The reply is being sent: too late to join. */
  sending: boolean;
}

const WINDOW = 40;

export function remember(conversation: Conversation, row: Conversation['window'][number]): void {
  conversation.window.push(row);
  conversation.window.splice(0, conversation.window.length - WINDOW);
}
