/**
 * The embedded Temporal development server. WAL and the raised poll limits cut a turn from fifty disk flushes and a
 * dozen 50 ms waits to next to none; the file survives a kill of the process (not a power cut).
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../worker/search-attributes';
import { type Child, launch, untilReady } from './child';
import type { Executable } from './executables';
import { LOOPBACK } from './ports';

export interface TemporalServer {
  address: string;
  uiUrl: string;
  child: Child;
}

export interface TemporalOptions {
  dataDir: string;
  port: number;
  uiPort: number;
  /** Where the UI asks for payloads to be decoded. */
  codecEndpoint?: string | undefined;
}

/** An erased history goes once the queue before it is known to be done, which is noted every half a minute by default. */
const PROGRESS = 'history.transferProcessorUpdateAckInterval="1s"';
const POLLERS = ['transferProcessorMaxPollRPS', 'timerProcessorMaxPollRPS', 'visibilityProcessorMaxPollRPS'];

export async function startTemporal(executable: Executable, options: TemporalOptions): Promise<TemporalServer> {
  const { dataDir, port, uiPort, codecEndpoint } = options;
  const args = ['server', 'start-dev', '--ip', LOOPBACK, '--port', String(port), '--ui-port', String(uiPort)];
  const storage = join(dataDir, 'temporal.db');
  args.push('--db-filename', storage, '--log-level', 'warn', '--log-format', 'json');
  args.push('--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=1');
  args.push(...POLLERS.flatMap((name) => ['--dynamic-config-value', `history.${name}=1000`]));
  args.push('--dynamic-config-value', PROGRESS);
  args.push(...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]));
  if (codecEndpoint) args.push('--ui-codec-endpoint', codecEndpoint);
  const unfinished = beginStorage(storage);
  const child = launch({ name: 'temporal', file: executable.path, args, dataDir, storage });
  const address = `${LOOPBACK}:${port}`;
  await untilReady(child, () => pingTemporal(address));
  rmSync(unfinished, { force: true });
  return { address, uiUrl: `http://${LOOPBACK}:${uiPort}`, child };
}

/**
 * The server makes its tables when the file is not there, and never finishes a file with half of them: one killed at its
 * first start could not start again. A mark stands beside the file until the server has answered for the first time;
 * what is found with the mark was never open to anybody, and is made anew. Returns the mark's path.
 */
function beginStorage(storage: string): string {
  const unfinished = `${storage}.unfinished`;
  if (existsSync(unfinished)) for (const end of ['', '-wal', '-shm']) rmSync(`${storage}${end}`, { force: true });
  if (!existsSync(storage)) writeFileSync(unfinished, '');
  return unfinished;
}

export async function pingTemporal(address: string, namespace = 'default'): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.withDeadline(Date.now() + 2_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } finally {
    await connection.close();
  }
}
