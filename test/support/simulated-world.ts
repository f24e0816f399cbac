/**
 * A conversation's surroundings in memory, for tests that need a thousand of them or a month of timers: the activities
 * of the real names over plain arrays, with the store's fence. The workflow, its worker and the server are real.
 */
import { CancelledFailure, Context } from '@temporalio/activity';
import { NamespaceNotFoundError, WorkflowExecutionAlreadyStartedError, type WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Activities } from '../../activities';
import type { Signal } from '../../domain/handoff';
import type { CleanText, InboundReference } from '../../domain/message';
import { parseOperatorCommand } from '../../domain/operator-command';
import type { ConversationPolicy } from '../../domain/policy';
import type { ModeRecord } from '../../store/store';
import type { conversationWorkflow } from '../../workflows';

export interface Row {
  seq: number;
  author: 'customer' | 'ai' | 'operator' | 'system';
  purpose?: string;
  text: string;
  originalId?: string;
  /** Order in which rows became visible. */
  order: number;
  epoch?: number;
}

const POLICY: ConversationPolicy = {
  resume: 'automatic',
  unclaimedAfterMs: 600_000,
  unclaimedPolicy: 'keep',
  idleAfterMs: 900_000,
  resumeAfterMs: null,
  clarifyOnce: false,
  quietPeriodMs: 0,
  maxWaitMs: 12_000,
  attachmentsHandOff: true,
  historyLimit: 2_000,
};

let worlds = 0;

export class SimulatedWorld {
  readonly id = `world-${process.pid}-${++worlds}`;
  readonly workflowId = `conversation:test:${this.id}`;
  readonly rows: Row[] = [];
  readonly originals = new Map<string, string>();
  readonly records: ModeRecord[] = [];
  readonly drafts: { seqs: number[]; cancelled: boolean }[] = [];
  readonly superseded: number[] = [];
  /** Run ids that did something: more than one means the conversation continued as new. */
  readonly runs = new Set<string>();
  policy: ConversationPolicy;
  /** How the conversation's channel delivers, and whether operators have a place besides the team page. */
  settings: { delivery: 'pull' | 'push'; hasPlaces: boolean } = { delivery: 'pull', hasPlaces: false };
  /** What the model does; may wait, throw or look at the abort signal. */
  model: (texts: string[], signal: AbortSignal) => Promise<string> = async (texts) => `re: ${texts.join(' | ')}`;
  /** Holds the operators' lane: a brief is under way until it resolves. */
  slowBrief: Promise<void> = Promise.resolve();
  readonly staged = new Map<string, string>();
  document: ModeRecord = { mode: 'ai', epoch: 1, handoff: null, operator: null, waitingSince: null, nextTimer: null };
  /** What places were told of later messages. */
  forwards: { seq: number; edit?: number; deleted?: true }[] = [];
  operatorMark = 0;
  private received = 0;
  private order = 0;
  handle: WorkflowHandle<typeof conversationWorkflow> | undefined;

  constructor(
    private readonly env: TestWorkflowEnvironment,
    private readonly taskQueue: string,
    policy: Partial<ConversationPolicy> = {},
  ) {
    this.policy = { ...POLICY, ...policy };
  }

  /** Stores a message as the API does and gives its reference; nothing is signalled yet. */
  accept(
    author: 'customer' | 'operator',
    text: string,
    operatorId = 'op-1',
    receivedAt = new Date(),
  ): InboundReference {
    const number = ++this.received;
    const originalId = `${this.id}-${number}`;
    this.originals.set(originalId, text);
    if (author === 'operator') this.operatorMark = number;
    const command = author === 'operator' ? parseOperatorCommand(text)?.name : undefined;
    return {
      originalId,
      number,
      author,
      kind: 'message',
      receivedAt: receivedAt.toISOString(),
      ...(author === 'operator' && { operatorId }),
      ...(command && { command }),
    };
  }

