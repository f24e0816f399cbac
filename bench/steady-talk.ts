/**
 * Many conversations that rest and some that talk all the time, as a shop has them. One message in ten wakes one
 * that rested, whose workflow the worker may no longer hold. The witness says afterwards whether each was answered once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadBusiness } from '../load-business';
import { type Processes, VICTIMS } from '../test/support/processes';
import type { Talk } from '../test/support/talk';
import type { Witness } from '../test/support/witness';
import { followReplies } from './contenders/replies';
import { type MemoryUse, watchMemory } from './memory';
import { messageText, questionsOf, uniqueMark } from './questions';

/**
 * Whoever talks waits so long after an answer, so few talk. A run of a workflow grows until it continues as new after
 * some hundred and fifty turns: the half hour is to hold several such runs of each.
 */
const PAUSE_S = 2;
/** Without an answer people write again, and so do talkers. */
const PATIENCE_MS = 30_000;
const WAKE_EVERY = 10;
const OPENED_AT_ONCE = 16;
const SETTLE_MS = 120_000;
const SAMPLE_MS = 1_000;

export interface SoakOptions {
  minutes: number;
  /** Conversations that rest. */
  idle: number;
  /** Messages a second, as near as answers and pauses let it. */
  rate: number;
}

export interface SoakResult {
  messages: number;
  woken: number;
  memory: MemoryUse[];
  violations: string[];
}

interface Scene {
  processes: Processes;
  witness: Witness;
  tell(line: string): void;
}

export async function soak(
  { processes, witness, tell }: Scene,
  { minutes, idle, rate }: SoakOptions,
): Promise<SoakResult> {
  const questions = questionsOf(await loadBusiness('examples/riverside-hotel'));
  const turns = new Map<Talk, number>();
  async function say(talk: Talk): Promise<string> {
    const turn = turns.get(talk) ?? 0;
    turns.set(talk, turn + 1);
    const mark = uniqueMark();
    await witness.customer(talk, messageText(questions, turn, mark), mark);
    return mark;
  }

  const resting = Array.from({ length: idle }, () => processes.talk());
  for (let from = 0; from < idle; from += OPENED_AT_ONCE) {
    const some = resting.slice(from, from + OPENED_AT_ONCE);
    await Promise.all(some.map(say));
    await witness.untilSettled(some, SETTLE_MS);
  }
  tell(`${idle} conversations rest`);

  const pids = Object.fromEntries(VICTIMS.map((name) => [name, processes[name].pid()]));
  const memory = watchMemory(pids, SAMPLE_MS);
  const end = performance.now() + minutes * 60_000;
  let woken = 0;
  async function wake(): Promise<void> {
    while (idle > 0 && performance.now() < end) {
      await say(resting[woken++ % idle] as Talk);
      await sleep((WAKE_EVERY * 1_000) / rate);
    }
  }
  async function talkOn(): Promise<void> {
    const talk = processes.talk();
    let mark = await say(talk);
    const replies = await followReplies(
      { url: talk.url, channelKey: talk.keys.channel, viewerKey: talk.keys.viewer },
      talk.id,
    );
    while (performance.now() < end) {
      await replies.containing(mark, PATIENCE_MS).catch(() => undefined);
      await sleep(PAUSE_S * 1_000);
      mark = await say(talk);
    }
    replies.close();
  }
  const talkers = Array.from({ length: Math.ceil(rate * PAUSE_S) }, talkOn);
  await Promise.all([wake(), ...talkers]);
  const use = memory.stop();
  const spoken = [...turns.keys()];
  await witness.untilSettled(spoken, SETTLE_MS);
  const violations = await witness.check(spoken);
  return { messages: witness.operations.length, woken, memory: use, violations };
}
