/** When the keeper of a Zalo account's tokens asks, and when it must not; its activity is scripted. */
import { setTimeout as pause } from 'node:timers/promises';
import { realTime, type Simulation } from '../support/simulation';
import { until } from '../support/until';
import { type ScriptedKeeper, startScriptedKeeper } from '../support/zalo-keeper';

let server: Simulation;
let keeper: ScriptedKeeper;
beforeAll(async () => {
  server = await realTime();
});
afterAll(() => server?.close());
afterEach(() => keeper?.close());

const HOUR = 3_600_000;
const good = (againInMs: number) => ({ state: 'good', againInMs }) as const;
const start = async (...script: Parameters<typeof startScriptedKeeper>[1]) => {
  keeper = await startScriptedKeeper(server.env, script);
};
/** Milliseconds between one question and the next. */
const pauses = () =>
  keeper.asked.slice(1).map(({ atMs }, index) => atMs - (keeper.asked[index] as { atMs: number }).atMs);

describe('the keeper', () => {
  it('sleeps until the pair is to be renewed', async () => {
    await start(good(1_500), good(1_500), good(HOUR));
    await until('three questions', () => keeper.asked.length === 3);
    for (const ms of pauses()) expect(ms).toBeGreaterThanOrEqual(1_450);
  });

  it('asks at once, and says which token is stale, when a sender tells it', async () => {
    await start(good(24 * HOUR));
    await until('a question', () => keeper.asked.length === 1);
    await keeper.renew('print-1');
    await until('another', () => keeper.asked.length === 2);
    expect(keeper.asked.map(({ stale }) => stale)).toEqual([null, 'print-1']);
  });

  it('asks ever less often while Zalo does not renew, whoever finds the token stale', async () => {
    await start({ state: 'later' }, 'throw', good(24 * HOUR));
    await until('a question', () => keeper.asked.length === 1);
    for (let time = 0; time < 5; time += 1) await keeper.renew('print-1');
    await until('the end of it', () => keeper.asked.length === 3);
    const [first, second] = pauses();
    expect(first).toBeGreaterThanOrEqual(1_950);
    expect(second).toBeGreaterThanOrEqual(3_950);
  });

  it('asks nothing once the account is lost, until a worker starts', async () => {
    await start({ state: 'lost' });
    await until('a question', () => keeper.asked.length === 1);
    await keeper.renew('print-1');
    await pause(1_500);
    expect(keeper.asked).toHaveLength(1);
    keeper.script.splice(0, 1, good(HOUR));
    await keeper.renew(null);
    await until('another', () => keeper.asked.length === 2);
  });

  it('continues as new after some renewals, looks at what is stored, and goes on', async () => {
    await start(good(24 * HOUR));
    const first = (await keeper.handle.describe()).runId;
    for (let renewal = 1; renewal <= 22; renewal += 1) {
      await until('an answer', () => keeper.asked.length >= renewal);
      await keeper.renew(`print-${renewal}`);
    }
    await until('a question each', () => keeper.asked.some(({ stale }) => stale === 'print-22'));
    expect((await keeper.handle.describe()).runId).not.toBe(first);
    expect(keeper.asked.length).toBeLessThanOrEqual(25);
  });

  it('ends where business.yaml has no such account any more', async () => {
    await start(good(100), { state: 'gone' });
    await until('the end', () => keeper.asked.length === 2);
    const { handle } = keeper;
    for (let looks = 0; (await handle.describe()).status.name === 'RUNNING' && looks < 100; looks += 1) await pause(50);
    expect((await handle.describe()).status.name).toBe('COMPLETED');
  });
});
