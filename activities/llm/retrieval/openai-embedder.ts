/**
 * An embedder behind an address that speaks OpenAI's embeddings protocol: a provider, or a server beside us such as
 * the multilingual one that `npm start` can bring. Asked in small batches, with a deadline; whatever is not one vector
 * a text is refused, and no text stands in an error.
 */
import { withDeadline } from '../../../channels/deadline';
import type { Embedder } from './embedder';

export interface EmbeddingsAddress {
  baseUrl?: string;
  model?: string;
  apiKey?: string;
}

const BATCH = 64;
/** For one question; a batch of passages may take as long for each eight of them. */
const DEADLINE_MS = 3000;
const MOST_BYTES = 32 * 1024 * 1024;

export function createOpenAiEmbedder({
  baseUrl = 'https://api.openai.com/v1',
  model = 'text-embedding-3-small',
  apiKey,
}: EmbeddingsAddress): Embedder {
  const url = `${baseUrl.replace(/\/+$/, '')}/embeddings`;
  const ask = async (texts: readonly string[], kind: 'query' | 'passage', signal?: AbortSignal) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
      // `input_type` is for servers that embed questions and passages differently; others ignore it.
      body: JSON.stringify({ model, input: texts, input_type: kind, encoding_format: 'float' }),
      redirect: 'error',
      signal: withDeadline(DEADLINE_MS * Math.ceil(texts.length / 8), signal),
    });
    if (!response.ok) throw new Error(`the embeddings server answers ${response.status}`);
    if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES)
      throw new Error('the embeddings are too large');
    return vectorsIn(await response.json(), texts.length);
  };
  return {
    id: `${model}@${url}`,
    family: 'multilingual',
    async embed(texts, kind, signal) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH)
        vectors.push(...(await ask(texts.slice(start, start + BATCH), kind, signal)));
      return vectors;
    },
    async close() {},
  };
}

function vectorsIn(body: unknown, count: number): Float32Array[] {
  const data = (body as { data?: { index?: number; embedding?: unknown }[] } | null)?.data;
  if (!Array.isArray(data) || data.length !== count)
    throw new Error('the embeddings server gave no vector for each text');
  const vectors = new Array<Float32Array>(count);
  data.forEach(({ index, embedding }, place) => {
    if (!Array.isArray(embedding) || embedding.length === 0 || !embedding.every((value) => Number.isFinite(value)))
      throw new Error('the embeddings server gave something that is no vector');
    vectors[index ?? place] = Float32Array.from(embedding as number[]);
  });
  const size = vectors[0]?.length;
  for (let place = 0; place < count; place += 1)
    if (vectors[place]?.length !== size) throw new Error('the embeddings server gave vectors of different lengths');
  return vectors;
}
