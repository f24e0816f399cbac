/**
 * Records the histories that the replay test runs against current workflow code: one a way through a conversation.
 * Run it when workflow code changes shape, with a new folder name: `npm run record-history -- 2`. Old folders stay, as
 * conversations of that shape are still open somewhere. The texts are made up and the payloads
 * are plain; a file is Temporal's own `History` message in its wire form.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import globalSetUp, { endRun } from '../test/support/global-set-up';
import { runFolder } from '../test/support/run-folder';
import type { SimulatedWorld } from '../test/support/simulated-world';
import { realTime, type Simulation, timeSkipping } from '../test/support/simulation';
import { until } from '../test/support/until';
import { startScriptedKeeper } from '../test/support/zalo-keeper';

const MINUTE_MS = 60_000;
type Way = (world: SimulatedWorld, simulation: Simulation) => Promise<void>;

const mode = (world: SimulatedWorld, wanted: string) => world.until(wanted, () => world.document.mode === wanted);
const replies = (world: SimulatedWorld, count: number) =>
  world.until(`${count} replies`, () => world.texts('ai').length >= count);
const rows = (world: SimulatedWorld, purpose: string, count = 1) =>
  world.until(purpose, () => world.texts('system', purpose).length >= count);

const REAL: Record<string, Way> = {
  async 'answered-turns'(world) {
    for (let turn = 1; turn <= 3; turn++) {
      await world.customer(`question ${turn}`);
      await replies(world, turn);
    }
  },
  async 'joined-turn'(world) {
    world.model = async (texts) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return texts.join(' | ');
    };
    await world.customer('one');
    await world.until('a draft', () => world.drafts.length === 1);
    await world.customer('two');
    await replies(world, 1);
  },
  async 'tool-round'(world) {
    world.model = async (texts) => `TOOL ${texts.join()}`;
    await world.customer('where is my order?');
    await replies(world, 1);
  },
  async 'handoff-done-resume'(world) {
    await world.customer('HUMAN');
    await mode(world, 'waiting');
    await world.operator('hello');
    await mode(world, 'operator');
    await world.customer('thank you');
    await world.operator('/note regular guest');
    await world.operator('/who');
    await rows(world, 'private');
    await world.operator('/done');
    await mode(world, 'resolved');
    await world.customer('one more question');
    await replies(world, 1);
  },
  async 'push-channel-with-place'(world) {
    world.settings = { delivery: 'push', hasPlaces: true };
    await world.customer('question');
    await replies(world, 1);
    await world.customer('LOW HUMAN');
    await mode(world, 'waiting');
    await world.customer('more');
    await world.operator('on my way');
    await mode(world, 'operator');
    await world.until('the relay', () => world.texts('operator').length === 1);
    await world.operator('/ai');
    await mode(world, 'ai');
  },
  async 'edits-and-reactions'(world) {
    world.settings = { delivery: 'push', hasPlaces: true };
    await world.customer('question');
    await replies(world, 1);
    await world.customer('REACTION');
    await world.customer('REACTION ANGRY');
    await mode(world, 'waiting');
    await world.customer('it is room 12');
    await world.edit('it is room 21');
    await world.until('the edit', () => world.forwards.some(({ edit }) => edit !== undefined));
    await world.operator('on my way');
    await mode(world, 'operator');
    await world.customer('REACTION');
    await world.operator('/done');
    await mode(world, 'resolved');
    await world.customer('REACTION');
    await world.until('the last emoji', () => world.texts('customer').length === 6);
  },
  async 'deletion-and-note'(world) {
    world.settings = { delivery: 'push', hasPlaces: true };
    await world.customer('HUMAN');
    await mode(world, 'waiting');
    await world.operator('on my way');
    await mode(world, 'operator');
    await world.customer('it is room 12');
    await world.takeBack();
    await world.until('the deletion', () => world.forwards.some(({ deleted }) => deleted));
    await world.operator('/note regular guest');
    await world.until('the note', () => world.rows.some(({ purpose }) => purpose === 'note'));
    await world.operator('/done');
    await mode(world, 'resolved');
  },
  async 'model-down'(world) {
    world.model = async () => {
      throw new Error('down');
    };
    await world.customer('question');
    await mode(world, 'waiting');
  },
  async 'continued-as-new'(world) {
    world.policy = { ...world.policy, historyLimit: 60 };
    for (let turn = 1; turn <= 8; turn++) {
      await world.customer(`question ${turn}`);
      await replies(world, turn);
    }
    await world.customer('HUMAN');
    await mode(world, 'waiting');
    await rows(world, 'brief');
  },
};

const SKIPPED: Record<string, Way> = {
  async 'unclaimed-timers'(world, { env }) {
    world.policy = { ...world.policy, unclaimedPolicy: 'ai' };
    await world.customer('HUMAN');
    await mode(world, 'waiting');
    await env.sleep(21 * MINUTE_MS);
    await replies(world, 1);
  },
  async 'idle-timers'(world, { env }) {
    world.policy = { ...world.policy, resumeAfterMs: 30 * MINUTE_MS };
    await world.operator('hello');
    await mode(world, 'operator');
    await world.customer('are you there?');
    await world.until('the message', () => world.texts('customer').length === 1);
    await env.sleep(31 * MINUTE_MS);
    await replies(world, 1);
  },
};

async function record(simulation: Simulation, ways: Record<string, Way>, folder: string): Promise<void> {
  for (const [name, way] of Object.entries(ways)) {
    const world = simulation.world();
    await way(world, simulation);
    // The workflow task that took the last step has to be on record.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    write(folder, name, await world.handle?.fetchHistory());
  }
}

/** The keeper of a Zalo account's tokens: renewals, a stale token, failures, a loss. */
async function recordKeeper({ env }: Simulation, folder: string): Promise<void> {
  const good = { state: 'good', againInMs: 1_000 } as const;
  const long = { state: 'good', againInMs: 60 * MINUTE_MS } as const;
  const keeper = await startScriptedKeeper(env, [good, long, { state: 'later' }, 'throw', long, { state: 'lost' }]);
  await until('a renewal', () => keeper.asked.length === 2);
  await keeper.renew('fingerprint');
  await until('failures, and their end', () => keeper.asked.length === 5);
  await keeper.renew('fingerprint');
  await until('the loss', () => keeper.asked.length === 6);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  write(folder, 'zalo-keeper', await keeper.handle.fetchHistory());
  await keeper.close();
}