  /**
   * Retried where the time-skipping server loses a race between two first signals, which the real server does not, and
   * where a server that was held up does not know its namespace for a moment.
   */
  async signal(reference: InboundReference, attempt = 1): Promise<void> {
    try {
      this.handle = (await this.env.client.workflow.signalWithStart('conversationWorkflow', {
        workflowId: this.workflowId,
        taskQueue: this.taskQueue,
        args: [{ businessId: 'test', conversationId: this.id, channel: 'api', account: 'default' }],
        signal: reference.author === 'customer' ? 'customerMessage' : 'operatorMessage',
        signalArgs: [reference],
      })) as WorkflowHandle<typeof conversationWorkflow>;
    } catch (error) {
      const passing = error instanceof WorkflowExecutionAlreadyStartedError || error instanceof NamespaceNotFoundError;
      if (attempt > 5 || !passing) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 200));
      await this.signal(reference, attempt + 1);
    }
  }

  async customer(text: string): Promise<InboundReference> {
    const reference = this.accept('customer', text, undefined, new Date(await this.env.currentTimeMs()));
    await this.signal(reference);
    return reference;
  }

  /** The customer's last message, changed. */
  async edit(text: string): Promise<void> {
    const reference = this.accept('customer', text, undefined, new Date(await this.env.currentTimeMs()));
    await this.signal({ ...reference, kind: 'edit' });
  }

  /** The customer's last message, taken back. */
  async takeBack(): Promise<void> {
    const reference = this.accept('customer', '', undefined, new Date(await this.env.currentTimeMs()));
    await this.signal({ ...reference, kind: 'deletion' });
  }

  async operator(text: string, operatorId = 'op-1'): Promise<InboundReference> {
    const reference = this.accept('operator', text, operatorId, new Date(await this.env.currentTimeMs()));
    await this.signal(reference);
    return reference;
  }

  texts(author: Row['author'], purpose?: string): string[] {
    return this.rows
      .filter((row) => row.author === author && (!purpose || row.purpose === purpose))
      .map(({ text }) => text);
  }

  /** Real time until `check` holds; fails with what was there. */
  async until(what: string, check: () => boolean, ms = 30_000): Promise<void> {
    const end = Date.now() + ms;
    while (!check()) {
      if (Date.now() > end)
        throw new Error(`not within ${ms} ms: ${what}; rows ${JSON.stringify(this.rows)}, mode ${this.document.mode}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  show(row: Omit<Row, 'order'>): void {
    if (row.originalId && this.rows.some(({ originalId }) => originalId === row.originalId)) return;
    this.rows.push({ ...row, order: ++this.order });
  }
}

/** Signals as plain words, so that a test's script reads: HUMAN, ANGRY, TOPIC. */
const WORDS: Record<string, Signal['reason']> = {
  HUMAN: 'explicit_request',
  ANGRY: 'repeated_dissatisfaction',
  TOPIC: 'sensitive_topic',
};

function verdict(world: SimulatedWorld, seqs: readonly number[]) {
  const texts = world.rows.filter(({ seq }) => seqs.includes(seq)).map(({ text }) => text);
  const fired = Object.entries(WORDS)
    .filter(([word]) => texts.some((text) => text.includes(word)))
    .map(([word, reason]) => ({ reason, score: 1, threshold: 0.5, evidence: word }));
  return { fired, measured: fired, language: 'en' };
}

/** The activities of every world of one worker. */
export function simulatedActivities(find: (conversationId: string) => SimulatedWorld): Activities {
  const system = (world: SimulatedWorld, seq: number, purpose: string, text: string) => {
    if (world.rows.some((row) => row.purpose === purpose && row.seq === seq)) return;
    world.show({ seq, author: 'system', purpose, text });
  };
  const activities: Partial<Activities> = {
    readPolicy: async ({ conversation }) => ({
      policy: find(conversation.conversationId).policy,
      ...find(conversation.conversationId).settings,
      resumePoint: null,
    }),
    redactMessage: async ({ conversation, reference, as, seq, eventNo, judge }) => {
      const world = find(conversation.conversationId);
      world.runs.add(Context.current().info.workflowExecution?.runId ?? '');
      const text = (world.originals.get(reference.originalId) ?? '') as CleanText;
      const changed = reference.kind !== 'message' && world.rows.findLast(({ author }) => author === 'customer');
      const plain = { hold: false, failed: false, amended: [], attachments: [] };
      if (changed) {
        const left = reference.kind === 'edit' ? text : null;
        return { ...plain, seq: changed.seq, eventNo: 0, text: left, amended: [changed.seq] };
      }
      if (as === 'note')
        world.show({ seq, author: 'operator', purpose: 'note', text, originalId: reference.originalId });
      else world.show({ seq, author: reference.author, text, originalId: reference.originalId });
      const reaction = text.startsWith('REACTION') && { reaction: true as const };
      const redacted = { ...plain, seq, eventNo, text, hold: /^\d{3,15}$/.test(text), ...reaction };
      // Now and then without a verdict: the detectors failed, or earlier rows were masked anew.
      return judge && seq % 5 > 0 ? { ...redacted, judged: verdict(world, [...judge.seqs, seq]) } : redacted;
    },
    announceAmendments: async () => {},
    detectSignals: async ({ conversation, seqs }) => verdict(find(conversation.conversationId), seqs),
    draftReply: async ({ conversation, seqs, toolRound, stageAs }) => {
      const world = find(conversation.conversationId);
      const texts = world.rows.filter(({ seq }) => seqs.includes(seq)).map(({ text }) => text);
      const made = { seqs, cancelled: false };
      world.drafts.push(made);
      const context = Context.current();
      world.runs.add(context.info.workflowExecution?.runId ?? '');
      const beat = setInterval(() => context.heartbeat(), 100);
      try {
        const text = (await world.model(texts, context.cancellationSignal)) as CleanText;
        if (text.startsWith('TOOL') && toolRound === 0) {
          return { kind: 'tools' as const, calls: [{ id: '1', name: 'look_up', args: {}, effect: 'read' as const }] };
        }
        if (stageAs) world.staged.set(stageAs, text);
        const low = text.startsWith('LOW');
        const fired: Signal[] = low
          ? [{ reason: 'low_confidence', score: 0.2, threshold: 0.75, evidence: 'draft' }]
          : [];
        return {
          kind: 'reply' as const,
          text,
          language: 'en',
          confidence: low ? 0.2 : 0.9,
          citations: [],
          intent: 'answer' as const,
          verdict: low ? ('handoff' as const) : ('reply' as const),
          fired,
          measured: fired,
          ...(stageAs && { stagedAs: stageAs }),
        };
      } catch (error) {
        if (context.cancellationSignal.aborted) {
          made.cancelled = true;
          throw new CancelledFailure('draft cancelled');
        }
        throw error;
      } finally {
        clearInterval(beat);
      }
    },
    sendReply: async ({ conversation, epoch, consumedMark, seq, eventNo, answers, reply }) => {
      const world = find(conversation.conversationId);
      const text = 'stagedAs' in reply ? (world.staged.get(reply.stagedAs) ?? '') : reply.text;
      if (world.rows.some((row) => row.seq === seq && row.author === 'ai'))
        return { state: 'sent' as const, answered: answers, seq, eventNo };
      if (world.document.epoch !== epoch || world.operatorMark !== consumedMark) {
        world.superseded.push(seq);
        return { state: 'superseded' as const, answered: [], seq, eventNo };
      }
      world.show({ seq, author: 'ai', text, epoch });
      return { state: 'sent' as const, answered: answers, seq, eventNo };
    },
    recordMode: async ({ conversation, record }) => {
      const world = find(conversation.conversationId);
      if (record.epoch < world.document.epoch) return;
      world.document = record;
      world.records.push(record);
    },
    recordBoundary: async ({ conversation, seq, from, at }) =>
      system(find(conversation.conversationId), seq, 'boundary', `from ${from} to ${at}`),
    acknowledgeHandoff: async ({ conversation, seq }) => {
      system(find(conversation.conversationId), seq, 'ack', 'a colleague comes');
      return { sent: true };
    },
    briefOperators: async ({ conversation, seq, reasons }) => {
      await find(conversation.conversationId).slowBrief;
      system(find(conversation.conversationId), seq, 'brief', reasons.map(({ reason }) => reason).join(','));
      return { briefedUpTo: seq, places: 0 };
    },
    forwardToOperators: async ({ conversation, seq, edit, deleted }) =>
      void find(conversation.conversationId).forwards.push({
        seq,
        ...(edit !== undefined && { edit }),
        ...(deleted && { deleted: true }),
      }),
    relayToCustomer: async () => ({ state: 'sent' as const }),
    remindOperators: async ({ conversation, seq, what }) => {
      system(find(conversation.conversationId), seq, 'reminder', what);
      return null;
    },
    postNotice: async ({ conversation, seq, what }) => system(find(conversation.conversationId), seq, 'private', what),
    retitleThreads: async () => {},
    summarizeHistory: async ({ version, to }) => ({ summaryKey: `summary:${version}:${to}`, by: 'scripted' }),
    callTool: async () => ({ callKey: 'call-1', ok: true, result: 'found' as CleanText }),
  };
  return activities as Activities;
}
