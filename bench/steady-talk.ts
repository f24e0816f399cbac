/**
 * Many conversations that rest and some that talk all the time, as a shop has them. Every tenth message wakes one that
 * rested, whose workflow the worker may no longer hold. The witness says afterwards whether each was answered once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadBusiness } from '../load-business';
import { type Processes, VICTIMS } from '../test/support/processes';
import type { Talk } from '../test/support/talk';
import type { Witness } from '../test/support/witness';
import { type MemoryUse, watchMemory } from './memory';
import { messageText, questionsOf, uniqueMark } from './questions';

/**
 * Whoever talks waits so long before the next message, so few talk. A run of a workflow grows until it continues as new
 * after some hundred and fifty turns: the half hour is to hold several such runs of each.
 */
const PAUSE_S = 2;
const WAKE_EVERY = 10;
const OPENED_AT_ONCE = 16;
const SETTLE_MS = 120_000;
const SAMPLE_MS = 1_000;

export interface SoakOptions {
  minutes: number;
  /** Conversations that rest. */
  idle: number;
  /** Messages a second. */
  rate: number;
}

export interface SoakResult {
  messages: number;
  woken: number;
  memory: MemoryUse[];
  violations: string[];
}

export async function soak(
  processes: Processes,
  witness: Witness,
  { minutes, idle, rate }: SoakOptions,
  tell: (line: string) => void,
): Promise<SoakResult> {
  const questions = questionsOf(await loadBusiness('examples/riverside-hotel'));
  const turns = new Map<Talk, number>();
  async function say(talk: Talk): Promise<void> {
    const turn = turns.get(talk) ?? 0;
    turns.set(talk, turn + 1);
    const mark = uniqueMark();
    await witness.customer(talk, messageText(questions, turn, mark), mark);
  }

  const resting = Array.from({ length: idle }, () => processes.talk());
  for (let from = 0; from < idle; from += OPENED_AT_ONCE) {
    const some = resting.slice(from, from + OPENED_AT_ONCE);
    await Promise.all(some.map(say));
    await witness.untilSettled(some, SETTLE_MS);
  }
  tell(`${idle} conversations rest`);

  const talking = Array.from({ length: Math.ceil(rate * PAUSE_S) }, () => processes.talk());
  const pids = Object.fromEntries(VICTIMS.map((name) => [name, processes[name].pid()]));
  const memory = watchMemory(pids, SAMPLE_MS);
  const sends: Promise<void>[] = [];
  const startedAt = performance.now();
  let woken = 0;
  for (let sent = 0; performance.now() - startedAt < minutes * 60_000; sent++) {
    const wakes = idle > 0 && sent % WAKE_EVERY === WAKE_EVERY - 1;
    const talk = wakes ? resting[woken++ % idle] : talking[(sent - woken) % talking.length];
    if (talk) sends.push(say(talk));
    await sleep(Math.max(0, startedAt + ((sent + 1) * 1_000) / rate - performance.now()));
  }
  await Promise.all(sends);
  const use = memory.stop();
  const spoken = [...turns.keys()];
  await witness.untilSettled(spoken, SETTLE_MS);
  const violations = await witness.check(spoken);
  return { messages: witness.operations.length, woken, memory: use, violations };
}
