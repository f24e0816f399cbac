/** What must hold before anything is started; each refusal says what to do about it. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config';
import { clause, LaunchError } from './servers/launch-error';
import { tryLock } from './servers/lock-file';
import { freePort } from './servers/ports';

/** Returns what gives the folder back. */
export function takeDataFolder(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new LaunchError(
      `The data folder ${dataDir} cannot be used (${clause(error)}). Set DATA_DIR to a folder that this user can write to.`,
    );
  }
  const lock = tryLock(join(dataDir, 'lock'));
  if (lock.taken) return lock.release;
  throw new LaunchError(
    `Baton already runs on the data folder ${dataDir}, as process ${lock.holder.pid}. Stop that one, or give this one another folder: DATA_DIR=.baton-2 PORT=3001 npm start.`,
  );
}

export async function takePort({ port, host }: Config): Promise<number> {
  const free = await freePort(port, host);
  if (free !== undefined) return free;
  throw new LaunchError(
    `Port ${port} on ${host} is not free: another program listens there. Stop it, or choose another port: PORT=${port + 1} npm start.`,
  );
}
