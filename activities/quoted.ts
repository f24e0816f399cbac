/**
 * What a customer quotes or reacts to. A row of this conversation is named, never copied, so that whatever is masked or
 * deleted later is gone from the quote as well; words from elsewhere are as untrusted as his own and redacted as they are.
 */
import type { CleanText, InboundContent, TranscriptMessage } from '../domain/message';
import { isDispleased } from '../domain/reaction';
import { redact } from '../redaction';
import type { ConversationKey, Store } from '../store/store';
import type { ActivityDeps } from './deps';

const LONGEST = 160;

export interface Quoted {
  /** Of the clean row; empty where nothing is quoted, or nobody knows what. */
  row: Pick<TranscriptMessage, 'quotes' | 'reaction'>;
  /** What may be kept of the quoted words: none where our own row has them. */
  quote?: CleanText;
}

export async function quotedIn(
  deps: Pick<ActivityDeps, 'store' | 'business' | 'log'>,
  conversation: ConversationKey,
  { replyTo, quote, reaction }: InboundContent,
): Promise<Quoted> {
  const row = replyTo === undefined ? null : await deps.store.transcripts.byProviderId(conversation, replyTo);
  const shown = row?.visibility === 'public' && !row.deleted ? row : null;
  const to = shown?.author ?? null;
  const mark = reaction === undefined ? {} : { reaction: { to, displeased: isDispleased(reaction) } };
  if (shown) return { row: { quotes: { seq: shown.seq }, ...mark } };
  // A row of ours that is hidden is not shown by the provider's copy of it.
  const text = row || quote === undefined ? null : redactQuote(deps, conversation, quote);
  return text ? { row: { quotes: { text: excerptOf(text) }, ...mark }, quote: text } : { row: mark };
}

/** Null, and nothing passes, where it can not be redacted. */
function redactQuote(
  { business, log }: Pick<ActivityDeps, 'business' | 'log'>,
  { businessId, workflowId }: ConversationKey,
  quote: string,
): CleanText | null {
  try {
    const { keepLastFour, patterns } = business(businessId).redaction;
    return redact(quote, { from: 'customer', options: { keepLastFour, patterns } }).text;
  } catch (error) {
    log.error({ workflowId, error: (error as Error).name }, 'a quote could not be redacted: withheld');
    return null;
  }
}

/** One line, cut where it is long. */
export function excerptOf(text: CleanText): CleanText {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST) return line as CleanText;
  const end = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, end > LONGEST / 2 ? end : LONGEST).replace(/\p{Surrogate}$/u, '')}…` as CleanText;
}

export interface Quote {
  /** Null: written elsewhere, by whomever. */
  row: TranscriptMessage | null;
  text: CleanText;
}

/** The quote of a row as people and models read it; null where it quotes nothing that can be shown. */
export async function quoteOf(
  { transcripts }: Pick<Store, 'transcripts'>,
  conversation: ConversationKey,
  { quotes }: Pick<TranscriptMessage, 'quotes'>,
): Promise<Quote | null> {
  if (!quotes) return null;
  if ('text' in quotes) return { row: null, text: quotes.text };
  const row = await transcripts.bySeq(conversation, quotes.seq);
  return row && !row.deleted ? { row, text: excerptOf(row.text) } : null;
}
