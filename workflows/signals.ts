/** What can be said to and asked of a conversation. The only file of this room that the API may import. */
import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { Mode } from '../domain/conversation';
import type { Signal } from '../domain/handoff';
import type { Author, CleanText, InboundReference } from '../domain/message';

export interface ConversationInput {
  businessId: string;
  conversationId: string;
  channel: string;
  account: string;
}

export interface ConversationStatus {
  mode: Mode;
  epoch: number;
  reasons: Signal[];
  operatorId: string | null;
  waitingSince: string | null;
  nextTimer: { kind: string; at: string } | null;
  queued: number;
  drafting: boolean;
  /** Why the AI is silent or what it is doing, in one sentence. */
  explanation: string;
}

export const CONVERSATION_WORKFLOW = 'conversationWorkflow';
export const customerMessageSignal = defineSignal<[InboundReference]>('customerMessage');
export const operatorMessageSignal = defineSignal<[InboundReference]>('operatorMessage');
export const statusQuery = defineQuery<ConversationStatus>('status');
/** The recent window that the workflow holds: clean. */
export const transcriptQuery = defineQuery<{ seq: number; author: Author; text: CleanText }[]>('transcript');
