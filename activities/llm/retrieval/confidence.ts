/**
 * From the evidence of a search to the probability that its first answer is right: a logistic whose weights
 * `npm run calibrate` fits on public question sets, for each kind of embedder, with whole answers and foreign questions
 * left out, so that "near, but not in the knowledge" counts as wrong.
 */

import { EVIDENCE, type Evidence, type EvidenceName } from './answer-group';
import calibration from './calibration.json';
import type { Embedder } from './embedder';
import { evaluate, fitLogistic, type Logistic, type Observation } from './logistic';

export type Family = Embedder['family'] | 'none';
/** What weights were fitted for; `across`: a question in another language than the answers. */
export type Fitted = Family | 'across';
type Weights = Record<(typeof EVIDENCE)[number] | 'bias', number>;

const MODELS: Readonly<Record<Fitted, Logistic>> = {
  none: modelOf(calibration.none),
  english: modelOf(calibration.english),
  multilingual: modelOf(calibration.multilingual),
  across: modelOf(calibration.across),
};

/** 0 to 1. */
export function confidenceOf({ candidates, values }: Evidence, family: Fitted): number {
  return candidates.length === 0 ? 0 : evaluate(MODELS[family], rowOf(values, family));
}

/**
 * Below this, what stays unexplained says only that an example is the question almost word for word. Among ordinary
 * questions less unexplained goes with less agreement of the examples; that must not make the surest ones unsure.
 */
const LEAST_VARIANCE = 0.6;

/**
 * What must not count. A lead in votes is worth something where words alone are compared; where meanings are, it made
 * wrong answers of whole businesses surer than their like in question sets. How many examples an answer has tells the
 * most where meanings are compared, and nothing where only words are. Across languages nothing is learnt from how alike
 * an answer's examples are, or how many: businesses differ in it too much.
 */
const LEFT_OUT: Readonly<Record<Fitted, readonly EvidenceName[]>> = {
  none: ['examples'],
  english: ['lead'],
  multilingual: ['lead'],
  across: ['lead', 'kinship', 'examples'],
};

/** Families whose margin and kinship are read on a bent scale; words alone were fitted better on the straight one. */
const BENT: ReadonlySet<Fitted> = new Set(['english']);
/** Where examples of an answer have next to nothing in common, being more like them than they are says little more. */
const bent = ({ margin, kinship }: Evidence['values']) => ({
  margin: Math.sqrt(Math.max(0, margin)),
  kinship: Math.log(0.2 + Math.max(0, kinship)),
});

/**
 * The first votes for an answer say more than the last ones: votes count by their root. An answer with many examples is
 * voted for sooner than one with few, so the same votes say less for it; of that the second example makes more than the
 * tenth.
 */
export function rowOf(values: Evidence['values'], family: Fitted): number[] {
  const counted = {
    ...values,
    ...(BENT.has(family) && bent(values)),
    variance: Math.max(LEAST_VARIANCE, values.variance),
    score: Math.sqrt(Math.max(0, values.score)),
    lead: Math.sqrt(values.lead),
    examples: Math.log(1 + values.examples),
  };
  return EVIDENCE.map((name) => (LEFT_OUT[family].includes(name) ? 0 : counted[name]));
}

/** Fits on rows of evidence as they are, and weighs each kind of evidence alike before the ridge. */
export function fitEvidence(observations: readonly Observation[]): Logistic {
  const scales = EVIDENCE.map((_, index) => spread(observations.map(({ values }) => values[index] ?? 0)));
  const scaled = observations.map((one) => ({
    ...one,
    values: one.values.map((value, index) => (value - (scales[index]?.mean ?? 0)) / (scales[index]?.deviation ?? 1)),
  }));
  const { bias, weights } = fitLogistic(scaled, { ridge: 1 });
  const plain = weights.map((weight, index) => weight / (scales[index]?.deviation ?? 1));
  const moved = plain.reduce((sum, weight, index) => sum + weight * (scales[index]?.mean ?? 0), 0);
  return { bias: bias - moved, weights: plain };
}

export function weightsOf({ bias, weights }: Logistic): Weights {
  const named = EVIDENCE.map((name, index) => [name, Number((weights[index] ?? 0).toFixed(4))] as const);
  return { bias: Number(bias.toFixed(4)), ...Object.fromEntries(named) } as Weights;
}

function modelOf(weights: Weights): Logistic {
  return { bias: weights.bias, weights: EVIDENCE.map((name) => weights[name]) };
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
