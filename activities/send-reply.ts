/**
 * Sends the AI's reply, fenced: one atomic claim on the conversation decides between this reply and an operator who
 * wrote meanwhile. On pull channels the visible row is the delivery; on push channels the claim is followed by the
 * provider's call, which does not start once the lease is over.
 */
import type { Citation, CleanText, TranscriptMessage } from '../domain/message';
import type { ConversationKey } from '../store/store';
import { deliver } from './deliver';
import type { ActivityDeps } from './deps';

export const LEASE_MS = 1_000;

export interface SendReplyInput {
  conversation: ConversationKey;
  epoch: number;
  consumedMark: number;
  seq: number;
  eventNo: number;
  reply: ReplyContent | { stagedAs: string };
}

export interface ReplyContent {
  text: CleanText;
  confidence: number;
  citations: Citation[];
}

export interface SendReplyResult {
  state: 'sent' | 'superseded' | 'unknown' | 'failed';
}

const replyKey = ({ conversation, seq }: SendReplyInput) => `${conversation.workflowId}:reply:${seq}`;

export const sendReply =
  (deps: Pick<ActivityDeps, 'store' | 'channels' | 'log'>) =>
  async (input: SendReplyInput): Promise<SendReplyResult> => {
    const channel = deps.channels.find(input.conversation.channel, input.conversation.account);
    return channel?.delivery === 'push' ? pushReply(deps, input) : showReply(deps, input);
  };

async function showReply({ store }: Pick<ActivityDeps, 'store'>, input: SendReplyInput): Promise<SendReplyResult> {
  const outboxKey = `${replyKey(input)}:0`;
  const reply = await contentOf({ store }, input);
  if (!(await claim({ store }, input, outboxKey))) {
    return { state: (await wasSent({ store }, input)) ? 'sent' : 'superseded' };
  }
  await store.transcripts.append(input.conversation, [replyRow(input, reply, outboxKey, 'sent')]);
  return { state: 'sent' };
}

async function pushReply(
  deps: Pick<ActivityDeps, 'store' | 'channels' | 'log'>,
  input: SendReplyInput,
): Promise<SendReplyResult> {
  const { conversation } = input;
  const reply = await contentOf(deps, input);
  const { outcome, delivered } = await deliver(deps, {
    key: replyKey(input),
    workflowId: conversation.workflowId,
    purpose: 'reply',
    channel: conversation.channel,
    account: conversation.account,
    to: { address: await deps.store.conversations.address(conversation) },
    text: reply.text,
    fence: (outboxKey) => claim(deps, input, outboxKey),
  });
  if (delivered === '') return { state: outcome };
  const state = outcome === 'superseded' ? 'sent' : outcome;
  const row = replyRow(input, { ...reply, text: delivered }, `${replyKey(input)}:0`, state);
  await deps.store.transcripts.append(conversation, [row]);
  return { state };
}

/** True when the fence let this send through and its lease has not run out while we asked. */
async function claim(
  { store }: Pick<ActivityDeps, 'store'>,
  input: SendReplyInput,
  outboxKey: string,
): Promise<boolean> {
  const { conversation, epoch, consumedMark } = input;
  const askedAt = performance.now();
  const answer = await store.outbox.claimAiSend(conversation, { outboxKey, epoch, consumedMark, leaseMs: LEASE_MS });
  return answer === 'claimed' && performance.now() - askedAt < LEASE_MS;
}

/** A retry after a crash between the delivery and our record: the first attempt's row decides, not the fence. */
async function wasSent(
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation, seq }: SendReplyInput,
): Promise<boolean> {
  return (await store.transcripts.byMessageId(conversation, replyMessageId(seq))) !== null;
}

async function contentOf(
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation, reply }: SendReplyInput,
): Promise<ReplyContent> {
  if (!('stagedAs' in reply)) return reply;
  const staged = await store.toolResults.find(conversation, reply.stagedAs);
  if (staged === null) throw new Error(`no staged draft ${reply.stagedAs}`);
  return JSON.parse(staged) as ReplyContent;
}

const replyMessageId = (seq: number) => `ai-${seq}`;

function replyRow(
  { seq, eventNo }: SendReplyInput,
  { text, confidence, citations }: ReplyContent,
  outboxKey: string,
  delivery: 'sent' | 'unknown' | 'failed',
): TranscriptMessage {
  return {
    seq,
    eventNo,
    messageId: replyMessageId(seq),
    author: 'ai',
    visibility: 'public',
    text,
    at: new Date().toISOString(),
    redactions: [],
    delivery,
    confidence,
    citations,
    outboxKey,
    purpose: 'reply',
  };
}
