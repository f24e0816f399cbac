/** The embedder a measurement is about, each text embedded once. */
import { createBundledEmbedder } from '../../activities/llm/retrieval/bundled-embedder';
import type { Family } from '../../activities/llm/retrieval/confidence';
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import { createOpenAiEmbedder } from '../../activities/llm/retrieval/openai-embedder';
import { loadConfig } from '../../config';
import { keepingVectors } from './kept-vectors';

export function embedderOf(family: Family): Embedder | null {
  if (family === 'none') return null;
  if (family === 'english') return keepingVectors(createBundledEmbedder());
  return keepingVectors(createOpenAiEmbedder(loadConfig(undefined, { apiKeys: false, masterKeys: false }).embeddings));
}
