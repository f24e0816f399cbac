/**
 * The two races every product of this kind loses somewhere: a person writes in the customer's own thread while the AI
 * is at work, and the platform tells us of our own message before it answers our send. Hundreds of conversations, each
 * with its own moments; counted is what must never happen.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SimulatedPlatform, startSimulatedPlatform } from '../../test/support/simulated-platform';
import { startStack, type TestStack } from '../../test/support/stack';
import type { Row } from '../table';

const QUESTION = 'What time is check-in?';
const AT_ONCE = 25;
/** The grace of an echo and a retried send behind it. */
const SETTLE_MS = 6_000;
/** A machine that is short of CPU may take this long over what an idle one does at once. */
const PATIENCE_MS = 60_000;
/** A person's words come at any moment from before the AI begins until after it has answered. */
const LATEST_ECHO_MS = 600;
const SLOWEST_ANSWER_MS = 900;

interface Counts {
  conversations: number;
  takenOver: number;
  /** AI texts whose request began after the person's message was acknowledged to the platform. */
  late: number;
  /** Conversations that an echo of our own took from the AI. */
  falseTakeovers: number;
  answered: number;
}

export async function echoRaces(seeds: number, random: () => number): Promise<Row[]> {
  const platform = await startSimulatedPlatform();
  const stack = await startStack({ channels: [platform.channel] });
  platform.apiUrl = stack.url;
  try {
    const counts: Counts = { conversations: 0, takenOver: 0, late: 0, falseTakeovers: 0, answered: 0 };
    await inBatches(seeds, () => personAgainstDraft(stack, platform, counts, random));
    platform.beforeAnswer = async ({ id, to, text }) => {
      await platform.echo(to, text, { id });
      if (random() < 0.3) await platform.echo(to, text, { id });
      await sleep(random() * SLOWEST_ANSWER_MS);
    };
    await inBatches(seeds, () => ownEcho(stack, platform, counts));
    return rows(counts, seeds);
  } finally {
    await stack.close();
    await platform.close();
  }
}

async function inBatches(count: number, one: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - done) }, one));
  }
}

async function personAgainstDraft(
  stack: TestStack,
  platform: SimulatedPlatform,
  counts: Counts,
  random: () => number,
): Promise<void> {
  const address = `guest-${randomUUID()}`;
  const words = `The owner here ${randomUUID()}`;
  const question = ask(platform, address);
  // Awaited below; until then its failure is nobody's surprise.
  question.catch(() => undefined);
  await sleep(random() * LATEST_ECHO_MS);
  await accepted(platform.echo(address, words));
  const acknowledged = performance.now();
  await question;
  await within(PATIENCE_MS, async () => (await modeOf(stack, address)) === 'operator');
  await sleep(SETTLE_MS);
  counts.conversations += 1;
  const late = platform.delivered.filter(
    ({ to, key, at }) => to === address && key.includes(':reply:') && at > acknowledged,
  );
  counts.late += late.length;
  if ((await modeOf(stack, address)) === 'operator') counts.takenOver += 1;
}

async function ownEcho(stack: TestStack, platform: SimulatedPlatform, counts: Counts): Promise<void> {
  const address = `guest-${randomUUID()}`;
  const replies = () => platform.delivered.filter(({ to, key }) => to === address && key.includes(':reply:')).length;
  await ask(platform, address);
  await within(PATIENCE_MS, async () => replies() > 0);
  await sleep(SETTLE_MS);
  if (replies() === 1) counts.answered += 1;
  if ((await modeOf(stack, address)) !== 'ai') counts.falseTakeovers += 1;
}

function ask(platform: SimulatedPlatform, address: string): Promise<void> {
  return accepted(platform.customer(address, QUESTION));
}

/** The platform delivers again for a while; what is refused even then can prove nothing. */
async function accepted(delivery: Promise<number>): Promise<void> {
  const status = await delivery;
  if (status !== 200) throw new Error(`a webhook was answered ${status}`);
}

async function within(ms: number, reached: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(200)) {
    if (await reached().catch(() => false)) return;
  }
}

async function modeOf({ apiStore, business }: TestStack, address: string): Promise<string | undefined> {
  const place = { businessId: business.id, channel: 'simulated', account: 'main', address };
  const { conversationId } = await apiStore.conversations.create(place);
  return (await apiStore.conversations.find(business.id, conversationId))?.mode;
}

function rows({ conversations, takenOver, late, falseTakeovers, answered }: Counts, seeds: number): Row[] {
  return [
    {
      what: 'AI texts begun after a person’s message was acknowledged',
      figure: `${late} of ${conversations}`,
      goal: '0',
      met: late === 0 && takenOver === conversations,
      note: `${takenOver} taken over`,
    },
    {
      what: 'takeovers by an echo of our own that came before the answer to the send',
      figure: `${falseTakeovers} of ${seeds}`,
      goal: '0',
      met: falseTakeovers === 0 && answered === seeds,
      note: `${answered} answered exactly once`,
    },
  ];
}
