/** Gives the rolling summary to a model of its own: a cheap one does, and its failure is not the answerer's. */
import type { Answerer } from '../answerer';

export function withSummaries(answerer: Answerer, summarizer: Answerer): Answerer {
  const { summarize, ...rest } = answerer;
  const own = summarizer.summarize?.bind(summarizer);
  return { ...rest, ...(own && { summarize: own }) };
}
