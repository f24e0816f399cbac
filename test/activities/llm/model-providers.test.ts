/** Every provider against a server that speaks its protocol: the same promises whoever answers. */
import { ApplicationFailure } from '@temporalio/common';
import type { Answerer, DraftContext } from '../../../activities/llm/answerer';
import { createAnswerer } from '../../../activities/llm/create-answerer';
import { loadModel } from '../../../activities/llm/models/load-model';
import type { ModelConfig } from '../../../config';
import type { CleanText } from '../../../domain/message';
import type { LoadedBusiness } from '../../../load-business';
import {
  ANTHROPIC,
  GEMINI,
  type ModelServer,
  OLLAMA,
  type Protocol,
  startModelServer,
} from '../../support/model-server';
import { requestOf, sampleBusiness } from './draft-request';

const KEY = 'planted-provider-key-0123456789';
const base = { timeoutMs: 5000, structured: 'auto', openai: {} } as const;

interface Case {
  protocol: Protocol;
  settings(url: string): ModelConfig;
  /** Ollama neither caches by the token nor refuses. */
  cached: number;
  refuses: boolean;
}

const CASES: Record<string, Case> = {
  Anthropic: {
    protocol: ANTHROPIC,
    settings: (url) => ({ ...base, name: 'anthropic:claude-test', anthropic: { apiKey: KEY, baseUrl: url } }),
    cached: 80,
    refuses: true,
  },
  Gemini: {
    protocol: GEMINI,
    settings: (url) => ({ ...base, name: 'google-genai:gemini-2.5-flash', google: { apiKey: KEY, baseUrl: url } }),
    cached: 80,
    refuses: true,
  },
  Ollama: {
    protocol: OLLAMA,
    settings: (url) => ({ ...base, name: 'ollama:llama3.2', ollama: { baseUrl: url } }),
    cached: 0,
    refuses: false,
  },
};

let business: LoadedBusiness;
beforeAll(async () => {
  business = await sampleBusiness();
});

