/**
 * The brief an operator gets: why he was called and on what evidence, three lines of summary, what the AI tried, then
 * the whole clean conversation, in order and numbered. Pure: text in, text out.
 */
import type { Signal } from '../domain/handoff';
import type { TranscriptMessage } from '../domain/message';

const REASONS: Record<Signal['reason'], string> = {
  explicit_request: 'The customer asked for a person',
  repeated_dissatisfaction: 'The customer is repeatedly dissatisfied',
  low_confidence: 'The AI was not sure of its answer',
  sensitive_topic: 'A topic that always goes to a person',
  ai_unavailable: 'The AI could not answer',
  attachment: 'The customer sent something the AI can not read',
  redaction_failed: 'A message could not be redacted and was withheld',
  resume_off: 'The customer wrote again after the conversation was resolved',
  operator_took_over: 'An operator took over',
};

export function briefText(reasons: readonly Signal[], rows: readonly TranscriptMessage[], who: string): string {
  const spoken = rows.filter((row) => row.visibility === 'public' && !row.deleted);
  return [
    `⚑ A person is needed: ${who}`,
    ...reasons.map(reasonLine),
    '',
    ...summaryLines(spoken),
    '',
    'The conversation:',
    ...spokenLines(rows),
  ].join('\n');
}

/** What was said, in order and numbered; what a message quotes is named by its number. */
export function spokenLines(rows: readonly TranscriptMessage[]): string[] {
  const spoken = rows.filter((row) => row.visibility === 'public' && !row.deleted);
  const numbers = new Map(spoken.map(({ seq }, index) => [seq, index + 1]));
  return spoken.map((row, index) => `${index + 1}. ${speaker(row)}${quotedAs(row, numbers)}: ${row.text}`);
}

function quotedAs({ quotes }: TranscriptMessage, numbers: ReadonlyMap<number, number>): string {
  if (!quotes) return '';
  if ('text' in quotes) return ` (quoting “${quotes.text}”)`;
  const number = numbers.get(quotes.seq);
  return number === undefined ? '' : ` (to ${number})`;
}

/** For the team page, which shows the conversation itself. */
export function briefHeadline(reasons: readonly Signal[], rows: readonly TranscriptMessage[]): string {
  const spoken = rows.filter((row) => row.visibility === 'public' && !row.deleted);
  return [...reasons.map(reasonLine), ...summaryLines(spoken)].join('\n');
}

export function speaker({ author, operator }: Pick<TranscriptMessage, 'author' | 'operator'>): string {
  if (author === 'operator') return operator?.name ?? 'Operator';
  return { customer: 'Customer', ai: 'AI', system: 'Automatic' }[author];
}

function reasonLine({ reason, topic, evidence, score, threshold }: Signal, index: number): string {
  const measured = `${score.toFixed(2)}, threshold ${threshold.toFixed(2)}`;
  const what = topic ? `${REASONS[reason]} (${topic})` : REASONS[reason];
  return `${index === 0 ? 'Reason' : 'Also'}: ${what}${evidence ? `: “${evidence}”` : ''} (${measured})`;
}

/** Three lines that quote rather than interpret: how it began, where it stands, what the AI tried. */
function summaryLines(spoken: readonly TranscriptMessage[]): string[] {
  const customer = spoken.filter((row) => row.author === 'customer' && !row.reaction);
  const replies = spoken.filter((row) => row.author === 'ai');
  const sources = [...new Set(replies.flatMap((row) => row.citations ?? []).map(({ title }) => title))];
  const tried =
    replies.length === 0
      ? 'nothing was answered yet'
      : `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}${sources.length > 0 ? `, from ${sources.map((title) => `“${title}”`).join(', ')}` : ''}`;
  return [
    `Began with: ${short(customer[0]?.text ?? 'no message')}`,
    `Now: ${short(customer.at(-1)?.text ?? 'no message')}`,
    `The AI tried: ${tried}`,
  ];
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 160 ? line : `${line.slice(0, 159)}…`;
}
