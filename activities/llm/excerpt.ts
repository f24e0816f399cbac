/**
 * A summary without a model: what the customer asked and named, what operators did, in their own words and cut to a
 * line each. The newest stays, the oldest goes.
 */

import type { SummaryRequest } from './answerer';
import { smallTalkIn } from './small-talk';

export const LONGEST_SUMMARY = 1500;
const LINE = { customer: 160, operator: 160, system: 160, ai: 80 } as const;

export function excerpt({ before, dialogue }: Pick<SummaryRequest, 'before' | 'dialogue'>): string {
  const since = dialogue
    .filter(({ from, text }) => from !== 'customer' || smallTalkIn(text) === null)
    .map(({ from, text }) => `${from}: ${firstWords(text, LINE[from])}`);
  const lines = [...before.split('\n').filter(Boolean), ...since];
  let length = 0;
  const kept = lines.reverse().filter((line) => {
    length += line.length + 1;
    return length <= LONGEST_SUMMARY;
  });
  return kept.reverse().join('\n');
}

function firstWords(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/ [^ ]*$/, '')}…`;
}
