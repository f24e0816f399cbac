/**
 * Keeps one child running: a crash is reported and answered by a new start, a little later each time. More than five
 * in a minute is no accident, and ends the whole with the reason.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, lastWord } from './servers/child';
import { clause, LaunchError } from './servers/launch-error';

export interface Supervision {
  child: Child;
  /** Starts it again and resolves when it is ready. */
  again: () => Promise<Child>;
  report: (line: string) => void;
  giveUp: (error: LaunchError) => void;
  /** Milliseconds before the first new start; each crash doubles it. */
  backoffMs?: number;
}

const CRASHES = 5;
const WINDOW_MS = 60_000;

export interface Supervised {
  stop(graceMs?: number): Promise<void>;
}

export function supervise({ child: first, again, report, giveUp, backoffMs = 250 }: Supervision): Supervised {
  const { name } = first;
  let child: Child | undefined = first;
  let stopping = false;
  let crashes: number[] = [];

  const watch = async () => {
    let how = await first.exited;
    while (!stopping) {
      child = undefined;
      crashes = [...crashes.filter((at) => at > Date.now() - WINDOW_MS), Date.now()];
      if (crashes.length > CRASHES) {
        giveUp(
          new LaunchError(
            `${name} stopped ${crashes.length} times within a minute, last by ${how}. ${lastWord(first)}`,
          ),
        );
        return;
      }
      report(`${name} stopped (${how}); starting it again`);
      await sleep(backoffMs * 2 ** (crashes.length - 1));
      if (stopping) return;
      how = await run();
    }
  };

  const run = async (): Promise<string> => {
    try {
      child = await again();
      report(`${name} is running again`);
    } catch (error) {
      return clause(error);
    }
    if (stopping) await child.stop();
    return child.exited;
  };

  const watching = watch();
  return {
    async stop(graceMs) {
      stopping = true;
      await child?.stop(graceMs);
      void watching;
    },
  };
}
