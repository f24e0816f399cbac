/**
 * The trials a calibration is fitted on: knowledge with one to ten examples an answer, large and small, always with
 * answers left out and foreign questions among the asked. How sure one may be depends much on which answers are left
 * out, and a set has few: the usual sizes are drawn several times. Every size counts the same.
 */
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import type { LabelledSet } from './labelled-sets';
import { type Asked, runTrial, type TrialPlan } from './trial';

export interface Trial {
  set: string;
  plan: TrialPlan;
  asked: Asked[];
  /** What all its questions count for together. */
  weight: number;
}

const EXAMPLES = [1, 2, 3, 5, 10];
const LABELS = [20, 50, undefined];
/** From so many examples on, knowledge is drawn as often as this. */
const USUAL = 3;
const DRAWS = 4;
const APART = 10;

export async function calibrationTrials(sets: readonly LabelledSet[], embedder: Embedder | null): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const set of sets)
    for (const plan of LABELS.flatMap((labels, place) => plansOf(set, labels, place + 1))) {
      const asked = await runTrial(set, plan, embedder);
      trials.push({ set: set.name, plan, asked, weight: 1 / drawsOf(plan.examples) });
    }
  return trials;
}

const drawsOf = (examples: number) => (examples >= USUAL ? DRAWS : 1);

function plansOf(set: LabelledSet, labels: number | undefined, first: number): TrialPlan[] {
  const count = Math.min(labels ?? set.labels.length, set.labels.length);
  const asked = Math.max(6, Math.ceil(500 / count));
  const plan = {
    leaveOut: true,
    asked,
    foreign: Math.ceil((count * asked) / 6),
    ...(labels !== undefined && { labels }),
  };
  return EXAMPLES.flatMap((examples) =>
    Array.from({ length: drawsOf(examples) }, (_, draw) => ({ ...plan, examples, seed: first + APART * draw })),
  );
}
