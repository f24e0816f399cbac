/** What models cost, by turn and by day, counted in the real store by workers that share nothing else. */
import type { Answerer } from '../../../activities/llm/answerer';
import { createAnswerer } from '../../../activities/llm/create-answerer';
import type { ModelConfig } from '../../../config';
import type { LoadedBusiness } from '../../../load-business';
import type { Store } from '../../../store';
import { storeFixture } from '../../store/store-fixture';
import { type OpenAiServer, startOpenAiServer } from '../../support/openai-server';
import { requestOf, sampleBusiness } from './draft-request';

const fixture = storeFixture();
let sample: LoadedBusiness;
let server: OpenAiServer;
let stores: Store[];
let number = 0;
beforeAll(async () => {
  sample = await sampleBusiness();
  stores = [await fixture.connect(), await fixture.connect()];
});
beforeEach(async () => {
  server = await startOpenAiServer();
});
afterEach(() => server.close());

/** Every test has a business, and so a count, of its own. */
const newBusiness = (): LoadedBusiness => {
  number += 1;
  return { ...sample, id: `budget-${number}` };
};
const worker = (index: number, more: Partial<ModelConfig> = {}): Answerer =>
  createAnswerer(
    {
      name: 'openai:test',
      timeoutMs: 5000,
      structured: 'auto',
      openai: { apiKey: 'k', baseUrl: server.url },
      ...more,
    },
    stores[index]?.spending,
  );
const draft = (model: Answerer, business: LoadedBusiness) =>
  model.draft(requestOf(business, 'What time is breakfast?'), { signal: new AbortController().signal });
const today = ({ timezone }: LoadedBusiness) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(new Date());
async function spentBy(business: LoadedBusiness, calls: number) {
  for (let waited = 0; ; waited += 20) {
    const spent = await stores[0]?.spending.spent(business.id, today(business));
    if (spent?.calls === calls || waited > 5000) return spent;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the budget of the day', () => {
  it('counts every call of every worker, those that came to nothing too', async () => {
    const business = newBusiness();
    server.script = [
      { do: 'text', text: 'garbage' },
      { do: 'text', text: 'garbage' },
    ];
    await expect(draft(worker(0), business)).rejects.toMatchObject({ type: 'ModelGarbage' });
    await Promise.all([draft(worker(0), business), draft(worker(1), business)]);
    expect(await spentBy(business, 4)).toMatchObject({ tokens: 480, inputTokens: 400, cachedTokens: 320 });
  });

  it('prices what the provider read from its cache as such', async () => {
    const business = newBusiness();
    const prices = [{ model: 'openai:test', input: 10, cached: 1, output: 100 }];
    const { usage } = await draft(worker(0, { prices }), business);
    expect(usage?.cost).toBeCloseTo((20 * 10 + 80 * 1 + 20 * 100) / 1_000_000, 12);
    expect((await spentBy(business, 1))?.cost).toBeCloseTo(usage?.cost ?? Number.NaN, 12);
  });

  it.each<[string, Partial<ModelConfig>]>([
    ['tokens', { budget: { tokens: 200 } }],
    ['cost', { budget: { cost: 0.003 }, prices: [{ model: 'openai:test', input: 10, cached: 1, output: 100 }] }],
  ])('spent in %s by one worker, makes all answer offline, and the drafts say so', async (_, more) => {
    const business = newBusiness();
    const spender = worker(0, more);
    for (let turn = 1; turn <= 2; turn += 1) {
      expect((await draft(spender, business)).by).toMatchObject({ model: 'openai:test' });
      await spentBy(business, turn);
    }
    for (const model of [spender, worker(1, more)]) {
      const step = await draft(model, business);
      expect(step).toMatchObject({ kind: 'reply', citations: [{ title: 'Breakfast' }] });
      expect(step.by).toEqual({ model: 'offline', insteadOf: 'openai:test', because: 'the budget of the day' });
    }
    expect(server.requests).toHaveLength(2);
  });

  it('is of one business', async () => {
    const [rich, poor] = [newBusiness(), newBusiness()];
    const model = worker(0, { budget: { tokens: 100 } });
    await draft(model, poor);
    await spentBy(poor, 1);
    expect((await draft(model, poor)).by?.model).toBe('offline');
    expect((await draft(model, rich)).by?.model).toBe('openai:test');
  });

  it('that can not be read keeps nobody waiting', async () => {
    const broken = { add: () => {}, spent: () => Promise.reject(new Error('down')) };
    const settings = { name: 'openai:test', timeoutMs: 5000, structured: 'auto', budget: { tokens: 1 } } as const;
    const model = createAnswerer({ ...settings, openai: { apiKey: 'k', baseUrl: server.url } }, broken);
    expect((await draft(model, newBusiness())).by?.model).toBe('openai:test');
  });
});
