/**
 * Free ports of this machine, kept in `DATA_DIR/ports.json` so that bookmarks to the Temporal UI stay good. A kept
 * port that something else uses by now is replaced.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { LaunchError } from './launch-error';

export const LOOPBACK = '127.0.0.1';

/** Below what systems give to outgoing connections: nothing takes such a port by chance before a server listens on it. */
const QUIET = { from: 20_000, to: 32_000 };
const TRIES = 50;

/** Any port that is free now. */
export async function anyFreePort(host = LOOPBACK): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = await freePort(randomInt(QUIET.from, QUIET.to), host);
    if (port !== undefined) return port;
  }
  throw new LaunchError(`No free port was found between ${QUIET.from} and ${QUIET.to} on ${host}.`);
}

/** The port if it is free, or undefined. */
export function freePort(port: number, host = LOOPBACK): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => resolve(found));
    });
  });
}

export async function keptPort(dataDir: string, name: string): Promise<number> {
  const path = join(dataDir, 'ports.json');
  const kept = read(path);
  const wanted = kept[name];
  const others = new Set(Object.entries(kept).flatMap(([other, port]) => (other === name ? [] : [port])));
  let port = wanted === undefined ? undefined : await freePort(wanted);
  while (port === undefined || others.has(port)) port = await anyFreePort();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify({ ...kept, [name]: port }, null, 2)}\n`);
  renameSync(`${path}.${process.pid}`, path);
  return port;
}

/** The port that was last given out under this name. */
export function recordedPort(dataDir: string, name: string): number | undefined {
  return read(join(dataDir, 'ports.json'))[name];
}

function read(path: string): Record<string, number> {
  try {
    const ports: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const entries = Object.entries((ports ?? {}) as Record<string, unknown>);
    return Object.fromEntries(entries.filter((entry): entry is [string, number] => Number.isInteger(entry[1])));
  } catch {
    return {};
  }
}
