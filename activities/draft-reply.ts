/**
 * Activity: the answerer's proposal for this turn and the verdict on it: send, ask one question, or call a person.
 * Cancelling the activity closes the request to the model; the result is then dropped by the workflow.
 */
import { Context } from '@temporalio/activity';
import type { ConversationKey } from '../store/store';
import { readToolOutcome } from './call-tool';
import type { ActivityDeps } from './deps';
import { DIALOGUE_ROWS } from './detect-signals';
import type { DraftedBy, DraftRequest, DraftStep, ToolCall, Usage } from './llm/answerer';
import { NO_USAGE, sumOf } from './llm/models/usage';
import { guarded } from './llm/outbound-guard';
import { numberQuestion, refusal } from './llm/tools/told-values';
import { type JudgedReply, judge } from './llm/verdict';
import { confirmation, withoutConsent } from './llm/write-consent';
import { quoteOf } from './quoted';
import { detectLanguage } from './signals/language';
import { isSpoken } from './summarize-history';

export interface DraftReplyInput {
  conversation: ConversationKey;
  turn: number;
  /** The rows of this turn: the customer's messages nobody has answered yet. */
  seqs: number[];
  upTo: number;
  version: number;
  /** Seq of the last boundary or handoff, 0 at the start. */
  since: number;
  /** Of the turn before; empty at the start. */
  language: string;
  /** A question was asked back already in this matter. */
  clarifyAsked: boolean;
  /** From 0: how often tools have been called in this turn. */
  toolRound: number;
  /** Keys of the stored results, as `callTool` returned them. */
  toolCallKeys: string[];
  /** What the turn's earlier rounds used. */
  used?: Usage;
  /** Key of the stored summary of what was said before the rows that are read. */
  summaryKey?: string;
}

type Reply = Extract<DraftStep, { kind: 'reply' }>;

/** Who drafted and what the turn's model calls used, those before tools too: read in Temporal UI. */
interface Drafted {
  by?: DraftedBy;
  usage?: Usage & { model: string };
}
export type DraftReplyResult =
  | ({ kind: 'tools'; calls: ToolCall[] } & Drafted)
  | (Omit<JudgedReply, 'usage'> & Drafted);

type Deps = Pick<ActivityDeps, 'store' | 'business' | 'model'>;

const HEARTBEAT_MS = 250;

export const draftReply =
  (deps: Deps) =>
  async (input: DraftReplyInput): Promise<DraftReplyResult> => {
    const context = Context.current();
    const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    try {
      const request = await draftRequest(deps, input);
      const { attempt, scheduledTimestampMs, scheduleToCloseTimeoutMs } = context.info;
      const deadline = scheduleToCloseTimeoutMs ? scheduledTimestampMs + scheduleToCloseTimeoutMs : undefined;
      const step = await deps.model.draft(request, {
        signal: context.cancellationSignal,
        attempt,
        ...(deadline !== undefined && { deadline }),
      });
      context.cancellationSignal.throwIfAborted();
      count(step);
      const drafted = draftedBy(step, input.used);
      const proposal = step.kind === 'reply' ? guarded(step, request) : insteadOfTools(step.calls, request);
      if (proposal) {
        const { usage, ...judged } = judge(proposal, request.business, input);
        return { ...judged, ...drafted };
      }
      return { kind: 'tools', calls: step.kind === 'tools' ? step.calls.map(agreed) : [], ...drafted };
    } finally {
      clearInterval(beat);
    }
  };

/** What is said where the tools may not run as they were asked for: the rules stand outside the model. */
function insteadOfTools(calls: readonly ToolCall[], request: DraftRequest): Reply | null {
  const refused = refusal(calls, request);
  if (refused) return numberQuestion(refused, request);
  const change = withoutConsent(calls, request.dialogue);
  return change ? confirmation(change, request) : null;
}

/** Recorded with the call: `withoutConsent` found the customer's yes to this very change. */
const agreed = (call: ToolCall): ToolCall => (call.effect === 'write' ? { ...call, agreed: 'customer' } : call);

function draftedBy({ by, usage }: DraftStep, before: Usage | undefined): Drafted {
  if (!by) return {};
  return {
    by,
    ...((usage || before) && { usage: { ...sumOf(before ?? NO_USAGE, usage ?? NO_USAGE), model: by.model } }),
  };
}

/** For Prometheus, where the worker's runtime exports metrics. */
function count({ usage, by }: DraftStep): void {
  if (!usage || !by) return;
  const tokens = Context.current().metricMeter.createCounter('baton_model_tokens', 'tokens', 'Tokens of model calls');
  tokens.add(usage.inputTokens, { model: by.model, kind: 'input' });
  tokens.add(usage.outputTokens, { model: by.model, kind: 'output' });
  tokens.add(usage.cachedTokens, { model: by.model, kind: 'cached' });
}

async function draftRequest({ store, business }: Deps, input: DraftReplyInput): Promise<DraftRequest> {
  const { conversation, upTo, version, seqs } = input;
  const [rows, results, summary] = await Promise.all([
    store.transcripts.recent(conversation, { upTo, version, limit: DIALOGUE_ROWS }),
    Promise.all(input.toolCallKeys.map((key) => store.toolResults.find(conversation, key))),
    // A summary is worth having and not worth failing for.
    input.summaryKey ? store.toolResults.find(conversation, input.summaryKey).catch(() => null) : null,
  ]);
  const settings = business(conversation.businessId);
  // An emoji under a message is no turn of the talk.
  const spoken = rows.filter((row) => isSpoken(row) && !row.reaction);
  const asked = spoken.filter(({ seq }) => seqs.includes(seq));
  const message = asked.map(({ text }) => text).join('\n');
  const quotes = await Promise.all(asked.map((row) => quoteOf(store, conversation, row)));
  const quoted = quotes.flatMap((quote) => (quote ? [`${quote.row?.author ?? 'from elsewhere'}: ${quote.text}`] : []));
  return {
    business: settings,
    dialogue: spoken.map(({ author, text }) => ({ from: author, text })),
    message,
    ...(quoted.length > 0 && { quoted: quoted.join('\n') }),
    // Detection runs beside the draft, so the language given is that of the turn before.
    language: detectLanguage(message, settings.languages, input.language || undefined),
    clarifyAsked: input.clarifyAsked,
    toolResults: results.filter((result) => result !== null).map(readToolOutcome),
    toolRound: input.toolRound,
    ...(summary && { summary }),
  };
}
