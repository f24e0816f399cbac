/**
 * A lock that one process holds, as a file with its id. A lock whose holder is dead is taken over; two that take it
 * over at once are told apart, because renaming a file away succeeds only once.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, isAlive } from './os-process';

interface Holder {
  pid: number;
  command: string | undefined;
}

export type LockResult = { taken: true; release: () => void } | { taken: false; holder: Holder };

export function tryLock(path: string): LockResult {
  mkdirSync(dirname(path), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, command: commandLine(process.pid) });
  const draft = `${path}.${process.pid}`;
  for (;;) {
    writeFileSync(draft, mine);
    try {
      linkSync(draft, path);
      return { taken: true, release: () => read(path) === mine && rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const theirs = read(path);
    const holder = theirs === undefined ? undefined : parse(theirs);
    if (holder && holds(holder)) return { taken: false, holder };
    if (theirs !== undefined) takeAway(path, theirs);
  }
}

/** Waits for the holder to finish. For work that is done once and then used by all. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const lock = tryLock(path);
    if (!lock.taken) {
      await sleep(100);
      continue;
    }
    try {
      return await work();
    } finally {
      lock.release();
    }
  }
}

function holds({ pid, command }: Holder): boolean {
  if (!isAlive(pid)) return false;
  const now = commandLine(pid);
  return command === undefined || now === undefined || now === command;
}

function takeAway(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== stale) linkSync(aside, path);
  } catch {
    // Somebody else was quicker; the next round sees what they left.
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** An unreadable lock has no holder that could be asked, so it counts as stale. */
function parse(text: string): Holder | undefined {
  try {
    const { pid, command } = JSON.parse(text) as Partial<Holder>;
    return Number.isInteger(pid) ? { pid: pid as number, command } : undefined;
  } catch {
    return undefined;
  }
}
