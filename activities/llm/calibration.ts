/**
 * From features of a look-up to the probability that its first answer is right: a logistic fitted on public intent
 * sets with whole intents and foreign questions left out, so that "near, but not in the knowledge" counts as wrong.
 */
import type { Retrieval } from './knowledge-index';

export interface Features {
  score: number;
  margin: number;
  share: number;
  covered: number;
  /** Words put right as typing mistakes: each may be a wrong guess. */
  guesses: number;
}

export const WEIGHTS: Readonly<Record<keyof Features | 'bias', number>> = {
  bias: -3.76,
  score: 4.33,
  margin: 7.76,
  share: 1.74,
  covered: 0.19,
  guesses: -0.4,
};

export function featuresOf({ candidates, covered, guesses }: Retrieval): Features {
  const [first, ...others] = candidates;
  // The same answer in another language is no rival.
  const second = others.find(({ answer }) => answer.language === first?.answer.language);
  if (!first) return { score: 0, margin: 0, share: 0, covered: 0, guesses: 0 };
  return {
    score: first.score,
    margin: first.score - (second?.score ?? 0),
    share: first.share,
    covered,
    guesses,
  };
}

/** Probability, 0 to 1, that the first candidate answers the question. */
export function probability(features: Features): number {
  if (features.score === 0) return 0;
  let sum = WEIGHTS.bias;
  for (const key of Object.keys(features) as (keyof Features)[]) sum += WEIGHTS[key] * features[key];
  return 1 / (1 + Math.exp(-sum));
}
