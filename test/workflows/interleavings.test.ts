/**
 * A thousand random conversations, with signals repeated and shuffled and drafts of random length, against a model of
 * the promises. A counterexample prints its seed; `BATON_SEED=N` plays it again.
 */
import fc from 'fast-check';
import { expected, type Step } from '../support/reference-model';
import type { SimulatedWorld } from '../support/simulated-world';
import { realTime, type Simulation } from '../support/simulation';

const SEEDS = Number(process.env.BATON_SEEDS ?? 1_000);
const AT_ONCE = 25;
/** The workflow waits two seconds for a message that is missing: what takes longer to deliver is another script. */
const PROMPT_MS = 1_900;
const ATTEMPTS = 3;
let server: Simulation;
beforeAll(async () => {
  server = await realTime();
});
afterAll(() => server?.close());

const gapMs = fc.constantFrom(10, 5_000);
const who = fc.constantFrom('op-1' as const, 'op-2' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('customer' as const), human: fc.boolean(), gapMs }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('operator' as const), who, gapMs }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      name: fc.constantFrom('done' as const, 'take' as const, 'ai' as const, 'note' as const, 'nonsense' as const),
      who,
      gapMs,
    }),
  },
);
const script = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
  resume: fc.constantFrom('automatic' as const, 'off' as const),
  historyLimit: fc.constantFrom(50, 2_000),
  /** How each signal is delivered: how often, how late (in real milliseconds), how long its draft takes. */
  delivery: fc.array(fc.record({ times: fc.integer({ min: 1, max: 3 }), lateMs: fc.nat(8), draftMs: fc.nat(12) }), {
    minLength: 12,
    maxLength: 12,
  }),
});
type Script = typeof script extends fc.Arbitrary<infer S> ? S : never;

it(`keeps every promise over ${SEEDS} random interleavings`, async () => {
  const seed = Number(process.env.BATON_SEED ?? Date.now() % 2 ** 31);
  await fc.assert(
    fc.asyncProperty(fc.array(script, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (scripts) => {
      await Promise.all(scripts.map((each) => play(each)));
    }),
    { numRuns: Math.ceil(SEEDS / AT_ONCE), seed, endOnFailure: true, verbose: 0 },
  );
}, 900_000);

/** A script that came out otherwise is played once more where the machine stood still while it was delivered. */
async function play(script: Script, attempt = 1): Promise<void> {
  const begun = performance.now();
  let delivered = begun;
  try {
    await playOnce(script, () => {
      delivered = performance.now();
    });
  } catch (error) {
    if (delivered - begun <= PROMPT_MS || attempt === ATTEMPTS) throw error;
    await play(script, attempt + 1);
  }
}

async function playOnce({ steps, resume, historyLimit, delivery }: Script, onDelivered: () => void): Promise<void> {
  const world = server.world({ resume, historyLimit });
  world.model = async (texts, signal) => {
    const ms = delivery[world.drafts.length % delivery.length]?.draftMs ?? 0;
    await new Promise((resolve) => setTimeout(resolve, ms));
    signal.throwIfAborted();
    return texts.join(' ');
  };
  const sends = steps.map((each, index) => send(world, steps, each, index, delivery[index] ?? { times: 1, lateMs: 0 }));
  await Promise.all(sends);
  onDelivered();
  const want = expected(steps, resume);
  const customers = steps.filter((each) => each.do === 'customer').length;
  const operators = steps.filter((each) => each.do === 'operator').length;
  const settled = () =>
    world.texts('operator').filter((text) => text.startsWith('o')).length === operators &&
    world.texts('customer').length === customers &&
    world.document.mode === want.mode &&
    world.texts('system', 'ack').length >= want.handoffs &&
    world.texts('system', 'brief').length >= want.handoffs &&
    world.texts('system', 'boundary').length >= want.boundaries &&
    (want.mode !== 'ai' || owed(world, steps).length === 0);
  await world.until(`the end of ${JSON.stringify({ steps, resume, want })}`, settled);
  try {
    check(world, steps, want);
  } catch (error) {
    throw new Error(
      `${JSON.stringify({ steps, resume, want, rows: world.rows, records: world.records.map(({ mode, epoch }) => [mode, epoch]) })}`,
      {
        cause: error,
      },
    );
  }
  await world.handle?.terminate();
}

async function send(
  world: SimulatedWorld,
  steps: readonly Step[],
  each: Step,
  index: number,
  how: { times: number; lateMs: number },
) {
  const at = new Date(Date.UTC(2026, 0, 1) + steps.slice(0, index + 1).reduce((sum, { gapMs: gap }) => sum + gap, 0));
  const text =
    each.do === 'customer'
      ? `m${index};${each.human ? ' HUMAN' : ''}`
      : each.do === 'operator'
        ? `o${index};`
        : `/${each.name}`;
  const reference = world.accept(
    each.do === 'customer' ? 'customer' : 'operator',
    text,
    each.do === 'customer' ? undefined : each.who,
    at,
  );
  for (let time = 0; time < how.times; time++) {
    await new Promise((resolve) => setTimeout(resolve, how.lateMs));
    await world.signal(reference);
  }
}

/** Customer messages that only the AI can still answer: written after the last time a person had the conversation. */
function owed(world: SimulatedWorld, steps: readonly Step[]): string[] {
  const lastPerson = steps.findLastIndex((each) => each.do !== 'customer');
  const answered = world.texts('ai').join(' ');
  return steps.flatMap((each, index) =>
    each.do === 'customer' && index > lastPerson && !answered.includes(`m${index};`) ? [`m${index};`] : [],
  );
}

function check(world: SimulatedWorld, steps: readonly Step[], want: ReturnType<typeof expected>): void {
  const customers = steps.flatMap((each, index) =>
    each.do === 'customer' ? [`m${index};${each.human ? ' HUMAN' : ''}`] : [],
  );
  const operators = steps.flatMap((each, index) => (each.do === 'operator' ? [`o${index};`] : []));
  const visible = [...world.rows].sort((a, b) => a.order - b.order);
  expect(visible.filter(({ author }) => author === 'customer').map(({ text }) => text)).toEqual(customers);
  expect(world.texts('operator').filter((text) => text.startsWith('o'))).toEqual(operators);
  expect(world.texts('system', 'ack')).toHaveLength(want.handoffs);
  expect(world.texts('system', 'brief')).toHaveLength(want.handoffs);
  expect(world.texts('system', 'boundary')).toHaveLength(want.boundaries);
  for (const message of customers) {
    const id = message.split(';')[0];
    expect(world.texts('ai').filter((text) => text.includes(`${id};`)).length).toBeLessThanOrEqual(1);
  }
  for (const row of visible.filter(({ author }) => author === 'ai')) {
    const under = world.records.find(({ epoch }) => epoch === row.epoch);
    expect(under?.mode ?? 'ai').toBe('ai');
  }
  const epochs = world.records.map(({ epoch }) => epoch);
  expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
}
