/** An embedder that asks for each text once: measurements repeat the same questions under many conditions. */
import type { Embedder } from '../../activities/llm/retrieval/embedder';

export function keepingVectors(embedder: Embedder): Embedder {
  const kept = new Map<string, Float32Array>();
  return {
    ...embedder,
    async embed(texts, kind, signal) {
      const missing = [...new Set(texts.filter((text) => !kept.has(`${kind} ${text}`)))];
      const made = missing.length > 0 ? await embedder.embed(missing, kind, signal) : [];
      for (const [index, text] of missing.entries()) kept.set(`${kind} ${text}`, made[index] as Float32Array);
      return texts.map((text) => kept.get(`${kind} ${text}`) as Float32Array);
    },
  };
}
