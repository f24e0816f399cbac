/** A server or the model away for a while: what was accepted waits, what was not can be sent again, nobody is answered twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { messageText, questionsOf, uniqueMark } from '../../bench/questions';
import { askedAgain } from '../support/asked-again';
import { type OpenAiServer, sensibleAnswer, startOpenAiServer } from '../support/openai-server';
import { type OwnServers, spawnOwnServers } from '../support/servers';
import { startStack, type TestStack } from '../support/stack';
import type { Message, Talk } from '../support/talk';
import { until } from '../support/until';

let servers: OwnServers;
let stack: TestStack;
let model: OpenAiServer;
let questions: string[];
beforeAll(async () => {
  [servers, model] = await Promise.all([spawnOwnServers(), startOpenAiServer()]);
  stack = await startStack({
    servers,
    model: model.settings,
  });
  questions = questionsOf(stack.business);
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await Promise.all([servers?.close(), model?.close()]);
}, 60_000);

const question = (turn: number) => {
  const mark = uniqueMark();
  return { mark, text: messageText(questions, turn, mark) };
};
const repliesTo = (rows: Message[], mark: string) =>
  rows.filter(({ author, text }) => author === 'ai' && text.includes(mark));
/** A workflow task lost on a short machine comes again after five seconds, and later at each further loss. */
const answered = (talk: Talk, marks: string[], ms = 120_000) =>
  talk.until('an answer each', (rows) => marks.every((mark) => repliesTo(rows, mark).length > 0), ms);

describe('while Temporal is down', () => {
  it('accepts messages and answers them in order, once each, when it is back', async () => {
    const talks = Array.from({ length: 3 }, () => stack.talk());
    const asked = talks.map((_, index) => [0, 1, 2].map((turn) => question(index * 5 + turn)));
    await servers.temporal.kill();
    for (const turn of [0, 1, 2]) {
      for (const [index, talk] of talks.entries()) {
        const { mark, text } = asked[index]?.[turn] ?? question(0);
        await sends(talk, text, mark);
      }
    }
    expect((await talks[0]?.customer(asked[0]?.[0]?.text ?? '', asked[0]?.[0]?.mark))?.status).toBe(200);
    await pause(3_000);
    await servers.temporal.restart();
    for (const [index, talk] of talks.entries()) {
      const marks = asked[index]?.map(({ mark }) => mark) ?? [];
      await answered(talk, marks);
      await pause(300);
      const rows = await talk.messages();
      expect(rows.filter(({ author }) => author === 'customer').map(({ messageId }) => messageId)).toEqual(marks);
      const replies = rows.filter(({ author }) => author === 'ai').map(({ text }) => text);
      expect(marks.map((mark) => repliesTo(rows, mark).length)).toEqual([1, 1, 1]);
      const inOrder = marks.map((mark) => replies.join('\n').indexOf(mark));
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    }
  }, 240_000);
});

describe('while MongoDB is down', () => {
  it('says 503, and the retry of the same message heals it with one answer', async () => {
    const talk = stack.talk();
    const [before, during] = [question(3), question(9)];
    await talk.customer(before.text, before.mark);
    await answered(talk, [before.mark]);
    await servers.mongodb.kill();
    expect((await talk.customer(during.text, during.mark)).status).toBe(503);
    expect((await talk.operator('Hello')).status).toBe(503);
    await servers.mongodb.restart();
    const statuses: number[] = [];
    for (const end = Date.now() + 20_000; !statuses.includes(202) && Date.now() < end; await pause(100)) {
      statuses.push((await talk.customer(during.text, during.mark)).status);
    }
    expect(statuses.at(-1)).toBe(202);
    expect((await talk.customer(during.text, during.mark)).status).toBe(200);
    const rows = await answered(talk, [during.mark]);
    await pause(500);
    expect(rows.filter(({ messageId }) => messageId === during.mark)).toHaveLength(1);
    expect(repliesTo(await talk.messages(), during.mark)).toHaveLength(1);
    expect((await talk.conversation()).mode).toBe('ai');
  }, 240_000);
});

describe('while the model is down', () => {
  const LIVE = 80;
  /** One call and two retries. */
  const CALLS_A_TURN = 3;

  it(`hands ${LIVE} live conversations to people without a stampede, and answers each once after recovery`, async () => {
    const talks = Array.from({ length: LIVE }, () => stack.talk());
    let failures = 0;
    model.requests.length = 0;
    model.answer = () => (failures++ % 2 === 0 ? { do: 'status', status: 500 } : { do: 'reset' });
    await inTens(talks, async (talk, index) => {
      const { text, mark } = question(index);
      await sends(talk, text, mark);
    });
    // A task that a short machine loses comes again after 5 seconds, and later each time it is lost again.
    await inTens(talks, (talk) => talk.mode('waiting', 240_000));
    expect(model.requests.length).toBeLessThanOrEqual(LIVE * CALLS_A_TURN);
    model.answer = sensibleAnswer;
    await inTens(talks, async (talk, index) => {
      const { handoff } = await talk.conversation();
      expect(handoff?.reasons.map(({ reason }) => reason)).toEqual(['ai_unavailable']);
      expect(await talk.texts('ai')).toEqual([]);
      const rows = await talk.until('the acknowledgement', (all) => acknowledgements(all).length > 0);
      expect(acknowledgements(rows)).toHaveLength(1);
      await resolves(talk);
      const { text, mark } = question(index + 11);
      await sends(talk, text, mark);
      await answered(talk, [mark]);
    });
    await inTens(talks, async (talk) => expect(await talk.texts('ai')).toHaveLength(1));
  }, 800_000);
});

const acknowledgements = (rows: Message[]) =>
  rows.filter(({ author, visibility }) => author === 'system' && visibility === 'public');

/** As every provider sends: again, with the same id. Only after a refusal may it turn out to have been stored. */
async function accepted(send: () => Promise<{ status: number }>): Promise<void> {
  let sent = 0;
  const { status } = await askedAgain(() => {
    sent += 1;
    return send();
  });
  expect(sent === 1 ? [202] : [200, 202]).toContain(status);
}
const sends = (talk: Talk, text: string, mark: string) => accepted(() => talk.customer(text, mark));

/**
 * A workflow task that a short machine loses is decided anew, with what came meanwhile: there `/done` can stand before
 * the handoff it was an answer to. Its writer is told that there was nothing to resolve, and writes it again.
 */
const resolves = (talk: Talk) =>
  until('the end of the handoff', async () => {
    const mark = uniqueMark();
    await accepted(() => talk.operator('/done', 'ana', mark));
    return talk.mode('resolved', 10_000).catch(() => null);
  });

/** Ten at a time: many that poll at once would measure the polling. */
async function inTens(talks: readonly Talk[], step: (talk: Talk, index: number) => Promise<unknown>): Promise<void> {
  const left = [...talks.entries()];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await step(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: 10 }, lane));
}
