/**
 * The embedder that `EMBEDDINGS` names, or none. What is asked for and can not be had is said once by `report`; the
 * answerer goes on by words and letters.
 */
import type { EmbeddingsConfig } from '../../../config';
import { bundledIsThere, createBundledEmbedder } from './bundled-embedder';
import type { Embedder } from './embedder';
import { createOpenAiEmbedder } from './openai-embedder';

export function createEmbedder(settings: EmbeddingsConfig, report: (line: string) => void = () => {}): Embedder | null {
  const { kind, baseUrl } = settings;
  if (kind === 'none') return null;
  if (kind === 'bundled') {
    if (bundledIsThere()) return createBundledEmbedder();
    report('the bundled embedder is not installed (an optional package): answers are found by words alone');
    return null;
  }
  // `npm start` brings the multilingual server and gives its address; a worker alone has to be told.
  if (kind === 'multilingual' && baseUrl === undefined) {
    report('EMBEDDINGS=multilingual needs EMBEDDINGS_BASE_URL here: answers are found by words alone');
    return null;
  }
  return createOpenAiEmbedder(settings);
}
