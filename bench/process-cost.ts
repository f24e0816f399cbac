/** What a process costs, threads included: CPU time since its start and resident memory, as the system tells. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Linux counts CPU time in ticks of 10 ms on every architecture Node runs on. */
const TICK_MS = 10;

export function cpuMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // Counted from the state: user time is the 12th, system time the 13th.
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return clockMs(ps(pid, 'time'));
  }
}

export function rssBytes(pid: number): number {
  return Number(ps(pid, 'rss')) * 1024;
}

function ps(pid: number, field: string): string {
  return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
}

/** `[[hours:]minutes:]seconds` */
function clockMs(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000;
}
