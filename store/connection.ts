/**
 * The one connection to MongoDB. It is made in the background and made again for ever, so a process starts and stays
 * up while the database is down; until it answers, every call rejects within two seconds with `StoreUnavailable`.
 */
import type { Connection, mongo } from 'mongoose';
import { createMongoose, defineModels, type Models } from './models';
import { countOperations, type Operation } from './operations';
import { StoreUnavailable, translateError } from './unavailable';

/** What the house's logger gives; messages carry ids and causes, never content. */
export interface StoreLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface Database {
  connection: Connection;
  models: Models;
  /**
   * A collection past mongoose, for what happens in every turn: nothing is cast or checked, so only values that the
   * house made itself may stand in a filter. For use inside `run`.
   */
  native<Row extends { _id: string }>(name: string): mongo.Collection<Row>;
  /** Runs one command against a ready database. Every round trip goes through here. */
  run<T>(command: () => PromiseLike<T>, deadlineMs?: number): Promise<T>;
  /** For native commands; mongoose's have it already. The server gives up before the caller does. */
  limited: { maxTimeMS: number };
  /** Resolves after the first attempt to connect; rejects only where no attempt can ever succeed. */
  firstAttempt: Promise<void>;
  operations(): Record<string, number>;
  /** A real write: what `/readyz` promises. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  uri: string;
  database?: string;
  log?: StoreLog;
  deadlineMs?: number;
  onOperation?: (operation: Operation) => void;
  /** Runs once the server answers and before the first call is let through: indexes, the look-up key. */
  prepare(connection: Connection, models: Models): Promise<void>;
}

const DEADLINE_MS = 2000;
/** The driver and the server give up before the caller does, so that the reason is theirs. */
const SHARE_OF_DEADLINE = 0.75;
const RETRY_MS = 500;
const CLIENT = {
  socketTimeoutMS: 15_000,
  heartbeatFrequencyMS: 2000,
  maxPoolSize: 20,
  monitorCommands: true,
  ignoreUndefined: true,
  promoteBuffers: true,
  autoIndex: false,
  autoCreate: false,
} as const;

/** `connectTimeoutMS` is also how long a server may be silent before the driver drops every connection to it. */
const waits = (ms: number) => ({ serverSelectionTimeoutMS: ms, connectTimeoutMS: ms, waitQueueTimeoutMS: ms });

export function openDatabase(options: ConnectionOptions): Database {
  const { uri, database: dbName, deadlineMs: patienceMs = DEADLINE_MS } = options;
  const limitMs = patienceMs * SHARE_OF_DEADLINE;
  const connection = createMongoose(limitMs).createConnection();
  // Failures are reported by the loop below and by the calls themselves; an unheard 'error' would end the process.
  connection.on('error', () => undefined);
  const models = defineModels(connection);
  const counter = countOperations(options.onOperation);
  let closed = false;
  let trouble = 'not connected yet';
  let endPause: () => void = () => undefined;
  let letThrough: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    letThrough = resolve;
  });

  async function attempt(): Promise<boolean> {
    try {
      if (connection.readyState !== 1) {
        await connection.openUri(uri, { ...CLIENT, ...waits(limitMs), ...(dbName ? { dbName } : {}) });
      }
      counter.listen(connection.getClient());
      await options.prepare(connection, models);
      trouble = 'connected, but slow';
      letThrough();
      options.log?.info({}, 'MongoDB is ready');
      return true;
    } catch (error) {
      const { name, message } = error as Error;
      // Never works, and the driver's message quotes the string with its password.
      if (name === 'MongoParseError') throw new Error('MONGODB_URI is not a valid MongoDB connection string');
      trouble = message.replace(/\/\/[^@/]*@/g, '//');
      options.log?.warn({ reason: trouble }, 'MongoDB is not ready, trying again');
      return false;
    }
  }

  async function connect(done: () => void): Promise<void> {
    while (!closed) {
      const ok = await attempt();
      done();
      if (ok) return;
      await new Promise<void>((resolve) => {
        // Not unreferenced: for a process without its database this may be all that keeps it up.
        const timer = setTimeout(resolve, RETRY_MS);
        endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async function run<T>(command: () => PromiseLike<T>, deadlineMs = patienceMs): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      const fail = () => reject(new StoreUnavailable(`MongoDB did not answer in ${deadlineMs} ms (${trouble})`));
      timer = setTimeout(fail, deadlineMs);
    });
    try {
      return await Promise.race([ready.then(command), deadline]);
    } catch (error) {
      throw translateError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  function native<Row extends { _id: string }>(name: string): mongo.Collection<Row> {
    if (!connection.db) throw new StoreUnavailable('MongoDB is not connected');
    return connection.db.collection<Row>(name);
  }

  return {
    connection,
    models,
    native,
    firstAttempt: new Promise((resolve, reject) => {
      connect(resolve).catch(reject);
    }),
    run,
    limited: { maxTimeMS: limitMs },
    operations: counter.counts,
    async ping() {
      const probe = { $set: { by: 'probe', wrapped: Buffer.alloc(0) } };
      await run(() => models.keys.updateOne({ _id: 'probe' }, probe, { upsert: true }));
    },
    async close() {
      closed = true;
      endPause();
      await connection.close(true);
    },
  };
}
