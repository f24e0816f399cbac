/** Secrets planted in a conversation, and then looked for in everything that was stored, logged, asked or delivered. */
import { randomUUID } from 'node:crypto';
import { uniqueMark } from '../../bench/questions';
import { collections, histories, holds, type Place } from '../support/everywhere';
import { conversationIds } from '../support/first-words';
import { type OpenAiServer, sensibleAnswer, startOpenAiServer, textOf } from '../support/openai-server';
import { type SimulatedPlatform, startSimulatedPlatform } from '../support/simulated-platform';
import { startStack, type TestStack } from '../support/stack';
import { Talk } from '../support/talk';
import { until } from '../support/until';

const CARD = '4111111111111111';
/** Four digits: three turn up by chance in what is encrypted. */
const CVV = '7391';
const OPERATORS_CARD = '5555555555554444';
const SECRETS = { CARD, CVV, OPERATORS_CARD, SSN: '219099999', CCCD: '079203012345', PASSCODE: '482913' };
const SAID = [
  'What time is check-in? My card is 4111-1111-1111-1111 and the CVV is 7391',
  'Do you have parking? My SSN is 219-09-9999',
  'Số CCCD của tôi là 079203012345, hồ bơi mở cửa lúc mấy giờ?',
  'the one-time code they texted me is 482913',
];
const PERSON = 'can I talk to a person please? 4111 1111 1111 1111 is the card';
const OPERATOR = 'Hello, Ana here: I see card 5555 5555 5555 4444 and your SSN 219 09 9999';

/** Stands in every message of the one conversation that is erased, and in no other. */
const WORD = uniqueMark();

let stack: TestStack;
let model: OpenAiServer;
let platform: SimulatedPlatform;
let onApi: Talk;
let onPush: Talk;
const address = `customer-${randomUUID()}`;

beforeAll(async () => {
  [platform, model] = await Promise.all([startSimulatedPlatform(), startOpenAiServer(carelessAnswer)]);
  stack = await startStack({
    channels: [platform.channel],
    business: (business) => ({ ...business, places: [{ channel: 'simulated', account: 'main', chat: 'team' }] }),
    model: model.settings,
  });
  platform.apiUrl = stack.url;
  onApi = stack.talk();
  await tell(
    (text) => onApi.customer(`${text} [${WORD}]`),
    async () => onApi,
  );
  onPush = await tell((text) => platform.customer(address, text), firstPushed);
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await Promise.all([platform?.close(), model?.close()]);
}, 30_000);

/** Answers sensibly, but knows a card from somewhere and says it when a code is mentioned. */
function carelessAnswer(request: Parameters<typeof sensibleAnswer>[0]) {
  const script = sensibleAnswer(request);
  if (script.do !== 'submit' || !textOf(request).includes('they texted me')) return script;
  const echoed = 'Is it still 4111 1111 1111 1111 with CVV 7391, and SSN 219-09-9999?';
  return { ...script, args: { ...(script.args as object), reply: echoed } };
}

/** The whole story on one channel: questions with secrets, a handoff, an operator who is as careless. */
async function tell(say: (text: string) => Promise<unknown>, find: () => Promise<Talk>): Promise<Talk> {
  await say(SAID[0] ?? '');
  const talk = await find();
  const counts = (count: number) =>
    talk.until(`${count} messages`, (rows) => rows.filter(({ author }) => author === 'customer').length === count);
  await talk.replies(1);
  for (const [index, text] of SAID.slice(1).entries()) {
    await say(text);
    await counts(index + 2);
  }
  await say(PERSON);
  await talk.mode('waiting');
  await talk.operator(OPERATOR);
  await talk.operator('/note he said 4111-1111-1111-1111');
  await talk.mode('operator');
  await talk.until('the note', (rows) => rows.some(({ text }) => text.includes('he said')));
  return talk;
}

async function firstPushed(): Promise<Talk> {
  const id = await until('a conversation', async () => (await conversationIds(stack, 'simulated'))[0]);
  return new Talk(stack.url, stack.keys, id);
}

async function read(path: string, role: 'viewer' | 'privacy' = 'viewer', method = 'GET'): Promise<string> {
  const headers = { authorization: `Bearer ${stack.keys[role]}` };
  const response = await fetch(`${stack.url}${path}`, { method, headers });
  return response.ok ? response.text() : `status ${response.status}`;
}

/** The first of what the event stream tells from the start. */
async function followed(id: string): Promise<string> {
  const headers = { authorization: `Bearer ${stack.keys.viewer}`, 'last-event-id': '0' };
  const response = await fetch(`${stack.url}/v1/conversations/${id}/events`, {
    headers,
    signal: AbortSignal.timeout(1_500),
  });
  let text = '';
  try {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
  } catch {
    // The stream never ends by itself.
  }
  return text;
}

