/** Plays a scenario step by step and notes everything that came out otherwise than it says. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation, Message } from '../demo/conversation-client';
import type { Expectation, Scenario, Step } from './scenario';
import type { Theatre } from './theatre';

export interface Outcome {
  name: string;
  /** Empty where all went as expected. */
  failures: { step: number; what: string }[];
  /** Turns that ended with the AI's reply, and with a handoff. */
  replies: number;
  handoffs: number;
  /** Replies where the scenario expected a person, another source or other words. */
  wrong: number;
  /** Customer's turns to which the AI could have replied. */
  turns: number;
  messages: Message[];
}

interface Scene {
  before: Conversation['mode'];
  after: Conversation;
  /** What became visible in this step. */
  fresh: Message[];
  /** Nothing came of the step in thirty seconds. */
  stuck?: boolean;
}

const PATIENCE_MS = 60_000;
const STUCK = 'nothing came of it in a minute';
const LOOK_EVERY_MS = 40;
const SAME_INSTANT_MS = 1_100;
/** Follow-up rows, such as the acknowledgement after a mode change, come within this. */
const QUIET_MS = 300;

export async function play(theatre: Theatre, scenario: Scenario): Promise<Outcome> {
  const client = theatre.conversation();
  const outcome: Outcome = {
    name: scenario.name,
    failures: [],
    replies: 0,
    handoffs: 0,
    wrong: 0,
    turns: 0,
    messages: [],
  };
  let mode: Conversation['mode'] = 'ai';
  for (const [index, step] of scenario.steps.entries()) {
    const seen = outcome.messages.at(-1)?.seq ?? 0;
    await perform(theatre, client, step);
    const look = async () => ({ after: await client.state(), fresh: await client.messages(seen) });
    const scene: Scene = { before: mode, ...(await settled(look, step, mode)) };
    mode = scene.after.mode;
    outcome.messages.push(...scene.fresh);
    const expected = { ...step.expect, never: [...(step.expect?.never ?? []), ...(scenario.never ?? [])] };
    const missed = unmet(scene, expected);
    outcome.failures.push(...missed.map((what) => ({ step: index + 1, what })));
    count(outcome, step, scene, missed);
  }
  return outcome;
}

async function perform(theatre: Theatre, client: ReturnType<Theatre['conversation']>, step: Step): Promise<void> {
  if ('wait' in step) return theatre.skip(step.wait);
  const who = 'customer' in step ? 'customer' : 'operator';
  // A /done within a second of the customer's words counts as simultaneous; nobody types that fast.
  if (who === 'operator') await sleep(SAME_INSTANT_MS);
  for (const text of 'customer' in step ? step.customer : step.operator) await client[who](text);
}

/** Looks until what the step began has come to an end: a reply, a new mode, an answer to a command. */
async function settled(
  look: () => Promise<Omit<Scene, 'before'>>,
  step: Step,
  before: Conversation['mode'],
): Promise<Omit<Scene, 'before'>> {
  const end = Date.now() + PATIENCE_MS;
  let last = '';
  let quietSince = Date.now();
  for (;;) {
    const scene = await look().catch(() => null);
    if (scene) {
      const now = JSON.stringify([scene.after.mode, scene.fresh.length]);
      if (now !== last) quietSince = Date.now();
      last = now;
      if (isOver(step, before, scene) && Date.now() - quietSince >= QUIET_MS) return scene;
      if (Date.now() > end) return { ...scene, stuck: true };
    } else if (Date.now() > end) throw new Error('the rehearsal does not answer any more');
    await sleep(LOOK_EVERY_MS);
  }
}

function isOver(step: Step, before: Conversation['mode'], { after, fresh }: Omit<Scene, 'before'>): boolean {
  if ('wait' in step) return true;
  if ('operator' in step) {
    const commands = step.operator.filter((text) => text.trim().startsWith('/')).length;
    const words = fresh.filter(({ author }) => author === 'operator').length;
    return (
      words >= step.operator.length - commands && (commands === 0 || after.mode !== before || fresh.length > words)
    );
  }
  const arrived = fresh.filter(({ author }) => author === 'customer').length >= step.customer.length;
  if (!arrived) return false;
  return after.mode === 'ai' ? fresh.at(-1)?.author === 'ai' : after.mode !== 'resolved';
}

function unmet({ after, fresh, stuck }: Scene, expected: Expectation): string[] {
  const told = fresh.filter(({ author, visibility }) => visibility === 'public' && author !== 'customer');
  const said = told.map(({ text }) => text.toLowerCase()).join('\n');
  const reasons = after.handoff?.reasons ?? [];
  const sources = told.flatMap(({ citations }) => citations ?? []).map(({ title }) => title);
  const missed: string[] = stuck ? [STUCK] : [];
  if (expected.mode && after.mode !== expected.mode) missed.push(`mode is ${after.mode}, not ${expected.mode}`);
  if (expected.reason && !reasons.some(({ reason }) => reason === expected.reason))
    missed.push(
      `no reason ${expected.reason}${reasons.length > 0 ? `, but ${reasons.map(({ reason }) => reason).join(', ')}` : ''}`,
    );
  if (expected.topic && !reasons.some(({ topic }) => topic === expected.topic))
    missed.push(`no topic ${expected.topic}`);
  if (expected.source && !sources.includes(expected.source))
    missed.push(`source is ${sources.length > 0 ? sources.join(', ') : 'none'}, not ${expected.source}`);
  for (const text of expected.contains ?? [])
    if (!said.includes(text.toLowerCase())) missed.push(`"${text}" was not said`);
  for (const text of expected.never ?? []) if (said.includes(text.toLowerCase())) missed.push(`"${text}" was said`);
  return missed;
}

function count(outcome: Outcome, step: Step, { before, after, fresh }: Scene, missed: readonly string[]): void {
  if (!('customer' in step) || (before !== 'ai' && before !== 'resolved')) return;
  const replied = fresh.some(({ author }) => author === 'ai');
  outcome.turns += 1;
  if (after.mode === 'waiting') outcome.handoffs += 1;
  if (replied) outcome.replies += 1;
  // A machine that was too slow says nothing of the answer.
  if (replied && missed.some((what) => what !== STUCK)) outcome.wrong += 1;
}
