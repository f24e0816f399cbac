import { Client, Connection } from '@temporalio/client';
import { type Api, createApi } from '../../api/create-api';
import { createChannels } from '../../channels';
import type { InboundReference } from '../../domain/message';
import { createLog } from '../../log';
import { connectStore } from '../../store';
import { createPayloadCodec } from '../../store/payload-codec';
import type { Store } from '../../store/store';
import { type OwnServers, spawnOwnServers } from '../support/servers';
import { KEYS, MASTER_KEYS, newId, newMessage, testBusiness, testConfig } from './support';

/** The API as `main.ts` puts it together, on servers that can be killed. */
let servers: OwnServers;
let store: Store;
let api: Api;
let url: string;
let temporal: Client;

beforeAll(async () => {
  servers = await spawnOwnServers();
  store = await connectStore({ uri: servers.mongodbUri, masterKeys: MASTER_KEYS });
  const connection = { address: servers.temporalAddress };
  const config = testConfig({
    temporal: { namespace: 'default', taskQueue: 'outages', uiUrl: 'http://127.0.0.1:8233', connection },
  });
  const business = testBusiness();
  const channels = createChannels(business, () => undefined);
  api = createApi({ config, store, business, channels, log: createLog('silent') });
  url = `http://127.0.0.1:${await api.listen(0, '127.0.0.1')}`;
  const dataConverter = { payloadCodecs: [createPayloadCodec(store.payloadKeys)] };
  temporal = new Client({ connection: Connection.lazy(connection), dataConverter });
}, 120_000);

afterAll(async () => {
  await api.close();
  await temporal.connection.close();
  await store.close();
  await servers.close();
});

async function post(id: string, what = 'messages', body: object = newMessage()) {
  const key = what === 'messages' ? KEYS.channel : KEYS.operator;
  const response = await fetch(`${url}/v1/conversations/${id}/${what}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await response.text();
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
}

async function workflowIdOf(id: string): Promise<string> {
  return (await store.conversations.find('test-shop', id))?.workflowId ?? '';
}

/** What Temporal holds: every signal in the order of the workflow's history. */
async function signalsOf(id: string): Promise<InboundReference[]> {
  const [codec] = temporal.options.loadedDataConverter.payloadCodecs;
  const { events } = await temporal.workflow.getHandle(await workflowIdOf(id)).fetchHistory();
  const references: InboundReference[] = [];
  for (const event of events ?? []) {
    const payloads = event.workflowExecutionSignaledEventAttributes?.input?.payloads ?? [];
    const [payload] = (await codec?.decode(payloads)) ?? [];
    if (payload?.data) references.push(JSON.parse(Buffer.from(payload.data).toString()));
  }
  return references;
}

async function eventually<T>(what: () => Promise<T>, holds: (value: T) => boolean, ms = 20_000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const value = await what().catch(() => undefined as T);
    if ((value !== undefined && holds(value)) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a first message', () => {
  test('starts the conversation with what people look for in Temporal UI, and no text', async () => {
    const id = newId();
    await post(id, 'messages', { messageId: 'm', text: 'my card is 4111 1111 1111 1111' });
    const handle = temporal.workflow.getHandle(await workflowIdOf(id));
    const { typedSearchAttributes, type, taskQueue, raw } = await handle.describe();
    expect([type, taskQueue]).toEqual(['conversationWorkflow', 'outages']);
    const found = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
    expect(found).toMatchObject({ Business: 'test-shop', Channel: 'api', ConversationMode: 'ai' });
    expect(raw.executionConfig?.workflowExecutionTimeout?.seconds?.toNumber() ?? 0).toBe(0);
    expect(raw.executionConfig?.defaultWorkflowTaskTimeout?.seconds?.toNumber()).toBe(5);
    expect(await signalsOf(id)).toMatchObject([{ number: 1, author: 'customer' }]);
    expect(JSON.stringify(await handle.fetchHistory())).not.toMatch(/4111|my card/);
  });

  test('and the next ones go to the same workflow', async () => {
    const id = newId();
    await post(id);
    await post(id);
    await post(id, 'operator-messages', { ...newMessage('/take'), operator: { id: 'lan' } });
    expect(await signalsOf(id)).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3, command: 'take' }]);
  });
});

/** Temporal deletes in its own time: asked here, looked for at the end of the file. */
let erased: string;
test('erasing ends the workflow at once', async () => {
  const id = newId();
  await post(id);
  erased = await workflowIdOf(id);
  const response = await fetch(`${url}/v1/conversations/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${KEYS.privacy}` },
  });
  expect(response.status).toBe(204);
  // It may be gone already, which is more than was asked.
  const described = await temporal.workflow
    .getHandle(erased)
    .describe()
    .catch((error: Error) => error);
  expect(described instanceof Error ? described.name : described.status.name).toMatch(
    /^(TERMINATED|WorkflowNotFoundError)$/,
  );
});

describe('while Temporal is away', () => {
  test('messages are accepted at once, and signalled in order when it is back', async () => {
    const before = newId();
    const meanwhile = newId();
    await post(before);
    await servers.temporal.kill();
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await post(before), await post(meanwhile));
    answers.push(await post(before, 'operator-messages', { ...newMessage('Hello'), operator: { id: 'lan' } }));
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(202));
    const read = await fetch(`${url}/v1/conversations`, { headers: { authorization: `Bearer ${KEYS.viewer}` } });
    expect(read.status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);

    await servers.temporal.restart();
    // A signal whose answer was lost is sent once more, which harms nobody.
    const numbers = async (id: string) => [...new Set((await signalsOf(id)).map(({ number }) => number))];
    const first = await eventually(
      () => numbers(before),
      (signalled) => signalled.length >= 6,
    );
    expect(first).toEqual([1, 2, 3, 4, 5, 6]);
    const second = await eventually(
      () => numbers(meanwhile),
      (signalled) => signalled.length >= 4,
    );
    expect(second).toEqual([1, 2, 3, 4]);
  }, 90_000);
});

describe('while MongoDB is away', () => {
  test('nothing is accepted, the caller is told to come back in two seconds, and it heals by itself', async () => {
    const id = newId();
    await post(id);
    await servers.mongodb.kill();
    for (let i = 0; i < 3; i++) {
      const { status, retryAfter } = await post(id);
      expect([status, retryAfter]).toEqual([503, '2']);
    }
    const alive = await Promise.all(['/healthz', '/readyz'].map((path) => fetch(url + path)));
    expect(alive.map(({ status }) => status)).toEqual([200, 503]);

    await servers.mongodb.restart();
    const healed = await eventually(
      () => post(id),
      ({ status }) => status === 202,
    );
    expect(healed.status).toBe(202);
  }, 90_000);
});

test('an erased conversation leaves no history in Temporal', async () => {
  const look = () =>
    temporal.workflow
      .getHandle(erased)
      .describe()
      .then(
        () => 'there',
        (error: Error) => error.name,
      );
  expect(await eventually(look, (answer) => answer !== 'there', 60_000)).toBe('WorkflowNotFoundError');
}, 90_000);
