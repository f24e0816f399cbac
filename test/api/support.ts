/** A whole API over real HTTP and the real store; only Temporal is played, by a recorder of signals. */
import { randomBytes } from 'node:crypto';
import type { ConversationWorkflows } from '../../api/conversations';
import type { ServerDeps } from '../../api/deps';
import { createServer } from '../../api/server';
import { createChannels } from '../../channels';
import type { Role } from '../../config';
import { type Business, parseBusiness } from '../../domain/business';
import type { CleanText, TranscriptMessage } from '../../domain/message';
import { createLog } from '../../log';
import { createPayloadCodec } from '../../store/payload-codec';
import type { ConversationKey, Store } from '../../store/store';
import { PATIENT_MS, patientStore } from '../support/patient-store';
import { testServers } from '../support/servers';

export const KEYS: Record<Role, string> = {
  channel: 'channel-key-0123456789',
  operator: 'operator-key-0123456789',
  viewer: 'viewer-key-0123456789',
  privacy: 'privacy-key-0123456789',
  admin: 'admin-key-0123456789',
};

const BUSINESS_YAML = `
name: Test Shop
languages: [en]
timezone: Asia/Ho_Chi_Minh
hours: { mon-fri: "08:00-20:00" }
web: { origins: ["https://shop.example"] }
`;

/** Lan is listed on `parrot`, a channel that only tests know, and called in one of its chats. */
export function testBusiness(changes: Partial<Business> = {}): Business {
  const operators = [{ channel: 'parrot', account: 'main', id: 'op-1', name: 'Lan' }];
  const places = [{ channel: 'parrot', account: 'main', chat: 'team' }];
  return { ...parseBusiness(BUSINESS_YAML, 'business.yaml'), operators, places, ...changes };
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers as they please
  body: any;
}
export interface Ask {
  key?: string;
  body?: unknown;
  /** Bytes as they are, instead of `body`. */
  raw?: Buffer | string;
  headers?: Record<string, string>;
}

export interface TestApi {
  url: string;
  store: Store;
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  close(): Promise<void>;
}

/** Temporal as the API sees it: what was signalled, in order, and whether it answers. */
export interface PlayedTemporal extends ConversationWorkflows {
  signalled: { workflowId: string; number: number; author: string; reference: object }[];
  erased: string[];
  away: boolean;
}

export function playTemporal(): PlayedTemporal {
  const played: PlayedTemporal = {
    signalled: [],
    erased: [],
    away: false,
    async signal(reference, key) {
      if (played.away) throw new Error('Temporal is away');
      const { number, author } = reference;
      played.signalled.push({ workflowId: key.workflowId, number, author, reference });
    },
    async erase(workflowId) {
      if (played.away) throw new Error('Temporal is away');
      played.erased.push(workflowId);
    },
    close: async () => {},
  };
  return played;
}

export const MASTER_KEYS = [{ id: 'test', key: randomBytes(32) }];

export async function openStore(uri?: string): Promise<Store> {
  return patientStore({ uri: uri ?? (await testServers()).mongodbUri, masterKeys: MASTER_KEYS });
}

export async function startApi(overrides: Partial<ServerDeps> = {}): Promise<TestApi> {
  const store = overrides.store ?? (await openStore());
  const business = overrides.business ?? testBusiness();
  const deps: ServerDeps = {
    config: testConfig(),
    conversations: playTemporal(),
    channels: createChannels(business, () => undefined),
    payloadCodec: createPayloadCodec(store.payloadKeys),
    log: createLog('silent'),
    storeDeadlineMs: PATIENT_MS,
    ...overrides,
    store,
    business,
  };
  const server = createServer(deps);
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  return {
    url,
    store,
    ask: (method, path, ask) => askOver(url, method, path, ask),
    async close() {
      await server.close();
      if (!overrides.store) await store.close();
    },
  };
}

export function testConfig(changes: Partial<ServerDeps['config']> = {}): ServerDeps['config'] {
  return {
    loopback: true,
    apiKeys: Object.entries(KEYS).map(([role, key]) => ({ role: role as Role, key })),
    webOrigins: [],
    rateLimit: { key: 10_000, conversation: 10_000 },
    temporal: {
      namespace: 'default',
      taskQueue: 'test',
      uiUrl: 'http://127.0.0.1:8233',
      connection: { address: '127.0.0.1:1' },
    },
    ...changes,
  };
}

async function askOver(url: string, method: string, path: string, ask: Ask = {}): Promise<Answer> {
  const { key, body, raw, headers } = ask;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload !== undefined && { body: payload as string }),
    redirect: 'manual',
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: json && text ? JSON.parse(text) : undefined,
  };
}

let messages = 0;
export const newMessage = (text = 'Where is my order?') => ({ messageId: `m-${++messages}`, text });
let conversations = 0;
export const newId = () => `chat-${++conversations}-${randomBytes(4).toString('hex')}`;

/** A row as the workflow would write it. */
export function row(seq: number, changes: Partial<TranscriptMessage> = {}): TranscriptMessage {
  return {
    seq,
    eventNo: seq,
    messageId: `row-${seq}`,
    author: 'ai',
    visibility: 'public',
    text: `row ${seq}` as CleanText,
    at: new Date().toISOString(),
    redactions: [],
    ...changes,
  };
}

export async function keyOf(api: TestApi, conversationId: string): Promise<ConversationKey> {
  const found = await api.store.conversations.find('test-shop', conversationId);
  if (!found) throw new Error('no such conversation');
  return found;
}

/** A conversation with one customer message, through the `api` channel. */
export async function begin(api: TestApi): Promise<{ id: string; key: ConversationKey }> {
  const id = newId();
  const { status } = await api.ask('POST', `/v1/conversations/${id}/messages`, {
    key: KEYS.channel,
    body: newMessage(),
  });
  if (status !== 202) throw new Error(`the first message was answered ${status}`);
  return { id, key: await keyOf(api, id) };
}

/** The widget's session from a page of this machine. */
export async function openSession(api: TestApi): Promise<{ conversationId: string; token: string }> {
  const { body } = await api.ask('POST', '/v1/web/sessions', { headers: { origin: api.url } });
  return body;
}
