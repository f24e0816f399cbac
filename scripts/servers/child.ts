/**
 * A program that the launcher runs: in a process group of its own (so that Ctrl-C reaches it through the launcher, in
 * order), its output in a log file, its id recorded so that the next start finds what a killed launcher left behind.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LaunchError } from './launch-error';
import { forgetChild, recordChild } from './orphans';
import { end, signal } from './os-process';

export interface Command {
  name: string;
  file: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  dataDir: string;
  cwd?: string;
  /** Where it keeps its data, for the advice when it will not start. */
  storage?: string;
  /** Opens an IPC channel, over which a Node child says that it is ready. */
  ipc?: boolean;
}

export interface Child {
  name: string;
  storage: string | undefined;
  pid: number;
  logFile: string;
  /** What it has written since it was launched. */
  output(): string;
  process: ChildProcess;
  /** How it ended, in words: `exit code 1`, `signal SIGKILL`. */
  exited: Promise<string>;
  running(): boolean;
  stop(graceMs?: number): Promise<void>;
  kill(): Promise<void>;
}

const LOG_LIMIT_BYTES = 10_000_000;

export function launch(command: Command): Child {
  const { name, file, args, dataDir } = command;
  const logFile = join(dataDir, 'logs', `${name}.log`);
  const log = openLog(logFile);
  const before = fstatSync(log).size;
  const child = spawn(file, args, {
    detached: true,
    stdio: command.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    ...(command.env && { env: command.env }),
    ...(command.cwd && { cwd: command.cwd }),
  });
  closeSync(log);
  let over = false;
  const exited = new Promise<string>((resolve) => {
    const settle = (how: string) => {
      over = true;
      if (child.pid) forgetChild(dataDir, child.pid);
      resolve(how);
    };
    child.once('error', (error) =>
      settle(`it could not be run (${(error as NodeJS.ErrnoException).code ?? error.message})`),
    );
    child.once('exit', (code, by) => settle(by ? `signal ${by}` : `exit code ${code}`));
  });
  const pid = child.pid ?? 0;
  if (pid) recordChild(dataDir, pid, [file, ...args].join(' '));
  return {
    name,
    pid,
    storage: command.storage,
    logFile,
    output: () => writtenSince(logFile, before),
    process: child,
    exited,
    running: () => !over && pid > 0,
    async stop(graceMs = 8_000) {
      if (over || !pid) return;
      await Promise.all([end(pid, graceMs), exited]);
    },
    async kill() {
      if (over || !pid) return;
      signal(pid, 'SIGKILL');
      await exited;
    },
  };
}

/** One log file and one older one, so that neither a crash's last words nor the disk are lost. */
function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** All of it where the log was begun anew meanwhile; nothing where somebody took it away. */
function writtenSince(logFile: string, before: number): string {
  if (!existsSync(logFile)) return '';
  const log = readFileSync(logFile);
  return log.subarray(log.length < before ? 0 : before).toString();
}

export function lastWord(child: Child): string {
  const line = lastLogLine(child.output());
  return `${line ? `Its last word: ${line}. ` : ''}Its log: ${child.logFile}.`;
}

function advice({ storage }: Child): string {
  if (!storage) return '';
  return ` If its data in ${storage} is damaged, restore that from a backup, or move it away to begin without it.`;
}

function lastLogLine(output: string): string {
  const lines = output.trimEnd().split('\n');
  const telling = lines.slice(-200).findLast((line) => /error|fatal|fail|cannot|corrupt|panic/i.test(line));
  return shortened((telling ?? lines.at(-1) ?? '').trim());
}

/** Both ends: who names its layers first says the cause last. */
function shortened(line: string): string {
  return line.length > 400 ? `${line.slice(0, 150)} … ${line.slice(-250)}` : line;
}

/** Polls until the program answers in its own protocol; fails at once when it ends before that. */
export async function untilReady(child: Child, ping: () => Promise<void>, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let ended: string | undefined;
  child.exited.then((how) => {
    ended = how;
  });
  let wait = 50;
  for (;;) {
    const answer = await ping().then(
      () => 'ready' as const,
      (error: unknown) => error,
    );
    if (answer === 'ready') return;
    if (ended !== undefined) {
      const why = `${child.name} stopped while starting (${ended}). ${lastWord(child)}${advice(child)}`;
      throw new LaunchError(why, child.output());
    }
    if (Date.now() > deadline) {
      await child.kill();
      throw new LaunchError(`${child.name} did not answer within ${timeoutMs / 1000} s. ${lastWord(child)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 1.5, 500);
  }
}
