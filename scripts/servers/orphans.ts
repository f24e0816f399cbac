/**
 * The record of running children under DATA_DIR/children, one file each, and the end of those whose launcher was
 * killed before it could end them. A process whose command line is not the recorded one is a stranger: left alone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandLine, end, isAlive } from './os-process';

const folderOf = (dataDir: string) => join(dataDir, 'children');
const recordPath = (dataDir: string, pid: number) => join(folderOf(dataDir), String(pid));

export function recordChild(dataDir: string, pid: number, command: string): void {
  mkdirSync(folderOf(dataDir), { recursive: true });
  writeFileSync(recordPath(dataDir, pid), command);
}

export function forgetChild(dataDir: string, pid: number): void {
  rmSync(recordPath(dataDir, pid), { force: true });
}

/** Returns how many it ended. Call it only while holding the data folder's lock. */
export async function endOrphans(dataDir: string): Promise<number> {
  const pids = existsSync(folderOf(dataDir)) ? readdirSync(folderOf(dataDir)).map(Number) : [];
  const ended = await Promise.all(
    pids.map(async (pid) => {
      const recorded = readFileSync(recordPath(dataDir, pid), 'utf8');
      const ours = isAlive(pid) && isSameCommand(commandLine(pid), recorded);
      if (ours) await end(pid, 8_000);
      forgetChild(dataDir, pid);
      return ours;
    }),
  );
  return ended.filter(Boolean).length;
}

/** A script runs as its interpreter followed by the script's path, so the words after the program decide. */
function isSameCommand(running: string | undefined, recorded: string): boolean {
  const [file = '', ...args] = recorded.split(' ');
  return Boolean(running?.includes(basename(file)) && running.endsWith(args.join(' ')));
}