function write(folder: string, name: string, history: temporal.api.history.v1.IHistory | undefined): void {
  if (!history) throw new Error(`${name}: no history`);
  forgetStacks(history);
  writeFileSync(join(folder, `${name}.pb`), temporal.api.history.v1.History.encode(history).finish());
  console.log(`${name}: ${history.events?.length ?? 0} events`);
}

/** Stack traces name files of the machine that recorded; replay does not read them. */
function forgetStacks(part: unknown): void {
  if (part === null || typeof part !== 'object' || part instanceof Uint8Array) return;
  const record = part as Record<string, unknown>;
  if (typeof record.stackTrace === 'string') record.stackTrace = '';
  for (const value of Object.values(record)) forgetStacks(value);
}

async function main(): Promise<void> {
  const version = process.argv[2];
  if (!version) throw new Error('Give the folder to record into: npm run record-history -- 2');
  const folder = join(__dirname, '..', 'test', 'histories', version);
  mkdirSync(folder, { recursive: true });
  await globalSetUp();
  const real = await realTime();
  await record(real, REAL, folder);
  await recordKeeper(real, folder);
  await real.close();
  const skipping = await timeSkipping();
  await record(skipping, SKIPPED, folder);
  await skipping.close();
  await endRun(runFolder());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'recording failed');
  process.exit(1);
});
