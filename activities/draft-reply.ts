/**
 * Activity: the answerer's proposal for this turn and the verdict on it: send, ask one question, or call a person.
 * Cancelling the activity closes the request to the model; the result is then dropped by the workflow.
 */
import { Context } from '@temporalio/activity';
import type { TranscriptMessage } from '../domain/message';
import type { ConversationKey } from '../store/store';
import { readToolOutcome } from './call-tool';
import type { ActivityDeps } from './deps';
import { DIALOGUE_ROWS } from './detect-signals';
import type { DraftRequest, ToolCall, Usage } from './llm/answerer';
import { type JudgedReply, judge } from './llm/verdict';
import { confirmation, withoutConsent } from './llm/write-consent';
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

export type DraftReplyResult = { kind: 'tools'; calls: ToolCall[]; usage?: Usage } | JudgedReply;

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
      if (step.kind === 'reply') return judge(step, request.business, input);
      const change = withoutConsent(step.calls, request.dialogue);
      if (!change) return step;
      const question = { ...confirmation(change, request), ...(step.usage && { usage: step.usage }) };
      return judge(question, request.business, input);
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
