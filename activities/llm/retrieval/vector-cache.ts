/**
 * Keeps the vectors of the knowledge in one file of the data folder, so that a restart embeds only what changed. A
 * file that is missing, of another embedder or damaged is simply made again; one that can not be written is no harm.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedder } from './embedder';

/** `folder` undefined: nothing is kept. */
export async function embedKept(
  embedder: Embedder,
  texts: readonly string[],
  folder?: string,
  kind: 'query' | 'passage' = 'passage',
): Promise<Float32Array[]> {
  if (folder === undefined || texts.length === 0) return embedder.embed(texts, kind);
  const name = kind === 'passage' ? embedder.id : `${embedder.id} ${kind}`;
  const file = join(folder, 'vectors', `${digest(name)}.bin`);
  const kept = await read(file);
  const missing = [...new Set(texts)].filter((text) => !kept.has(digest(text)));
  if (missing.length > 0) {
    const made = await embedder.embed(missing, kind);
    for (const [index, text] of missing.entries()) kept.set(digest(text), made[index] as Float32Array);
  }
  const result = texts.map((text) => kept.get(digest(text)) as Float32Array);
  if (missing.length > 0)
    await write(file, new Map(texts.map((text, index) => [digest(text), result[index] as Float32Array])));
  return result;
}

const DIGEST = 16;
const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, DIGEST);

/** The vectors' length as 32 bits, then for each its text's digest and its numbers. */
async function read(file: string): Promise<Map<string, Float32Array>> {
  const kept = new Map<string, Float32Array>();
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || bytes.length < 4) return kept;
  const size = bytes.readUInt32LE(0);
  const row = DIGEST + size * 4;
  if (size === 0 || (bytes.length - 4) % row !== 0) return kept;
  for (let at = 4; at < bytes.length; at += row) {
    const numbers = bytes.buffer.slice(bytes.byteOffset + at + DIGEST, bytes.byteOffset + at + row);
    kept.set(bytes.toString('latin1', at, at + DIGEST), new Float32Array(numbers));
  }
  return kept;
}

async function write(file: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
  const [first] = vectors.values();
  const head = Buffer.alloc(4);
  head.writeUInt32LE(first?.length ?? 0);
  const rows = [...vectors].flatMap(([key, vector]) => [
    Buffer.from(key, 'latin1'),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ]);
  try {
    await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
    // Another process may read it at this moment.
    await writeFile(`${file}.${process.pid}`, Buffer.concat([head, ...rows]), { mode: 0o600 });
    await rename(`${file}.${process.pid}`, file);
  } catch {
    // Next time they are made again.
  }
}
