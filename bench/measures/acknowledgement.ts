/**
 * How long a sender waits for the acknowledgement, at a fixed rate whatever becomes of the messages (an open loop: a
 * slow answer does not hold the next request back). Once for intake by itself, which is the promise, and once while a
 * worker answers every message, which tells how intake fares when the machine is short of CPU.
 */
import { type BatonAddress, sendMessage } from '../contenders/baton';
import type { BenchOptions } from '../options';
import { messageText, uniqueMark } from '../questions';
import type { Stage } from '../stage';
import { percentile } from '../statistics';
import { number, type Row } from '../table';

const PER_SECOND = 50;
const WARM_SECONDS = 3;
const GOAL_MS = 50;
/** Each writes once in four seconds. */
const CONVERSATIONS = PER_SECOND * 4;

interface Acknowledged {
  times: number[];
  failures: number;
}

export async function acknowledgement(stage: Stage, { seconds }: BenchOptions): Promise<Row[]> {
  const alone = await measure(stage, { worker: false, seconds });
  const answering = await measure(stage, { worker: true, seconds });
  const p99 = percentile(alone.times, 0.99);
  return [
    {
      what: `acknowledgement at ${PER_SECOND} messages a second, p99`,
      figure: `${number(p99)} ms`,
      goal: `< ${GOAL_MS} ms`,
      met: p99 < GOAL_MS && alone.failures === 0,
      note: inWords(alone),
    },
    {
      what: 'the same while every message is answered here, p99',
      figure: `${number(percentile(answering.times, 0.99))} ms`,
      note: inWords(answering),
    },
  ];
}

function inWords({ times, failures }: Acknowledged): string {
  return `p50 ${number(percentile(times, 0.5))} ms, ${times.length} messages, ${failures} not accepted`;
}

async function measure(stage: Stage, { worker, seconds }: { worker: boolean; seconds: number }): Promise<Acknowledged> {
  const product = await stage.anotherBaton({ worker });
  try {
    return await openLoop(product.address, stage.questions, seconds);
  } finally {
    await product.close();
  }
}

async function openLoop(address: BatonAddress, questions: readonly string[], seconds: number): Promise<Acknowledged> {
  const result: Acknowledged = { times: [], failures: 0 };
  const requests: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let index = 0; index < (WARM_SECONDS + seconds) * PER_SECOND; index++) {
    const dueAt = startedAt + (index * 1000) / PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
    const counts = index >= WARM_SECONDS * PER_SECOND;
    const mark = uniqueMark();
    const text = messageText(questions, index, mark);
    requests.push(
      sendMessage(address, `ack-${index % CONVERSATIONS}`, mark, text).then(
        // From when it was due: a generator that falls behind may not flatter the figure.
        () => void (counts && result.times.push(performance.now() - dueAt)),
        () => void (counts && result.failures++),
      ),
    );
  }
  await Promise.all(requests);
  return result;
}
