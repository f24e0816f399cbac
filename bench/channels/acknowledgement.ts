/** How long a provider waits for our 200 at a hundred webhooks a second, whatever becomes of the messages (an open loop). */
import { randomUUID } from 'node:crypto';
import { startStack } from '../../test/support/stack';
import { percentile } from '../statistics';
import { number, type Row } from '../table';
import { providerAccounts } from './accounts';

const PER_SECOND = 100;
const SECONDS = 10;
const GOAL_MS = 100;
/** Each customer writes every few seconds. */
const CUSTOMERS = 400;

export async function acknowledgement(): Promise<Row[]> {
  const [telegram] = providerAccounts();
  if (!telegram) return [];
  // No worker: the promise is about intake, and a hundred answered turns a second are another measure.
  const stack = await startStack({ channels: [telegram.channel], worker: false });
  const times: number[] = [];
  let refused = 0;
  const post = async (number: number) => {
    const id = 1_000_000 + (number % CUSTOMERS);
    const message = {
      message_id: number,
      date: Math.floor(Date.now() / 1000),
      chat: { id, type: 'private', first_name: 'Guest' },
      from: { id, is_bot: false, first_name: 'Guest' },
      text: `What time is check-in? ${randomUUID()}`,
    };
    const body = Buffer.from(JSON.stringify({ update_id: number, message }));
    const startedAt = performance.now();
    const response = await fetch(`${stack.url}/v1/channels/telegram/bench/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...telegram.sign(body) },
      body,
    });
    await response.arrayBuffer();
    times.push(performance.now() - startedAt);
    if (response.status !== 200) refused += 1;
  };
  try {
    // Every conversation exists and the code is warm before anything is counted.
    for (let number = 1; number <= CUSTOMERS; number += 1) await post(number);
    times.length = 0;
    await openLoop((number) => post(CUSTOMERS + number));
  } finally {
    await stack.close();
  }
  const p99 = percentile(times, 0.99);
  return [
    {
      what: `acknowledgement at ${PER_SECOND} webhooks a second, p99`,
      figure: `${number(p99)} ms`,
      goal: `< ${GOAL_MS} ms`,
      met: p99 < GOAL_MS && refused === 0,
      note: `p50 ${number(percentile(times, 0.5))} ms, ${times.length} webhooks, ${refused} not accepted`,
    },
  ];
}

async function openLoop(post: (number: number) => Promise<void>): Promise<void> {
  const requests: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let sent = 0; sent < PER_SECOND * SECONDS; sent += 1) {
    const due = startedAt + (sent * 1000) / PER_SECOND;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    requests.push(post(sent + 1));
  }
  await Promise.all(requests);
}
