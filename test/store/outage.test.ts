import mongoose from 'mongoose';
import { connectStore, type Store } from '../../store';
import type { Retention } from '../../store/indexes';
import { type OwnServers, spawnOwnServers } from '../support/servers';
import { accept, anyAddress, customerMessage, FIRST_KEY, pause, row } from './store-fixture';

/** The rejection's name; `resolved` where there is none. */
const rejection = (call: () => Promise<unknown>): Promise<string> =>
  call().then(
    () => 'resolved',
    ({ name }: Error) => name,
  );

async function untilReady(store: Store): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await rejection(() => store.ping())) === 'resolved') return;
    await pause(200);
  }
  throw new Error('MongoDB did not come back');
}

describe('without MongoDB', () => {
  let servers: OwnServers;
  const stores: Store[] = [];
  const connect = async () => {
    const store = await connectStore({ uri: servers.mongodbUri, masterKeys: [FIRST_KEY] });
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    servers = await spawnOwnServers();
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await servers.close();
  });

  test('every call rejects with StoreUnavailable, nothing acknowledged is lost, and it recovers', async () => {
    const store = await connect();
    const heard: string[] = [];
    store.watch((workflowId) => heard.push(workflowId));
    const address = anyAddress();
    const { conversation: key, reference } = await accept(store, customerMessage(address));
    await servers.mongodb.kill();
    const calls: (() => Promise<unknown>)[] = [
      () => store.ping(),
      () => store.ingress.accept(customerMessage(address)),
      () => store.ingress.accept(customerMessage(anyAddress())),
      () => store.ingress.leaseUnsignalled({ olderThanMs: 0, leaseMs: 1, limit: 1 }),
      () => store.transcripts.append(key, [row(1)]),
      () => store.transcripts.recent(key, { upTo: 1, version: 0, limit: 5 }),
      () => store.outbox.claimAiSend(key, { outboxKey: 'k', epoch: 1, consumedMark: 0, leaseMs: 100 }),
      () => store.conversations.find('hotel', key.conversationId),
      () => store.conversations.list('hotel', { limit: 5 }),
      () => store.conversations.erase('hotel', key.conversationId, 'ann'),
      () => store.originals.open(key, [reference.originalId]),
    ];
    for (let round = 0; round < 2; round += 1) {
      const results = await Promise.all(calls.map(rejection));
      expect(results).toEqual(calls.map(() => 'StoreUnavailable'));
    }
    store.ingress.markSignalled(reference.originalId);
    await servers.mongodb.restart();
    await untilReady(store);
    const next = await accept(store, customerMessage(address));
    expect(next.reference.number).toBe(2);
    expect((await store.originals.open(key, [reference.originalId])).size).toBe(1);
    await pause(1000);
    const rows = await store.ingress.leaseUnsignalled({ olderThanMs: 0, leaseMs: 1000, limit: 10 });
    expect(rows.map((each) => each.reference.number)).toEqual([2]);
    await store.transcripts.append(key, [row(1)]);
    for (let tries = 0; tries < 30 && !heard.includes(key.workflowId); tries += 1) await pause(100);
    expect(heard).toContain(key.workflowId);
  });

  test('a call waits for a server that is silent as long as its deadline says, and no longer', async () => {
    const options = { uri: servers.mongodbUri, masterKeys: [FIRST_KEY] };
    const [hasty, patient] = await Promise.all([
      connectStore(options),
      connectStore({ ...options, deadlineMs: 20_000 }),
    ]);
    stores.push(hasty, patient);
    const calls = [hasty, patient].map((store) => rejection(() => store.ingress.accept(customerMessage(anyAddress()))));
    await servers.mongodb.stall(7_000);
    expect(await Promise.all(calls)).toEqual(['StoreUnavailable', 'resolved']);
  });

  test('a process starts while the database is down and is ready when it is back', async () => {
    await servers.mongodb.kill();
    const store = await connect();
    expect(await rejection(() => store.ingress.accept(customerMessage('a')))).toBe('StoreUnavailable');
    await servers.mongodb.restart();
    await untilReady(store);
    expect((await accept(store, customerMessage(anyAddress()))).reference.number).toBe(1);
  });

  test('a connection string that can not be read is refused without quoting its password', async () => {
    const wrong = connectStore({ uri: 'mongo://user:hunter2@host/x', masterKeys: [FIRST_KEY] });
    await expect(wrong).rejects.toThrow(/^MONGODB_URI is not a valid MongoDB connection string$/);
  });

  test('retention shorter than the week of redeliveries is refused', async () => {
    const options = { uri: servers.mongodbUri, masterKeys: [FIRST_KEY], retention: { originalsDays: 7 } };
    await expect(connectStore(options)).rejects.toThrow(/at least 8 days/);
  });

  test('a changed retention replaces the index', async () => {
    const options = { uri: servers.mongodbUri, masterKeys: [FIRST_KEY] };
    const lifetimes = async (name: string) => {
      const connection = await mongoose.createConnection(options.uri).asPromise();
      const indexes = (await connection.collection(name).listIndexes().toArray()) as { expireAfterSeconds?: number }[];
      await connection.close();
      return indexes.flatMap(({ expireAfterSeconds }) => expireAfterSeconds ?? []);
    };
    const start = async (retention: Retention) => {
      const store = await connectStore({ ...options, retention });
      await store.ping();
      await store.close();
    };
    const all = () => Promise.all(['originals', 'transcripts', 'audit'].map(lifetimes));
    await start({ originalsDays: 9, transcriptsDays: 40, auditDays: 700 });
    expect(await all()).toEqual([[9 * 86_400], [40 * 86_400], [700 * 86_400]]);
    await start({ originalsDays: 12 });
    expect(await all()).toEqual([[12 * 86_400], [], []]);
  });
});
