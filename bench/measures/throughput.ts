/** Turns a second and CPU a turn under load, Baton and the thin loop by turns, medians over the rounds. */
import type { Contender } from '../contender';
import { type LoadResult, runLoad } from '../load';
import type { BenchOptions } from '../options';
import type { Stage } from '../stage';
import { median, percentile } from '../statistics';
import { number, type Row } from '../table';

const WARM_MS = 2_000;
/** Before anything counts: a server that has run for weeks is what is meant, not code V8 has just seen. */
const FIRST_WARM = { conversations: 16, warmMs: 0, countMs: 12_000 };
const GOAL = 0.5;

export async function throughput(stage: Stage, { seconds, rounds, conversations }: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const contender of [stage.thin, stage.baton]) {
    await runLoad(contender, { ...FIRST_WARM, questions: stage.questions });
  }
  for (const atOnce of conversations) {
    const results = new Map<Contender, LoadResult[]>([
      [stage.thin, []],
      [stage.baton, []],
    ]);
    for (let round = 0; round < rounds; round++) {
      for (const [contender, list] of results) {
        const load = { conversations: atOnce, warmMs: WARM_MS, countMs: seconds * 1000, questions: stage.questions };
        list.push(await runLoad(contender, load));
      }
    }
    rows.push(...rowsOf(atOnce, results.get(stage.thin) ?? [], results.get(stage.baton) ?? []));
  }
  return rows;
}

function rowsOf(atOnce: number, thin: LoadResult[], baton: LoadResult[]): Row[] {
  const rate = (list: LoadResult[]) => median(list.map(({ turnsPerSecond }) => turnsPerSecond));
  const cpu = (list: LoadResult[], which: 'appCpuMs' | 'serverCpuMs') =>
    median(list.map((result) => result[which] / result.turns));
  const ratio = rate(baton) / rate(thin);
  const failures = baton.flatMap((result) => result.failures);
  const p95 = percentile(
    baton.flatMap(({ latencies }) => latencies),
    0.95,
  );
  const cost = (list: LoadResult[]) => `${number(cpu(list, 'appCpuMs'))} + ${number(cpu(list, 'serverCpuMs'))}`;
  const goal = atOnce === 16 ? { goal: `>= ${GOAL}`, met: ratio >= GOAL } : {};
  return [
    {
      what: `turns a second at ${atOnce}, as a share of the thin loop`,
      figure: number(ratio),
      ...goal,
      note: `${number(rate(baton))} against ${number(rate(thin))} turns/s; p95 ${number(p95)} ms`,
    },
    { what: `CPU ms a turn at ${atOnce}, app + servers`, figure: cost(baton), note: `thin loop ${cost(thin)}` },
    ...(failures.length > 0
      ? [{ what: `failed conversations at ${atOnce}`, figure: String(failures.length), note: String(failures[0]) }]
      : []),
  ];
}
