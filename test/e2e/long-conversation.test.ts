/** The rolling summary in the whole product: made beside the turns, read by later ones, and missed by none. */
import {
  type ChatRequest,
  type OpenAiServer,
  sensibleAnswer,
  startOpenAiServer,
  textOf,
} from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';

let model: OpenAiServer;
let stack: TestStack;
beforeAll(async () => {
  model = await startOpenAiServer();
  stack = await startStack({ model: model.settings });
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await model?.close();
});

const isSummary = (request: ChatRequest) => !request.tools;
const earlierIn = (request: ChatRequest | undefined) =>
  /<earlier-([0-9a-f]+)>\n([\s\S]*?)\n<\/earlier-\1>/.exec(request ? textOf(request) : '')?.[2];

/** Questions one after another, each answered before the next. */
async function ask(talk: ReturnType<TestStack['talk']>, questions: number): Promise<void> {
  for (let number = 1; number <= questions; number += 1) {
    await talk.customer(`What time is breakfast on day ${number}?`);
    await talk.replies(number);
  }
}

describe('a long conversation', () => {
  it('is summarised beside its turns, and later turns read the summary', async () => {
    model.answer = (request) =>
      isSummary(request) ? { do: 'text', text: 'The guest asks about breakfast.' } : sensibleAnswer(request);
    const talk = stack.talk();
    await ask(talk, 16);
    expect(model.requests.filter(isSummary).length).toBeGreaterThanOrEqual(1);
    expect(earlierIn(model.requests.filter((request) => !isSummary(request)).at(-1))).toBe(
      'The guest asks about breakfast.',
    );
    const rows = await talk.messages();
    const replies = rows.filter(({ author }) => author === 'ai') as { usage?: object }[];
    expect(replies.at(-1)?.usage).toEqual({
      ...{ model: 'openai:loopback', inputTokens: 100, outputTokens: 20, cachedTokens: 80 },
    });
  });

  it('goes on where its summary hangs', async () => {
    model.answer = (request) => (isSummary(request) ? { do: 'hang' } : sensibleAnswer(request));
    const talk = stack.talk();
    await ask(talk, 16);
    expect((await talk.conversation()).mode).toBe('ai');
  });
});
