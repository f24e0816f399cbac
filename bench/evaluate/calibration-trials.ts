/**
 * The trials a calibration is fitted on: knowledge with one to ten examples an answer, large and small, always with
 * answers left out and foreign questions among the asked. Every trial counts the same.
 */
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import type { LabelledSet } from './labelled-sets';
import { type Asked, runTrial, type TrialPlan } from './trial';

export interface Trial {
  set: string;
  plan: TrialPlan;
  asked: Asked[];
}

const EXAMPLES = [1, 2, 3, 5, 10];
const LABELS = [20, 50, undefined];

export async function calibrationTrials(sets: readonly LabelledSet[], embedder: Embedder | null): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const set of sets)
    for (const [seed, labels] of LABELS.entries())
      for (const examples of EXAMPLES) {
        const count = Math.min(labels ?? set.labels.length, set.labels.length);
        const asked = Math.max(6, Math.ceil(500 / count));
        const plan = { examples, leaveOut: true, asked, foreign: Math.ceil((count * asked) / 6), seed: seed + 1 };
        const whole = { ...plan, ...(labels !== undefined && { labels }) };
        trials.push({ set: set.name, plan: whole, asked: await runTrial(set, whole, embedder) });
      }
  return trials;
}
