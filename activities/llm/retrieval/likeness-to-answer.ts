/**
 * How like one answer's title and example questions a customer's question is. Beside that stands how like one another
 * these are: examples that all say nearly the same leave less room than ones that go far apart.
 */
import type { PhraseSpace, Similarities } from './phrase-space';

/** An answer with one phrase has none to compare it with; this is usual. */
const USUAL_LIKENESS = 0.2;
const LEAST_LIKENESS = 0.1;

/** `own`: the answer's phrases; `mutual`: their likeness to one another. */
export function likenessTo(own: readonly number[], { written, meaning, joined }: Similarities, mutual: number) {
  const best = (values: Float32Array) => Math.max(0, ...own.map((phrase) => values[phrase] ?? 0));
  const mean = (values: Float32Array) =>
    own.reduce((sum, phrase) => sum + (values[phrase] ?? 0), 0) / Math.max(1, own.length);
  return {
    meaning: best(meaning ?? written),
    meaningMean: mean(meaning ?? written),
    written: best(written),
    writtenMean: mean(written),
    kinship: mean(joined) / Math.max(LEAST_LIKENESS, mutual),
  };
}

/** In the mean of all pairs. */
export function mutualLikeness(own: readonly number[], space: PhraseSpace): number {
  let sum = 0;
  let pairs = 0;
  own.forEach((phrase, index) => {
    for (const other of own.slice(index + 1)) {
      sum += space.likeness(phrase, other);
      pairs += 1;
    }
  });
  return pairs === 0 ? USUAL_LIKENESS : sum / pairs;
}
