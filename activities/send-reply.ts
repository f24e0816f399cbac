/**
 * Sends the AI's reply, fenced: one atomic claim on the conversation decides between this reply and an operator who
 * wrote meanwhile. On pull channels the visible row is the delivery; on push channels the claim is followed by the
 * provider's call, which does not start once the lease is over.
 */
import type { Citation, CleanText, TranscriptMessage } from '../domain/message';
import { sourceTitle } from '../domain/source-title';
import type { ConversationKey } from '../store/store';
import { deliver } from './deliver';
import type { ActivityDeps } from './deps';

export const LEASE_MS = 1_000;

export interface SendReplyInput {
  conversation: ConversationKey;
  epoch: number;
  consumedMark: number;
  /** Receive numbers of the customer messages that this reply answers; the first is the reply's own key. */
  answers: number[];
  seq: number;
  eventNo: number;
  reply: ReplyContent | { stagedAs: string };
}

export interface ReplyContent {
  text: CleanText;
  confidence: number;
  citations: Citation[];
  /** What the model used for this turn. */
  usage?: TranscriptMessage['usage'];
}

export interface SendReplyResult {
  state: 'sent' | 'superseded' | 'unknown' | 'failed';
  /** Why it was not delivered, in the adapter's words. */
  why?: string;
  /** What the reply that stands answers: an earlier attempt's, where one was delivered and its task then lost. */
  answered: number[];
  seq: number;
  eventNo: number;
}

const replyKey = ({ conversation, answers }: SendReplyInput) => `${conversation.workflowId}:reply:${answers[0]}`;

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
    const earlier = await store.transcripts.byMessageId(input.conversation, replyMessageId(input));
    return earlier ? standing(input, earlier, 'sent') : superseded(input);
  }
  const [row] = await store.transcripts.append(input.conversation, [replyRow(input, reply, outboxKey, 'sent')]);
  return standing(input, row, 'sent');
}

/** The row that stands for this reply decides what was answered: it may be an earlier attempt's. */
function standing(
  { answers, seq, eventNo }: SendReplyInput,
  row: TranscriptMessage | undefined,
  state: 'sent' | 'unknown' | 'failed',
): SendReplyResult {
  return { state, answered: row?.answers ?? answers, seq: row?.seq ?? seq, eventNo: row?.eventNo ?? eventNo };
}

function superseded({ seq, eventNo }: SendReplyInput): SendReplyResult {
  return { state: 'superseded', answered: [], seq, eventNo };
}

async function pushReply(
  deps: Pick<ActivityDeps, 'store' | 'channels' | 'log'>,
  input: SendReplyInput,
): Promise<SendReplyResult> {
  const { conversation } = input;
  const reply = await contentOf(deps, input);
  const { outcome, delivered, why } = await deliver(deps, {
    key: replyKey(input),
    workflowId: conversation.workflowId,
    purpose: 'reply',
    channel: conversation.channel,
    account: conversation.account,
    to: { address: await deps.store.conversations.address(conversation) },
    text: reply.text,
    fence: (outboxKey) => claim(deps, input, outboxKey),
  });
  if (delivered === '') return superseded(input);
  const state = outcome === 'superseded' ? 'sent' : outcome;
  const row = replyRow(input, { ...reply, text: delivered }, `${replyKey(input)}:0`, state);
  const [stored] = await deps.store.transcripts.append(conversation, [row]);
  // A receipt may have come before there was a row to show it on.
  await deps.store.transcripts.noteDelivery(`${replyKey(input)}:0`);
  return { ...standing(input, stored, state), ...(why !== undefined && { why }) };
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

async function contentOf(
  { store }: Pick<ActivityDeps, 'store'>,
  { conversation, reply }: SendReplyInput,
): Promise<ReplyContent> {
  if (!('stagedAs' in reply)) return reply;
  const staged = await store.toolResults.find(conversation, reply.stagedAs);
  if (staged === null) throw new Error(`no staged draft ${reply.stagedAs}`);
  return JSON.parse(staged) as ReplyContent;
}

const replyMessageId = ({ answers }: SendReplyInput) => `ai-${answers[0]}`;

function replyRow(
  input: SendReplyInput,
  { text, confidence, citations, usage }: ReplyContent,
  outboxKey: string,
  delivery: 'sent' | 'unknown' | 'failed',
): TranscriptMessage {
  const { seq, eventNo, answers } = input;
  return {
    seq,
    eventNo,
    answers,
    messageId: replyMessageId(input),
    author: 'ai',
    visibility: 'public',
    text,
    at: new Date().toISOString(),
    redactions: [],
    delivery,
    confidence,
    citations: citations.map(({ title, ...rest }) => ({ title: sourceTitle(title), ...rest })),
    ...(usage && { usage }),
    outboxKey,
    purpose: 'reply',
  };
}
