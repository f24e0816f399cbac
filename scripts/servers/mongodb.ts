/**
 * The embedded MongoDB: a real `mongod` as a replica set of one where there is one, else the server of the SecantusDB
 * wheel, which speaks the same protocol. Both fsync what they acknowledge, and both are single primaries, so clients
 * connect directly.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type Child, launch, untilReady } from './child';
import type { Executable } from './executables';
import { LOOPBACK } from './ports';

/** The folder under DATA_DIR that each program keeps its data in. */
export const STORAGE = { mongod: 'mongodb', secantusd: 'secantus' } as const;

/** The wheel's server reads through up to 10,000 records of retryable writes on every write: a third of its time. */
const WITHOUT_RETRIES = '&retryWrites=false';

export interface MongodbServer {
  uri: string;
  child: Child;
}

export async function startMongodb(
  executable: Executable,
  { dataDir, port }: { dataDir: string; port: number },
): Promise<MongodbServer> {
  const real = executable.program === 'mongod';
  const storage = join(dataDir, STORAGE[real ? 'mongod' : 'secantusd']);
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  const args = real
    ? ['--bind_ip', LOOPBACK, '--port', String(port), '--dbpath', storage, '--replSet', 'baton', '--quiet']
    : [
        '--host',
        LOOPBACK,
        '--port',
        String(port),
        '--storage-path',
        storage,
        '--sync-on-commit',
        '--log-level',
        'WARNING',
      ];
  const child = launch({ name: 'mongodb', file: executable.path, args, dataDir, cwd: storage, storage });
  await untilReady(child, () =>
    pingMongodb(`mongodb://${LOOPBACK}:${port}/?directConnection=true`, real ? port : undefined),
  );
  return { uri: `mongodb://${LOOPBACK}:${port}/baton?directConnection=true${real ? '' : WITHOUT_RETRIES}`, child };
}

/** Resolves when a primary answers. `initiate` makes a fresh `mongod` the primary of its own replica set first. */
export async function pingMongodb(uri: string, initiate?: number): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 2_000, connectTimeoutMS: 2_000 });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (hello.isWritablePrimary) return;
    if (initiate !== undefined && !hello.setName) {
      const members = [{ _id: 0, host: `${LOOPBACK}:${initiate}` }];
      await admin.command({ replSetInitiate: { _id: 'baton', members } });
    }
    throw new Error(hello.setName ? 'no primary yet' : 'MongoDB must be a replica set');
  } finally {
    await client.close();
  }
}