describe.each(Object.entries(CASES))('%s', (_, { protocol, settings, cached, refuses }) => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await startModelServer(protocol);
  });
  afterEach(() => server.close());

  const answerer = (more: Partial<ModelConfig> = {}): Answerer => createAnswerer({ ...settings(server.url), ...more });
  const context = (): DraftContext => ({ signal: new AbortController().signal });
  const ask = (model: Answerer, message = 'What time is breakfast?') =>
    model.draft(requestOf(business, message), context());
  async function failureOf(script: ModelServer['script'], more: Partial<ModelConfig> = {}) {
    server.script = script;
    const thrown = await ask(answerer(more)).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ApplicationFailure);
    return thrown as ApplicationFailure;
  }

  it('drafts a grounded reply by tool call and counts what it used', async () => {
    const step = await ask(answerer());
    expect(step).toMatchObject({ kind: 'reply', confidence: 0.92, caps: [], citations: [{ title: 'Breakfast' }] });
    expect(step.usage).toEqual({ inputTokens: 100, outputTokens: 20, cachedTokens: cached });
    expect(server.requests).toHaveLength(1);
    expect(server.requests.join()).not.toContain(KEY);
  });

  it('asks for a look-up and answers from its result', async () => {
    const model = answerer();
    server.script = [{ do: 'call', name: 'booking_status', args: { bookingId: 'RH204815' } }];
    expect(await ask(model, 'Is RH204815 confirmed?')).toMatchObject({
      kind: 'tools',
      calls: [{ name: 'booking_status', args: { bookingId: 'RH204815' }, effect: 'read' }],
    });
    const text = 'Booking RH204815: confirmed.' as CleanText;
    const citations = [{ title: 'booking_status', quote: 'RH204815: confirmed' }];
    const args = { reply: 'RH204815 is confirmed.', confidence: 'high', citations, intent: 'answer', language: 'en' };
    server.script = [{ do: 'submit', args }];
    const toolResults = [
      { name: 'booking_status', args: { bookingId: 'RH204815' }, status: 'ok' as const, text, fields: {} },
    ];
    const step = await model.draft(
      requestOf(business, 'Is RH204815 confirmed?', { toolResults, toolRound: 1 }),
      context(),
    );
    expect(step).toMatchObject({ kind: 'reply', text: 'RH204815 is confirmed.', confidence: 0.92, caps: [] });
    expect(server.requests[1]).toContain('Booking RH204815: confirmed.');
  });

  it('closes the socket when the draft is cancelled', async () => {
    server.script = [{ do: 'hang' }];
    const controller = new AbortController();
    const drafting = answerer().draft(requestOf(business, 'hello'), { signal: controller.signal });
    const rejected = expect(drafting).rejects.toThrow();
    while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(new Error('cancelled'));
    await rejected;
    for (let waited = 0; server.closedEarly === 0 && waited < 2000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.closedEarly).toBe(1);
  });

  it.each<[string, number, string, boolean]>([
    ['a key that is not accepted', 401, 'ModelMisconfigured', true],
    ['an unknown model', 404, 'ModelMisconfigured', true],
    ['a server error', 500, 'ModelUnavailable', false],
    ['an overloaded server', 503, 'ModelUnavailable', false],
  ])('tells %s by the failure type, without a second request', async (_what, status, type, nonRetryable) => {
    const failure = await failureOf([{ do: 'status', status }]);
    expect(failure).toMatchObject({ type, nonRetryable });
    expect(failure.message).not.toContain(KEY);
    expect(server.requests).toHaveLength(1);
  });

  it('waits as long as a busy provider says', async () => {
    const failure = await failureOf([{ do: 'status', status: 429, headers: { 'retry-after': '7' } }]);
    expect(failure).toMatchObject({ type: 'ModelBusy', nonRetryable: false });
    if (protocol !== OLLAMA) expect(failure.nextRetryDelay).toBe(7000);
  });

  it('gives up on a silent provider at the deadline', async () => {
    expect(await failureOf([{ do: 'hang' }], { timeoutMs: 150 })).toMatchObject({ type: 'ModelTimeout' });
  });

  it('cuts a prompt that is too long, once', async () => {
    const model = answerer();
    const long = requestOf(business, `What time is breakfast? ${'please '.repeat(1500)}`);
    server.script = [{ do: 'overflow' }];
    expect(await model.draft(long, context())).toMatchObject({ kind: 'reply', confidence: 0.92 });
    const [first = '', second = ''] = server.requests;
    expect(second.length).toBeLessThan(first.length - 4000);
    expect(await failureOf([{ do: 'overflow' }, { do: 'overflow' }])).toMatchObject({
      type: 'ModelOverflow',
      nonRetryable: true,
    });
  });

  if (refuses)
    it('takes a refusal for one', async () => {
      expect(await failureOf([{ do: 'refuse' }])).toMatchObject({ type: 'ModelRefused', nonRetryable: true });
    });

  it.each<[string, ModelServer['script'][number]]>([
    ['plain words', { do: 'text', text: 'Breakfast is nice.' }],
    ['nothing', { do: 'text', text: '' }],
    ['a wrong shape', { do: 'submit', args: { reply: 7, confidence: 'sure' } }],
    ['half an answer', { do: 'length' }],
    ['an unknown tool', { do: 'call', name: 'drop_tables', args: {} }],
  ])('repairs %s once, then gives up for this attempt', async (_what, garbage) => {
    server.script = [garbage];
    expect(await ask(answerer())).toMatchObject({ kind: 'reply', confidence: 0.92 });
    expect(server.requests).toHaveLength(2);
    expect(await failureOf([garbage, garbage])).toMatchObject({ type: 'ModelGarbage', nonRetryable: false });
  });

  it.each<[string, ModelServer['script'][number]]>([
    ['no JSON', { do: 'body', body: '<html>gateway</html>' }],
    ['a body cut off half-way', { do: 'cutOff' }],
    ['a closed connection', { do: 'reset' }],
  ])('never takes %s for an answer', async (_what, script) => {
    expect((await failureOf([script, script])).nonRetryable).toBe(false);
  });

  it('is sent the same first bytes in every turn of every customer', async () => {
    const model = answerer();
    await ask(model, 'What time is breakfast?');
    await ask(model, 'Có hồ bơi không?');
    const prefixes = server.requests.map((request) => prefixOf(JSON.parse(request)));
    expect(prefixes[0]).toBe(prefixes[1]);
    expect(prefixes[0]?.length).toBeGreaterThan(3000);
  });
});

/** Tools and rules: what stands before everything that changes, in the order providers read it. */
function prefixOf({ tools, system, systemInstruction, messages }: Record<string, unknown>): string {
  return JSON.stringify([tools, system ?? systemInstruction ?? (messages as unknown[])[0]]);
}

describe('a provider', () => {
  it('is told where the part to keep ends, where it wants to be', async () => {
    const server = await startModelServer(ANTHROPIC);
    const settings = CASES.Anthropic?.settings(server.url) as ModelConfig;
    await createAnswerer(settings).draft(requestOf(business, 'hello'), { signal: new AbortController().signal });
    const { system } = JSON.parse(server.requests[0] ?? '{}');
    expect(system).toEqual([{ type: 'text', text: expect.any(String), cache_control: { type: 'ephemeral' } }]);
    await server.close();
  });

  it.each([
    ['anthropic:claude-test', '@langchain/anthropic'],
    ['google-genai:gemini-test', '@langchain/google-genai'],
    ['ollama:llama', '@langchain/ollama'],
    ['openai:gpt', '@langchain/openai'],
  ])('that is not installed is named with the command that installs it: %s', async (name, packageName) => {
    const absent = () => Promise.reject(Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' }));
    await expect(loadModel(name, { ...base, name }, absent)).rejects.toMatchObject({
      type: 'ModelMisconfigured',
      nonRetryable: true,
      message: `${name}: the package ${packageName} is not installed: npm install ${packageName}`,
    });
  });
});
