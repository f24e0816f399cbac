/** The shapes of the offline answerer's replies: an answer, a question back, or that it has none. */
import type { DraftRequest, DraftStep } from './answerer';
import { sentence } from './phrases-of-ours';

export type Reply = Extract<DraftStep, { kind: 'reply' }>;

export function reply(text: string, language: string, confidence: number, citations: Reply['citations'] = []): Reply {
  return { kind: 'reply', text, language, confidence: rounded(confidence), caps: [], citations, intent: 'answer' };
}

/** `confidence` stays what it is: that an answer which is not sent would have been right. */
export function cannot({ business, language }: DraftRequest, confidence: number, why: string): Reply {
  const { text, language: used } = sentence('cannot', [language, ...business.languages]);
  return { ...reply(text, used, confidence), caps: [why], intent: 'cannot' };
}

/** Names the titles that may be meant. */
export function whichOne({ business, language }: DraftRequest, titles: readonly string[], confidence: number): Reply {
  const quoted = titles.map((title) => `“${title}”`).join(', ');
  const { text, language: used } = sentence('whichOne', [language, ...business.languages], { titles: quoted });
  return { ...reply(text, used, confidence), intent: 'clarify', caps: ['several answers are close'] };
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
