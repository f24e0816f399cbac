/**
 * `npm run chaos -- --seed N --minutes M`: steady talk while API, worker, Temporal and MongoDB are killed at random
 * moments, one or two at a time; then every transcript is held against the log of what was acknowledged. The same seed
 * kills the same processes after the same pauses. Ends with 0 where every promise was kept, else with 1.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadBusiness } from '../load-business';
import { type Processes, VICTIMS, type Victim } from '../test/support/processes';
import type { Talk } from '../test/support/talk';
import { Witness } from '../test/support/witness';
import { longRun } from './long-run';
import { messageText, questionsOf, uniqueMark } from './questions';
import { randomNumbers } from './random';

const USAGE = 'npm run chaos -- [--seed 1] [--minutes 5] [--conversations 8]';
/** A message waits this long for the servers to come back before it counts as refused. */
const PATIENCE_MS = 120_000;
/** For the last answers, with every process running. */
const SETTLE_MS = 45_000;

interface ChaosOptions {
  seed: number;
  minutes: number;
  conversations: number;
}

interface Kill {
  at: string;
  victims: Victim[];
  downMs: number;
}

function readOptions(argv: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seed: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '5' },
      conversations: { type: 'string', default: '8' },
    },
  });
  const [seed = 0, minutes = 0, conversations = 0] = [values.seed, values.minutes, values.conversations].map(Number);
  if (![seed, minutes, conversations].every((value) => value > 0)) throw new Error('give numbers above 0');
  return { seed, minutes, conversations };
}

async function killUntil(end: number, processes: Processes, random: () => number): Promise<Kill[]> {
  const kills: Kill[] = [];
  const pick = () => VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'worker';
  for (;;) {
    await sleep(1_000 + random() * 6_000);
    if (Date.now() > end) return kills;
    const victims = [...new Set(random() < 0.25 ? [pick(), pick()] : [pick()])];
    const downMs = Math.round(random() * 4_000);
    kills.push({ at: new Date().toISOString(), victims, downMs });
    console.log(`${kills.at(-1)?.at}  kill -9 ${victims.join(' and ')}, back after ${downMs} ms`);
    await Promise.all(victims.map((victim) => processes[victim].kill()));
    await sleep(downMs);
    // A worker waits for nobody, so the order of coming back does not matter.
    await Promise.all(victims.map((victim) => processes[victim].restart()));
  }
}

/** One customer who asks and mostly waits for the answer; every few questions a person steps in for a while. */
async function converse(
  talk: Talk,
  { end, witness, questions, random }: { end: number; witness: Witness; questions: string[]; random: () => number },
): Promise<void> {
  for (let turn = Math.floor(random() * questions.length); Date.now() < end; turn++) {
    const mark = uniqueMark();
    await witness.customer(talk, messageText(questions, turn, mark), mark);
    const patience = random() < 0.8 ? Math.max(0, Math.min(20_000, end - Date.now())) : 0;
    const impatient = random() < 0.15;
    if (!impatient) await witness.untilSettled([talk], patience);
    if (impatient || (await waits(talk))) await stepIn(talk, witness, random);
    await sleep(random() * 500);
  }
}

/** With the model out of reach for long enough a conversation rightly waits for a person. */
const waits = (talk: Talk): Promise<boolean> =>
  talk.conversation().then(
    ({ mode }) => mode === 'waiting',
    () => false,
  );

async function stepIn(talk: Talk, witness: Witness, random: () => number): Promise<void> {
  await sleep(random() * 600);
  await witness.operator(talk, 'Hello, Ana here. I will help you.', uniqueMark());
  await sleep(500 + random() * 2_000);
  await witness.done(talk, uniqueMark());
}

async function torment({ seed, minutes, conversations }: ChaosOptions, processes: Processes, dataDir: string) {
  console.log(`seed ${seed}, ${minutes} min, ${conversations} conversations`);
  const witness = new Witness(PATIENCE_MS);
  const logFile = join(dataDir, 'operations.json');
  const questions = questionsOf(await loadBusiness('examples/riverside-hotel'));
  const talks = Array.from({ length: conversations }, (_, index) => processes.talk(`chaos-${seed}-${index}`));
  const end = Date.now() + minutes * 60_000;
  const talking = talks.map((talk, index) =>
    converse(talk, { end, witness, questions, random: randomNumbers(seed * 1_000 + index) }),
  );
  const [kills] = await Promise.all([killUntil(end, processes, randomNumbers(seed)), ...talking]);
  await witness.untilSettled(talks, SETTLE_MS);
  const violations = await witness.check(talks);
  writeFileSync(logFile, JSON.stringify({ seed, kills, operations: witness.operations, violations }, null, 1));
  return {
    violations,
    summary: `${witness.operations.length} messages acknowledged, ${kills.length} kills, seed ${seed}`,
    kept: `The log of operations, beside the servers' data: ${logFile}`,
    praise: 'Every promise was kept.',
  };
}

longRun({ name: 'chaos', usage: USAGE, readOptions, work: torment });
