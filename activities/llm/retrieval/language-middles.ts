/**
 * Takes the language out of a question's vector. Embedders of many languages put texts of one language near to one
 * another, whatever they say; moved by the distance between the middles of both languages, a Vietnamese question lies
 * where an English one with its meaning would.
 */
import { BACKGROUNDS } from './background';
import type { Embedder } from './embedder';
import { embedKept } from './vector-cache';

/** By language. */
export type LanguageMiddles = ReadonlyMap<string, Float32Array>;

/** None where the embedder fails: questions stay where they are. */
export async function languageMiddles(embedder: Embedder, folder?: string): Promise<LanguageMiddles> {
  const languages = Object.entries(BACKGROUNDS);
  const texts = languages.flatMap(([, some]) => some);
  const vectors = await embedKept(embedder, texts, folder, 'query').catch(() => null);
  if (!vectors) return new Map();
  let taken = 0;
  return new Map(
    languages.map(([language, some]) => {
      taken += some.length;
      return [language, meanOf(vectors.slice(taken - some.length, taken))] as const;
    }),
  );
}

/** The vector itself where a language has no middle. */
export function moved(vector: Float32Array, middles: LanguageMiddles, from: string, to: string): Float32Array {
  const own = middles.get(base(from));
  const other = middles.get(base(to));
  if (!own || !other || own === other) return vector;
  return vector.map((value, index) => value - (own[index] ?? 0) + (other[index] ?? 0));
}

const base = (language: string) => language.split('-')[0] ?? language;

export function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] ?? 0) + (vector[index] ?? 0);
  return sum.map((value) => value / vectors.length);
}
