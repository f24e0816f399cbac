/** What a turn may cost, counted on the whole product: events in Temporal's history and commands to MongoDB. */
import { setTimeout as pause } from 'node:timers/promises';
import { type HistoryReader, readHistories } from '../../bench/history';
import { messageText, questionsOf, uniqueMark } from '../../bench/questions';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';

let model: OpenAiServer;
let stack: TestStack;
let histories: HistoryReader;
beforeAll(async () => {
  model = await startOpenAiServer();
  stack = await startStack({
    model: model.settings,
  });
  histories = await readHistories(stack.config.temporal.connection.address);
}, 120_000);
afterAll(async () => {
  await histories?.close();
  await stack?.close();
  await model?.close();
});

/** Plays turns `from` to `to`, each to its reply, and tells how many looks at the store that took: none of a turn's. */
async function play(talk: ReturnType<TestStack['talk']>, from: number, to: number): Promise<number> {
  const questions = questionsOf(stack.business);
  let looks = 0;
  for (let turn = from; turn <= to; turn++) {
    const mark = uniqueMark();
    expect((await talk.customer(messageText(questions, turn, mark), mark)).status).toBe(202);
    const conversation = await stack.store.conversations.find(stack.business.id, talk.id);
    if (!conversation) throw new Error('the accepted conversation is not there');
    looks += 1;
    for (let answered = false; !answered; await pause(20)) {
      const page = await stack.store.conversations.messages(conversation, {
        after: (turn - 1) * 2,
        limit: 50,
        visibility: 'all',
      });
      looks += 1;
      answered = page.messages.some(({ author, text }) => author === 'ai' && text.includes(mark));
    }
  }
  return looks;
}

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);
const commands = () => total(stack.store.operations()) + total(stack.apiStore.operations());

describe('a turn', () => {
  it('takes at most 16 history events, at the 30th as at the 10th', async () => {
    const talk = stack.talk();
    await play(talk, 1, 5);
    const { workflowId } = await talk.conversation();
    const lengths = [await histories.length(workflowId)];
    for (const [from, to] of [
      [6, 10],
      [11, 25],
      [26, 30],
    ] as const) {
      await play(talk, from, to);
      lengths.push(await histories.length(workflowId));
    }
    const [fifth, tenth, beforeLast, thirtieth] = lengths.map(({ events }) => events) as [
      number,
      number,
      number,
      number,
    ];
    expect(new Set(lengths.map(({ runId }) => runId)).size).toBe(1);
    expect((tenth - fifth) / 5).toBeLessThanOrEqual(16);
    expect((thirtieth - beforeLast) / 5).toBeLessThanOrEqual(16);
  });

  it('takes at most 8 MongoDB operations', async () => {
    const talk = stack.talk();
    await play(talk, 1, 3);
    await pause(1_000);
    // What is sent while nothing happens, the pump's looking for work, belongs to no turn.
    const idleFrom = { at: performance.now(), commands: commands() };
    await pause(3_000);
    const idlePerMs = (commands() - idleFrom.commands) / (performance.now() - idleFrom.at);
    const from = { at: performance.now(), commands: commands() };
    const looks = await play(talk, 4, 23);
    await pause(500);
    const background = idlePerMs * (performance.now() - from.at);
    const perTurn = (commands() - from.commands - background - looks) / 20;
    expect(perTurn).toBeGreaterThan(4);
    expect(perTurn).toBeLessThanOrEqual(8);
  });
});
