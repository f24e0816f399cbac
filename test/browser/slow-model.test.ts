/** The pages while a language model takes its time: they say that the AI writes for as long as it does, and no longer. */
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { describeInBrowser, useVisitors } from './visitors';

const QUESTION = 'What time is breakfast?';

describeInBrowser('a model that takes its time', () => {
  let model: OpenAiServer;
  const visitors = useVisitors(async () => {
    model = await startOpenAiServer();
    return { model: model.settings };
  });
  afterAll(() => model?.close());

  /** A customer and an operator, both of whom see that the AI writes. */
  async function seenWriting() {
    const { desk } = await visitors.operator();
    const { chat } = await visitors.customer();
    await chat.write(QUESTION);
    await chat.page.locator('.typing').waitFor({ state: 'visible' });
    await desk.open(await chat.conversationId());
    await desk.page.locator('.turns--drafting').waitFor();
    return { chat, desk };
  }

  test('is seen writing on both pages until its answer is there', async () => {
    let think = () => {};
    const after = new Promise<void>((resolve) => {
      think = resolve;
    });
    model.script = [{ do: 'submit', args: { reply: 'From 06:30.', citations: [], confidence: 0.9 }, after }];
    const { chat, desk } = await seenWriting();
    think();
    await desk.page.locator('.turns:not(.turns--drafting)').waitFor();
    await chat.page.locator('.typing').waitFor({ state: 'hidden' });
  });

  test('is no longer seen writing once a person was called', async () => {
    model.script = [{ do: 'hang' }];
    const { chat, desk } = await seenWriting();
    await chat.askForPerson();
    await desk.mode('waiting');
    await desk.page.locator('.turns:not(.turns--drafting)').waitFor();
    await chat.page.locator('.typing').waitFor({ state: 'hidden' });
    await desk.page.reload();
    await desk.open(await chat.conversationId());
    await desk.turns('customer', 2);
    expect(await desk.page.locator('.turns--drafting').count()).toBe(0);
  });
});
