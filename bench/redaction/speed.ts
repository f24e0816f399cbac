/** Messages a second and delays, all of processor time on one thread, so that a busy machine's neighbours do not count. */
import type { Row } from '../../test/redaction/evaluate';
import { percentile } from '../statistics';
import type { Redactor } from './redactor';

const BUDGET_MICROSECONDS = 1_000_000;
const WARM_UP_MICROSECONDS = 1_500_000;

export async function messagesASecond(redactor: Redactor, rows: readonly Row[]): Promise<number> {
  await run(redactor, rows, WARM_UP_MICROSECONDS);
  const { messages, microseconds } = await run(redactor, rows, BUDGET_MICROSECONDS);
  return (messages * 1_000_000) / microseconds;
}

async function run(redactor: Redactor, rows: readonly Row[], budget: number) {
  const started = process.cpuUsage();
  let messages = 0;
  let microseconds = 0;
  while (microseconds < budget) {
    for (const row of rows) {
      const found = redactor.find(row.messages);
      if (found instanceof Promise) await found;
      messages += row.messages.length;
    }
    const { user, system } = process.cpuUsage(started);
    microseconds = user + system;
  }
  return { messages, microseconds };
}

/** Milliseconds at percentile `p` of the texts, each text at the least of five calls. */
export async function delayAt(redactor: Redactor, texts: readonly string[], p: number): Promise<number> {
  const delays: number[] = [];
  for (const text of [...texts, ...texts]) await timeOf(redactor, text);
  for (const text of texts) delays.push(await timeOf(redactor, text));
  return percentile(delays, p);
}

/** Milliseconds of processor time for one text, the least of five calls, or of fewer where those took long. */
export async function timeOf(redactor: Redactor, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  const first = process.cpuUsage();
  for (let i = 0; i < 5; i += 1) {
    const spent = process.cpuUsage(first);
    if (i > 0 && spent.user + spent.system > BUDGET_MICROSECONDS) break;
    const started = process.cpuUsage();
    const found = redactor.find([{ from: 'customer', text }]);
    if (found instanceof Promise) await found;
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
