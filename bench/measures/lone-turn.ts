/** What a turn costs when nothing else happens: one conversation, a model that answers at once. */
import type { Contender } from '../contender';
import { runLoad } from '../load';
import { DELAY_MS } from '../model';
import type { BenchOptions } from '../options';
import type { Stage } from '../stage';
import { median } from '../statistics';
import { number, type Row } from '../table';

const GOAL = 2.5;

export async function loneTurn(
  { thin, baton, model, questions }: Stage,
  { seconds, rounds }: BenchOptions,
): Promise<Row[]> {
  model.setDelay(0);
  const medians = new Map<Contender, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of [thin, baton]) {
      const { latencies } = await runLoad(contender, {
        conversations: 1,
        warmMs: 1_000,
        countMs: seconds * 1000,
        questions,
      });
      medians.set(contender, [...(medians.get(contender) ?? []), median(latencies)]);
    }
  }
  model.setDelay(DELAY_MS);
  const [ours, theirs] = [baton, thin].map((contender) => median(medians.get(contender) ?? []));
  const ratio = (ours ?? 0) / (theirs ?? 0);
  return [
    {
      what: 'a lone turn with a 0 ms model, as a multiple of the thin loop',
      figure: number(ratio),
      goal: `<= ${GOAL}`,
      met: ratio <= GOAL,
      note: `${number(ours ?? 0)} ms against ${number(theirs ?? 0)} ms`,
    },
  ];
}
