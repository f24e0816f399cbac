/**
 * What drafts replies: the offline answerer or a language model. It gets clean text only and gives a plain proposal;
 * whether it is sent is decided outside, by rules that a model can not talk its way around.
 */
import type { Author, CleanText, ModelUsage } from '../../domain/message';
import type { LoadedBusiness } from '../../load-business';

/** What a tool said, as `callTool` stored it. `fields` are the answer's scalars by dotted path, each one redacted. */
export interface ToolOutcome {
  name: string;
  /** As the answerer gave them: what the workflow bound to the customer's identity is not among them. */
  args: Record<string, unknown>;
  status: 'ok' | 'not_found' | 'failed';
  text: CleanText;
  fields: Record<string, string>;
}

export interface DraftRequest {
  business: LoadedBusiness;
  /** The talk so far, oldest first, the turn's own messages last. */
  dialogue: readonly { from: Author; text: string }[];
  /** What was said before `dialogue`, in a few lines. */
  summary?: string;
  /** What the customer wrote in this turn, joined by line ends. */
  message: string;
  /** What he quotes in it, clean, one a line: words of this talk or of anybody anywhere. */
  quoted?: string;
  language: string;
  /** A question of ours has been asked already: no second one. */
  clarifyAsked: boolean;
  toolResults: readonly ToolOutcome[];
  /** From 0; at the last round no further tool may be called. */
  toolRound: number;
}

export interface ToolCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
  effect: 'read' | 'write';
  /** Who agreed to a change, set by `draftReply` alone; without it no write tool runs. */
  agreed?: 'customer';
}

export type Usage = ModelUsage;

/** Who drafted, for the record in Temporal UI. */
export interface DraftedBy {
  model: string;
  promptVersion?: string;
  /** The model that should have answered, and the failure's type or the rule that kept it from it. */
  insteadOf?: string;
  because?: string;
}

export interface DraftCitation {
  title: string;
  quote: string;
}

export interface ModelSignals {
  wantsPerson: boolean;
  frustrated: boolean;
  sensitiveTopics: string[];
}

export type DraftStep =
  | { kind: 'tools'; calls: ToolCall[]; usage?: Usage; by?: DraftedBy }
  | {
      kind: 'reply';
      text: string;
      language: string;
      /** 0 to 1, after every cap. */
      confidence: number;
      /** Why the confidence is not higher: names of rules, for the engineer. */
      caps: string[];
      citations: DraftCitation[];
      intent: 'answer' | 'clarify' | 'cannot';
      /** Asks for a yes that must be had before something is changed: `clarifyOnce` does not matter. */
      confirms?: true;
      signals?: ModelSignals;
      usage?: Usage;
      by?: DraftedBy;
    };

export interface DraftContext {
  signal: AbortSignal;
  /** Of the activity, from 1. Without it there is no second attempt. */
  attempt?: number;
  /** When the last attempt must be over, in milliseconds of `Date.now()`. */
  deadline?: number;
  /** Told of every model call, failed drafts' too. */
  spend?: (model: string, usage: Usage) => void;
}

export interface SummaryRequest {
  business: LoadedBusiness;
  /** The summary so far; empty at the start. */
  before: string;
  /** What has been said since, oldest first. */
  dialogue: DraftRequest['dialogue'];
}

export interface Answerer {
  /** As in `MODEL`. */
  readonly name: string;
  /** Rejects with an `ApplicationFailure` whose type and retryability say what happened. */
  draft(request: DraftRequest, context: DraftContext): Promise<DraftStep>;
  /** One text of bounded length; without it the talk is excerpted. */
  summarize?(request: SummaryRequest, context: DraftContext): Promise<string>;
}

/** Rounds of tool calls a turn may have. */
export const TOOL_ROUNDS = 3;
