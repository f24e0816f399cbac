/**
 * Chooses the answerer that `MODEL` names, `offline` or `provider:model` through LangChain, and puts around it what the
 * settings ask for: a fallback for when it is down, and the day's budget.
 */
import type { ModelConfig } from '../../config';
import type { Answerer } from './answerer';
import { createModelAnswerer } from './model-answerer';
import { type Spending, withBudget } from './models/budget';
import { withFallback } from './models/fallback';
import { loadModel } from './models/load-model';
import { withSummaries } from './models/summaries';
import { type OfflineAnswerer, offlineAnswerer } from './offline-answerer';

/**
 * `spending` is what all workers share; without it nothing is counted. `offline` answers wherever no model does and
 * finds the passages that a model may use: by default one that has no embedder.
 */
export function createAnswerer(
  settings: ModelConfig,
  spending?: Spending,
  offline: OfflineAnswerer = offlineAnswerer,
): Answerer {
  const named = (name: string): Answerer =>
    name === 'offline'
      ? offline
      : createModelAnswerer({ ...settings, name }, () => loadModel(name, settings), offline.library);
  const primary = named(settings.name);
  const backed = settings.fallback ? withFallback(primary, named(settings.fallback), settings) : primary;
  const answerer = settings.summary ? withSummaries(backed, named(settings.summary)) : backed;
  return spending ? withBudget(answerer, offline, settings, spending) : answerer;
}