async function answersOfTheApi(talks: Talk[]): Promise<Place[]> {
  const paths = [
    '/v1/conversations',
    '/metrics',
    ...talks.flatMap(({ id }) => [`/v1/conversations/${id}`, `/v1/conversations/${id}/messages?limit=200`]),
  ];
  const answers = paths.map(async (path) => ({ name: `GET ${path}`, text: await read(path) }));
  const streams = talks.map(async ({ id }) => ({ name: `events of ${id}`, text: await followed(id) }));
  return Promise.all([...answers, ...streams]);
}

const hits = (places: Place[]) =>
  places.flatMap(({ name, text }) =>
    Object.entries(SECRETS).flatMap(([secret, digits]) => (holds(text, digits) ? [`${secret} in ${name}`] : [])),
  );

describe('planted secrets', () => {
  it('are found by the search where they do stand', () => {
    expect(hits([{ name: 'said', text: [...SAID, OPERATOR].join('\n') }])).toHaveLength(Object.keys(SECRETS).length);
    expect(holds('4-1-1-1 1111.1111  1111', CARD)).toBe(true);
    expect(holds(JSON.stringify({ cvv: 7391 }), CVV)).toBe(true);
  });

  it('stand in no collection of MongoDB', async () => {
    const places = await collections(stack);
    expect(places.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['collection originals', 'collection transcripts', 'collection outbox']),
    );
    expect(places.find(({ name }) => name.endsWith('transcripts'))?.text).toContain('[PAYMENT_CARD]');
    expect(hits(places)).toEqual([]);
  });

  it('stand in no Temporal history, encrypted or opened, nor in memo or search attributes', async () => {
    const ids = await Promise.all([onApi, onPush].map(async (talk) => (await talk.conversation()).workflowId));
    const places = await histories(stack, ids);
    const clear = places.filter(({ name }) => name.startsWith('opened')).map(({ text }) => text);
    expect(clear).toHaveLength(2);
    for (const text of clear) expect(text).toContain('[PAYMENT_CARD]');
    for (const { text } of places.filter(({ name }) => name.startsWith('history')))
      expect(text).not.toContain('[PAYMENT');
    expect(hits(places)).toEqual([]);
  });

  it('stand in no log line, model request, delivery or answer of the API', async () => {
    const requests = model.requests.map((request) => `${JSON.stringify(request)}\n${textOf(request)}`).join('\n');
    const delivered = platform.delivered.map(({ text }) => text).join('\n');
    const answers = await answersOfTheApi([onApi, onPush]);
    expect(requests).toContain('[PAYMENT_CARD]');
    expect(delivered).toContain('Hello, Ana here');
    expect(answers.every(({ text }) => text.length > 0 && !text.startsWith('status'))).toBe(true);
    expect(stack.logs.length).toBeGreaterThan(0);
    expect(
      hits([
        { name: 'logs', text: stack.logs.join('\n') },
        { name: 'model requests', text: requests },
        { name: 'deliveries', text: delivered },
        ...answers,
      ]),
    ).toEqual([]);
  });

  it('open for the privacy role alone, with the card and without its security code, and leave an audit record', async () => {
    const rows = JSON.parse(await read(`/v1/conversations/${onApi.id}/messages`)) as {
      messages: { originalId?: string; author: string }[];
    };
    const originalId = rows.messages.find(({ author }) => author === 'customer')?.originalId ?? '';
    expect(await read(`/v1/originals/${originalId}`)).toBe('status 403');
    const { text } = JSON.parse(await read(`/v1/originals/${originalId}`, 'privacy')) as { text: string };
    expect(holds(text, CARD)).toBe(true);
    expect(text).not.toContain(CVV);
    const audit = (await collections(stack)).find(({ name }) => name === 'collection audit')?.text ?? '';
    expect(audit).toContain(originalId);
  });

  it('are gone for good after an erasure, with every clean word of the conversation', async () => {
    const { messages } = JSON.parse(await read(`/v1/conversations/${onApi.id}/messages`)) as {
      messages: { originalId?: string }[];
    };
    const { workflowId } = await onApi.conversation();
    const originals = messages.flatMap(({ originalId }) => originalId ?? []);
    const holding = async (word: string) =>
      (await collections(stack)).flatMap(({ name, text }) => (text.includes(word) ? [name] : []));
    expect(originals.length).toBeGreaterThan(SAID.length);
    expect(await holding(WORD)).toEqual(['collection transcripts']);
    expect(await read(`/v1/conversations/${onApi.id}`, 'privacy', 'DELETE')).toBe('');
    expect(await holding(WORD)).toEqual([]);
    expect(await holding(workflowId)).toEqual([]);
    for (const id of originals) expect(await read(`/v1/originals/${id}`, 'privacy')).toBe('status 404');
    // Temporal deletes in the background, half a minute later where nothing else happens.
    const gone = () =>
      histories(stack, [workflowId]).then(
        ({ length }) => length === 0,
        () => true,
      );
    await until('the end of the history', gone, 75_000);
  }, 100_000);
});
