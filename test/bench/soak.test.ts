/** The short form of `npm run soak`, and what it makes of samples of memory. */
import { useOf } from '../../bench/memory';
import { slope } from '../../bench/statistics';
import { soak } from '../../bench/steady-talk';
import { type Processes, startProcesses, VICTIMS } from '../support/processes';
import { Witness } from '../support/witness';

describe('the slope of samples', () => {
  it('is that of the line they lie on, whatever a few of them say', () => {
    const line = Array.from({ length: 20 }, (_, x) => ({ x, y: 3 * x + 100 }));
    expect(slope(line)).toBeCloseTo(3, 9);
    expect(slope(line.map((point, index) => (index % 7 === 0 ? { ...point, y: 900 } : point)))).toBeCloseTo(3, 9);
  });

  it('of memory is told of the second half alone, and not of two samples', () => {
    const warmedUp = Array.from({ length: 21 }, (_, x) => ({ x, y: x < 10 ? 100 + 40 * x : 500 }));
    expect(useOf('worker', warmedUp)).toMatchObject({ firstMb: 100, lastMb: 500, mostMb: 500, mbPerMinute: 0 });
    expect(useOf('worker', warmedUp.slice(0, 2)).mbPerMinute).toBeNaN();
  });

  it('of memory is that of what is left when the collector has been', () => {
    const teeth = (leak: number) => Array.from({ length: 400 }, (_, x) => ({ x, y: 300 + leak * x + 7 * (x % 20) }));
    expect(useOf('worker', teeth(0)).mbPerMinute).toBeCloseTo(0, 9);
    expect(useOf('worker', teeth(2)).mbPerMinute).toBeCloseTo(2, 9);
  });
});

describe('steady talk', () => {
  let processes: Processes | undefined;
  beforeAll(async () => {
    processes = await startProcesses({ modelDelayMs: 20 });
  }, 120_000);
  afterAll(() => processes?.close(), 30_000);

  it('beside conversations that rest is answered once, and so is who wakes', async () => {
    const told: string[] = [];
    const options = { minutes: 0.1, idle: 6, rate: 3 };
    const result = await soak(
      { processes: processes as Processes, witness: new Witness(), tell: (line) => told.push(line) },
      options,
    );
    expect(result.violations).toEqual([]);
    expect(told).toEqual(['6 conversations rest']);
    expect(result.messages).toBeGreaterThan(6);
    expect(result.woken).toBeGreaterThan(0);
    expect(result.memory.map(({ name }) => name)).toEqual([...VICTIMS]);
    for (const { firstMb, lastMb } of result.memory) expect(Math.min(firstMb, lastMb)).toBeGreaterThan(1);
  }, 180_000);
});
