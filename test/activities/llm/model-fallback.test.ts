/** A second model for when the first is down, each behind a server of its own. */
import type { Answerer, DraftContext } from '../../../activities/llm/answerer';
import { createAnswerer } from '../../../activities/llm/create-answerer';
import type { LoadedBusiness } from '../../../load-business';
import { ANTHROPIC, type ModelServer, startModelServer } from '../../support/model-server';
import { type OpenAiServer, type Script, startOpenAiServer } from '../../support/openai-server';
import { requestOf, sampleBusiness } from './draft-request';

let business: LoadedBusiness;
let first: OpenAiServer;
let second: ModelServer;
beforeAll(async () => {
  business = await sampleBusiness();
});
beforeEach(async () => {
  first = await startOpenAiServer();
  second = await startModelServer(ANTHROPIC);
});
afterEach(async () => {
  await first.close();
  await second.close();
});

const answerer = (fallback = 'anthropic:second', timeoutMs = 5000): Answerer =>
  createAnswerer({
    name: 'openai:first',
    fallback,
    timeoutMs,
    structured: 'auto',
    openai: { apiKey: 'k', baseUrl: first.url },
    anthropic: { apiKey: 'k', baseUrl: second.url },
  });
const draft = (model: Answerer, more: Partial<DraftContext> = {}) =>
  model.draft(requestOf(business, 'What time is breakfast?'), { signal: new AbortController().signal, ...more });
const failing = (status: number, times = 1): Script[] =>
  Array.from({ length: times }, () => ({ do: 'status', status }));

describe('a fallback model', () => {
  it('is not asked while the first answers', async () => {
    expect((await draft(answerer(), { attempt: 1 })).by).toMatchObject({ model: 'openai:first' });
    expect(second.requests).toHaveLength(0);
  });

  it('answers in the same attempt where waiting helps nothing, and the draft says for whom and why', async () => {
    for (const [status, because] of [
      [401, 'ModelMisconfigured'],
      [429, 'ModelBusy'],
    ] as const) {
      first.script = failing(status);
      const { by, usage } = await draft(answerer(), { attempt: 1 });
      expect(by).toMatchObject({ model: 'anthropic:second', insteadOf: 'openai:first', because });
      expect(usage).toMatchObject({ inputTokens: 100 });
    }
  });

  it('leaves the first its second try, then takes over', async () => {
    first.script = failing(500, 2);
    const model = answerer();
    await expect(draft(model, { attempt: 1 })).rejects.toMatchObject({ type: 'ModelUnavailable', nonRetryable: false });
    expect(second.requests).toHaveLength(0);
    expect((await draft(model, { attempt: 2 })).by).toMatchObject({ because: 'ModelUnavailable' });
    expect(first.requests).toHaveLength(2);
  });

  it('is asked at once where there is no time for both', async () => {
    const step = await draft(answerer(), { attempt: 2, deadline: Date.now() + 6000 });
    expect(step.by).toMatchObject({ model: 'anthropic:second', because: 'it failed before in this turn' });
    expect(first.requests).toHaveLength(0);
  });

  it('spares the first while its breaker rests', async () => {
    const model = answerer();
    first.script = failing(500, 5);
    for (let call = 0; call < 5; call += 1) await draft(model, { attempt: 1 }).catch(() => undefined);
    expect((await draft(model, { attempt: 1 })).by).toMatchObject({ model: 'anthropic:second' });
    expect(first.requests).toHaveLength(5);
  });

  it('may be the offline answerer', async () => {
    first.script = failing(401);
    const step = await draft(answerer('offline'), { attempt: 1 });
    expect(step).toMatchObject({ kind: 'reply', by: { model: 'offline', insteadOf: 'openai:first' } });
  });

  it('fails as itself when it is down too', async () => {
    first.script = failing(401);
    second.script = failing(503);
    await expect(draft(answerer(), { attempt: 3 })).rejects.toMatchObject({ type: 'ModelUnavailable' });
  });

  it('is not asked for a draft that was cancelled', async () => {
    first.script = [{ do: 'hang' }];
    const controller = new AbortController();
    const drafting = draft(answerer(), { attempt: 2, signal: controller.signal });
    const rejected = expect(drafting).rejects.toThrow('cancelled');
    while (first.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error('cancelled'));
    await rejected;
    expect(second.requests).toHaveLength(0);
  });
});
