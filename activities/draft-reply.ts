/**
 * Activity: the answerer's proposal for this turn and the verdict on it: send, ask one question, or call a person.
 * Cancelling the activity closes the request to the model; the result is then dropped by the workflow.
 */
import { Context } from '@temporalio/activity';
import { orderReasons, type Signal } from '../domain/handoff';
import type { Citation, CleanText, TranscriptMessage } from '../domain/message';
import type { LoadedBusiness } from '../load-business';
import { redact } from '../redaction';
import type { ConversationKey } from '../store/store';
import { readToolOutcome } from './call-tool';
import type { ActivityDeps } from './deps';
import { DIALOGUE_ROWS } from './detect-signals';
import type { DraftRequest, DraftStep, ToolCall, Usage } from './llm/answerer';
import { claimsHandoff } from './llm/grounding';
import { detectLanguage } from './signals/language';

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
}

export type DraftReplyResult =
  | { kind: 'tools'; calls: ToolCall[]; usage?: Usage }
  | {
      kind: 'reply';
      text: CleanText;
      language: string;
      confidence: number;
      citations: Citation[];
      intent: 'answer' | 'clarify' | 'cannot';
      verdict: 'reply' | 'clarify' | 'handoff';
      fired: Signal[];
      measured: Signal[];
      usage?: Usage;
    };

type Proposal = Extract<DraftStep, { kind: 'reply' }>;
type Deps = Pick<ActivityDeps, 'store' | 'business' | 'model'>;

const HEARTBEAT_MS = 250;

export const draftReply =
  (deps: Deps) =>
  async (input: DraftReplyInput): Promise<DraftReplyResult> => {
    const context = Context.current();
    const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
    try {
      const request = await draftRequest(deps, input);
      const step = await deps.model.draft(request, { signal: context.cancellationSignal });
      context.cancellationSignal.throwIfAborted();
      return step.kind === 'tools' ? step : judge(step, request.business, input);
    } finally {
      clearInterval(beat);
    }
  };

async function draftRequest({ store, business }: Deps, input: DraftReplyInput): Promise<DraftRequest> {
  const { conversation, upTo, version, seqs } = input;
  const [rows, results] = await Promise.all([
    store.transcripts.recent(conversation, { upTo, version, limit: DIALOGUE_ROWS }),
    Promise.all(input.toolCallKeys.map((key) => store.toolResults.find(conversation, key))),
  ]);
  const settings = business(conversation.businessId);
  const spoken = rows.filter(isSpoken);
  const message = spoken.flatMap(({ seq, text }) => (seqs.includes(seq) ? [text] : [])).join('\n');
  return {
    business: settings,
    dialogue: spoken.map(({ author, text }) => ({ from: author, text })),
    message,
    // Detection runs beside the draft, so the language given is that of the turn before.
    language: detectLanguage(message, settings.languages, input.language || undefined),
    clarifyAsked: input.clarifyAsked,
    toolResults: results.filter((result) => result !== null).map(readToolOutcome),
    toolRound: input.toolRound,
  };
}

/** What both sides have said; a boundary with its outcome too, so that a resumed AI asks nothing again. */
function isSpoken(row: TranscriptMessage): boolean {
  if (row.deleted || row.text === '') return false;
  return row.purpose === 'boundary' || row.visibility === 'public';
}

function judge(proposal: Proposal, business: LoadedBusiness, { clarifyAsked }: DraftReplyInput): DraftReplyResult {
  const { confidence, intent, language, usage } = proposal;
  const { clarifyOnce } = business.handoff;
  const text = clean(proposal.text, business);
  const sure = confidenceSignal(proposal, business);
  const signals = modelSignals(proposal, business);
  const asks = intent === 'clarify' && clarifyOnce && !clarifyAsked && text !== '';
  const unsure = !asks && (sure.score < sure.threshold || intent === 'cannot' || text === '');
  const fired = [...signals, ...(unsure ? [sure] : [])].filter(
    (signal) => signal === sure || signal.score >= signal.threshold,
  );
  return {
    kind: 'reply',
    text,
    language,
    confidence,
    citations: proposal.citations.map(({ title, quote }) => (quote === '' ? { title } : { title, quote: clean(quote, business) })),
    intent,
    verdict: fired.length > 0 ? 'handoff' : asks ? 'clarify' : 'reply',
    fired: orderReasons(fired),
    measured: orderReasons([...signals, sure]),
    ...(usage && { usage }),
  };
}

/** The model's words pass through redaction like everybody's. */
function clean(text: string, { redaction: { keepLastFour, patterns } }: LoadedBusiness): CleanText {
  return redact(text, { from: 'ai', options: { keepLastFour, patterns } }).text;
}

function confidenceSignal({ confidence, caps, intent }: Proposal, { handoff }: LoadedBusiness): Signal {
  return {
    reason: 'low_confidence',
    score: intent === 'cannot' ? Math.min(confidence, Math.max(0, handoff.confidence - 0.001)) : confidence,
    threshold: handoff.confidence,
    evidence: caps.join('; ') || `the answerer's confidence is ${confidence.toFixed(2)}`,
    detector: 'confidence',
  };
}

/** What the model saw in the message. Frustration is measured only: one expression never calls a person. */
function modelSignals({ signals, text }: Proposal, { topics }: LoadedBusiness): Signal[] {
  const claims = claimsHandoff(text);
  const found: Signal[] = [];
  if (signals?.wantsPerson || claims) {
    const evidence = claims ? 'the draft claimed to pass the customer on' : 'the model reads a wish for a person';
    found.push({ reason: 'explicit_request', score: 0.9, threshold: 0.7, evidence, detector: claims ? 'claimed-handoff' : 'model' });
  }
  if (signals?.frustrated)
    found.push({ reason: 'repeated_dissatisfaction', score: 0.5, threshold: 1, evidence: 'the model reads frustration', detector: 'model' });
  for (const id of signals?.sensitiveTopics ?? []) {
    const topic = topics.find((one) => one.id === id);
    if (topic)
      found.push({ reason: 'sensitive_topic', topic: id, score: 0.9, threshold: 0.6, evidence: 'the model reads this topic', detector: 'model' });
  }
  return found;
}
