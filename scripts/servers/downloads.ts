/**
 * Official downloads: MongoDB's through mongodb-memory-server, Temporal's through its SDK. Each is kept in the cache
 * folder, and given up quickly where the host name does not resolve, because the next way needs no such host.
 */
import { lookup } from 'node:dns/promises';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError } from './launch-error';
import { isExecutable, type Search } from './search';

const MONGODB_VERSION = '8.0.15';
const LOOKUP_MS = 2_000;
const DOWNLOAD_MS = 300_000;

export async function downloadMongod({ cacheDir, proxied, report }: Search): Promise<string> {
  const downloadDir = join(cacheDir, 'mongodb-binaries');
  const kept = executableIn(downloadDir, 'mongod');
  if (kept) return kept;
  await mustResolve('fastdl.mongodb.org', proxied);
  report(`Downloading MongoDB ${MONGODB_VERSION} (about 100 MB, once) ...`);
  const { MongoBinary } = await import('mongodb-memory-server-core');
  return within(DOWNLOAD_MS, MongoBinary.getPath({ version: MONGODB_VERSION, downloadDir }));
}

export function downloadTemporal(search: Search): Promise<string> {
  return temporalDownload('temporal', search, async (executable) => {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    return TestWorkflowEnvironment.createLocal({ server: { executable } });
  });
}

export function downloadTestServer(search: Search): Promise<string> {
  return temporalDownload('temporal-test-server', search, async (executable) => {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    return TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  });
}

type CachedDownload = { type: 'cached-download'; downloadDir: string };

/** The SDK downloads as part of starting a server, so one is started, ended, and its program kept. */
async function temporalDownload(
  program: string,
  { cacheDir, proxied, report }: Search,
  start: (executable: CachedDownload) => Promise<{ teardown(): Promise<void> }>,
): Promise<string> {
  const downloadDir = join(cacheDir, 'temporal-binaries', program);
  const kept = executableIn(downloadDir, '');
  if (kept) return kept;
  await mustResolve('temporal.download', proxied);
  report(`Downloading ${program} (once) ...`);
  mkdirSync(downloadDir, { recursive: true });
  const server = await within(DOWNLOAD_MS, start({ type: 'cached-download', downloadDir }));
  await server.teardown();
  const path = executableIn(downloadDir, '');
  if (!path) throw new LaunchError('the SDK left no program behind');
  return path;
}

function executableIn(folder: string, start: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(start) && !/\.(lock|md5|tgz|zip|downloading)$/.test(name),
  );
  return names.map((name) => join(folder, name)).find(isExecutable);
}

/** With a proxy the name is resolved elsewhere, so only the download itself can tell. */
async function mustResolve(host: string, proxied: boolean): Promise<void> {
  if (proxied) return;
  try {
    await within(LOOKUP_MS, lookup(host));
  } catch {
    throw new LaunchError(`${host} cannot be reached from here`);
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LaunchError(`gave up after ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
