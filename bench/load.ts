/**
 * The closed loop: so many conversations, each writing its next message when it has the reply to the one before. Only
 * replies that came complete and to the right message are counted; everything else is a failure.
 */
import type { Contender } from './contender';
import { cpuMs } from './process-cost';
import { messageText, uniqueMark } from './questions';

export interface LoadOptions {
  conversations: number;
  warmMs: number;
  countMs: number;
  questions: readonly string[];
}

export interface LoadResult {
  turns: number;
  turnsPerSecond: number;
  /** Milliseconds of every counted turn. */
  latencies: number[];
  appCpuMs: number;
  serverCpuMs: number;
  failures: string[];
}

/** A new conversation begins after so many turns: some are young and some are not. */
const TURNS_A_CONVERSATION = 20;

export async function runLoad(contender: Contender, options: LoadOptions): Promise<LoadResult> {
  const from = performance.now() + options.warmMs;
  const until = from + options.countMs;
  const latencies: number[] = [];
  const failures: string[] = [];

  async function talk(): Promise<void> {
    const conversation = contender.conversation(`load-${uniqueMark()}`);
    try {
      for (let turn = 0; turn < TURNS_A_CONVERSATION && performance.now() < until; turn++) {
        const messageId = uniqueMark();
        const sentAt = performance.now();
        const reply = await conversation.turn(messageId, messageText(options.questions, turn, messageId));
        const now = performance.now();
        if (!reply.includes(messageId)) throw new Error('the reply is to another message');
        if (now >= from && now <= until) latencies.push(now - sentAt);
      }
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    } finally {
      conversation.close();
    }
  }

  const cost = countedCost(contender, options);
  const talkers = Array.from({ length: options.conversations }, async () => {
    while (performance.now() < until) await talk();
  });
  await Promise.all(talkers);
  const turns = latencies.length;
  return { turns, turnsPerSecond: turns / (options.countMs / 1000), latencies, failures, ...(await cost) };
}

async function countedCost({ app, servers }: Contender, { warmMs, countMs }: LoadOptions) {
  const sum = (pids: readonly number[]) => pids.reduce((total, pid) => total + cpuMs(pid), 0);
  await sleep(warmMs);
  const before = { app: sum(app), servers: sum(servers) };
  await sleep(countMs);
  return { appCpuMs: sum(app) - before.app, serverCpuMs: sum(servers) - before.servers };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
