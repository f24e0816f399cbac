/**
 * Activity: the rolling summary. What was said since the last one and the last one itself become one short text, kept
 * sealed under a key, so that a prompt holds the whole talk at the cost of a part. A model that fails is replaced by an
 * excerpt: no turn ever waits for this.
 */
import { Context } from '@temporalio/activity';
import type { CleanText, TranscriptMessage } from '../domain/message';
import { redact } from '../redaction';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { excerpt, LONGEST_SUMMARY } from './llm/excerpt';

export interface SummarizeHistoryInput {
  conversation: ConversationKey;
  /** Rows after `from` and up to `to`. */
  from: number;
  to: number;
  version: number;
  /** Key of the summary of what came before; absent at the start, and where that is not to be used any more. */
  before?: string;
}

/** Where the summary is, and who wrote it. */
export interface SummarizeHistoryResult {
  summaryKey: string;
  by: string;
}

type Deps = Pick<ActivityDeps, 'store' | 'business' | 'model' | 'log'>;

/** As many rows as are read at most: an older one is in the summary before. */
const MOST_ROWS = 40;

export const summarizeHistory =
  (deps: Deps) =>
  async ({ conversation, from, to, version, before }: SummarizeHistoryInput): Promise<SummarizeHistoryResult> => {
    const { store, business } = deps;
    const [rows, earlier] = await Promise.all([
      store.transcripts.recent(conversation, { upTo: to, version, limit: MOST_ROWS }),
      before ? store.toolResults.find(conversation, before) : null,
    ]);
    const dialogue = rows
      .filter((row) => row.seq > from && isSpoken(row))
      .map(({ author, text }) => ({ from: author, text }));
    const request = { business: business(conversation.businessId), before: earlier ?? '', dialogue };
    const { text, by } = await written(deps, request);
    const summaryKey = `summary:${version}:${to}`;
    await store.toolResults.save(conversation, summaryKey, text);
    return { summaryKey, by };
  };

async function written(
  { model, log }: Deps,
  request: Parameters<NonNullable<ActivityDeps['model']['summarize']>>[0],
): Promise<{ text: CleanText; by: string }> {
  const { cancellationSignal: signal, info } = Context.current();
  try {
    const text = (await model.summarize?.(request, { signal })) ?? '';
    if (text !== '') return { text: clean(text), by: model.name };
  } catch (error) {
    signal.throwIfAborted();
    const { type } = error as { type?: string };
    log.warn({ workflowId: info.workflowExecution?.workflowId, reason: type }, 'the summary is an excerpt');
  }
  return { text: clean(excerpt(request)), by: 'excerpt' };
}

const clean = (text: string): CleanText => redact(text.slice(0, LONGEST_SUMMARY), { from: 'ai' }).text;

/** What both sides have said, and the outcome that an operator wrote with `/done`. */
export function isSpoken(row: TranscriptMessage): boolean {
  if (row.deleted || row.text === '') return false;
  return row.purpose === 'boundary' || row.visibility === 'public';
}
