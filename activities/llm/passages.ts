/**
 * The passages a language model may use for one message, from the same search the offline answerer sends its answers by.
 * They are few whatever the size of the knowledge, so a prompt stays as long as it is.
 */
import type { DraftRequest } from './answerer';
import { visibleText } from './hidden-values';
import { hoursPassage } from './hours/hours-passage';
import type { Library } from './retrieval/library';
import { withoutGreeting } from './small-talk';

/** For each query, and for all of them; opening hours are one more. */
const PASSAGES = 5;
const MOST_PASSAGES = 6;

export type Passages = readonly { title: string; text: string }[];

export async function passagesFor(
  { business, message, dialogue, language }: DraftRequest,
  library: Library,
  signal: AbortSignal,
): Promise<Passages> {
  const before = dialogue.filter(({ from }) => from === 'customer').at(-2)?.text;
  const asked = visibleText(message).text;
  // A follow-up ("and on Sundays?") is found by what it follows.
  const queries = [withoutGreeting(asked), ...(before === undefined ? [] : [`${visibleText(before).text} ${asked}`])];
  const index = await library.indexOf(business.knowledge);
  const found = await index.passages(queries, language, { limit: PASSAGES, signal });
  const read = found.slice(0, MOST_PASSAGES).map(({ title, text }) => ({ title, text }));
  const hours = hoursPassage(business, language, new Date());
  // A citation names one source.
  if (read.some(({ title }) => title === hours.title)) hours.title += ' (business.yaml)';
  return [...read.slice(0, 2), hours, ...read.slice(2)];
}
