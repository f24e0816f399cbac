/** Stores on a database of their own, and the messages the tests put into them. */
import { randomBytes } from 'node:crypto';
import type { CleanText, TranscriptMessage } from '../../domain/message';
import type { Store, StoreOptions } from '../../store';
import type { Acceptance, AcceptInput, ConversationKey } from '../../store/store';
import { patientStore } from '../support/patient-store';
import { testServers } from '../support/servers';

export const FIRST_KEY = { id: 'first', key: Buffer.alloc(32, 7) };
export const SECOND_KEY = { id: 'second', key: Buffer.alloc(32, 9) };

export interface Fixture {
  uri: string;
  /** Another process, as far as the database can tell: its own connection, caches and batches. */
  connect(options?: Partial<StoreOptions>): Promise<Store>;
}

/** Call at the top of a file; every store that was opened is closed after its tests. */
export function storeFixture(): Fixture {
  const fixture: Fixture = { uri: '', connect };
  const open: Store[] = [];
  async function connect(options: Partial<StoreOptions> = {}): Promise<Store> {
    const store = await patientStore({ uri: fixture.uri, masterKeys: [FIRST_KEY], ...options });
    open.push(store);
    return store;
  }
  beforeAll(async () => {
    fixture.uri = (await testServers()).mongodbUri;
  });
  afterAll(async () => {
    await Promise.all(open.map((store) => store.close()));
  });
  return fixture;
}

export const anyAddress = () => randomBytes(6).toString('hex');

export function customerMessage(address: string, change: Partial<AcceptInput> = {}): AcceptInput {
  const messageId = randomBytes(6).toString('hex');
  return {
    ...{ businessId: 'hotel', channel: 'web', account: 'main', address, author: 'customer', kind: 'message' },
    ...{ messageId, revision: 0, content: { text: `text of ${messageId}` } },
    ...change,
  };
}

export function operatorMessage(address: string, change: Partial<AcceptInput> = {}): AcceptInput {
  return customerMessage(address, { author: 'operator', operator: { id: 'op-1', name: 'Ann' }, ...change });
}

export type Accepted = Extract<Acceptance, { status: 'accepted' }>;

export async function accept(store: Store, input: AcceptInput): Promise<Accepted> {
  const acceptance = await store.ingress.accept(input);
  if (acceptance.status !== 'accepted') throw new Error('expected an accepted message');
  return acceptance;
}

export async function newConversation(store: Store): Promise<ConversationKey> {
  return store.conversations.create({ businessId: 'hotel', channel: 'web', account: 'main', address: anyAddress() });
}

export function row(seq: number, change: Partial<TranscriptMessage> = {}): TranscriptMessage {
  return {
    ...{ seq, eventNo: seq, messageId: `m${seq}`, author: 'customer', visibility: 'public' },
    ...{ text: `clean ${seq}` as CleanText, at: new Date().toISOString(), redactions: [] },
    ...change,
  };
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
