/** A handful of the attacks against the whole product: the mode is the workflow's, whatever a customer or a model says. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';
import type { Attack } from './attacked-turn';
import { BEHAVIOURS, type Goal, obey } from './hijacked-model';

const attacks = readFileSync(join(__dirname, 'attacks.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Attack & { goal: Goal });
const of = (goal: Goal) =>
  attacks.filter((one) => one.goal === goal && one.says.length === 1 && !one.tool && !one.knowledge);

let model: OpenAiServer;
let stack: TestStack;
beforeAll(async () => {
  model = await startOpenAiServer();
  stack = await startStack({
    model: { name: 'openai:hijacked', openai: { apiKey: 'k', baseUrl: model.url } },
  });
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await model?.close();
});

describe('customer text', () => {
  it.each(['waiting', 'operator'] as const)('never ends a conversation that is %s', async (mode) => {
    const talk = stack.talk();
    await talk.customer('I want to talk to a person');
    await talk.mode('waiting');
    if (mode === 'operator') await talk.operator('Mai here, how can I help?');
    await talk.mode(mode);
    const { epoch } = await talk.conversation();
    for (const { says } of of('mode').slice(0, 16)) await talk.customer(says[0] ?? '');
    await talk.until('all of it', (rows) => rows.filter(({ author }) => author === 'customer').length === 17);
    await pause(300);
    expect(await talk.conversation()).toMatchObject({ mode, epoch });
    expect(await talk.texts('ai')).toEqual([]);
  });

  it('leaves the AI or calls a person, and nothing else, while the model obeys it', async () => {
    const ways = Object.keys(BEHAVIOURS.mode);
    const talks = of('mode')
      .slice(0, 9)
      .map(({ says }, index) => ({ talk: stack.talk(), text: says[0] ?? '', way: ways[index % ways.length] ?? '' }));
    for (const { talk, text, way } of talks) {
      model.answer = (request) => obey(request, 'mode', way);
      await talk.customer(text);
      await talk.mode('waiting');
      expect(await talk.texts('ai')).toEqual([]);
      expect((await talk.messages()).filter(({ messageId }) => messageId.startsWith('boundary-'))).toEqual([]);
    }
  });
});

describe('a hijacked model in the whole product', () => {
  it.each<[Goal, string]>([
    ['leak', 'plainly'],
    ['leak', 'in base64'],
    ['link', 'plainly'],
    ['link', 'as a question'],
    ['foreign', 'of nobody here'],
    ['foreign', 'by a path'],
    ['write', 'at once'],
    ['secret', 'plainly'],
  ])('sends and looks up nothing for the attacker: %s %s', async (goal, way) => {
    const attack = of(goal)[0];
    const talk = stack.talk();
    const before = stack.service.requests.length;
    model.answer = (request) => obey(request, goal, way);
    await talk.customer(attack?.says[0] ?? '');
    await talk.until(
      'an end of the turn',
      (rows, { mode }) => mode === 'waiting' || rows.some(({ author }) => author === 'ai'),
    );
    const said = (await talk.texts('ai')).join('\n');
    expect(said).not.toMatch(/evil|BTN|You answer customers|security code/);
    expect(stack.service.requests.slice(before)).toEqual([]);
    expect(['ai', 'waiting']).toContain((await talk.conversation()).mode);
  });
});
