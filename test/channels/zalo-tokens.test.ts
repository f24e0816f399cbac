/**
 * The keeper of a Zalo account's tokens, with real workers, stores and a loopback OAuth server whose refresh tokens work
 * once: whatever fails, a token is spent by one, kept by one, and never seen where it does not belong.
 */

import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import type { ActivityDeps } from '../../activities/deps';
import { createZaloChannel } from '../../channels/zalo';
import { environmentWith } from '../../config';
import type { CleanText } from '../../domain/message';
import { type LoadedBusiness, loadBusiness } from '../../load-business';
import { createLog } from '../../log';
import { launch } from '../../scripts/servers/child';
import { createPayloadCodec, type Store } from '../../store';
import { createTokenKeepers, type TokenKeepers } from '../../worker/access-tokens';
import { ZaloPlatform } from '../platforms/zalo';
import { collections } from '../support/everywhere';
import { patientStore } from '../support/patient-store';
import { ownFolder, type TestServers, testServers, workflowBundlePath } from '../support/servers';
import type { TestStack } from '../support/stack';
import { until } from '../support/until';

const ROOT = join(__dirname, '../..');
const MASTER_KEY = { id: 'test', key: Buffer.alloc(32, 7) };
const CUSTOMER = '246845883529197922';
const never = new AbortController().signal;

let servers: TestServers;
let sample: LoadedBusiness;
let connection: Connection;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } });
  servers = await testServers();
  sample = await loadBusiness(join(ROOT, 'examples/riverside-hotel'));
  connection = await Connection.connect({ address: servers.temporalAddress });
});
afterAll(() => connection?.close());

/** Runs after each test, last opened first. */
const openThings: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  while (openThings.length > 0) await openThings.pop()?.();
});

interface World {
  platform: ZaloPlatform;
  account: string;
  taskQueue: string;
  workflowId: string;
  secrets: Record<string, string>;
  logs: string[];
  store(): Promise<Store>;
  /** A worker process as far as anything but its memory is concerned. */
  worker(change?: (store: Store) => Store): Promise<TokenKeepers & { store: Store }>;
  held(): Promise<Awaited<ReturnType<Store['accessTokens']['read']>>>;
}

async function world(): Promise<World> {
  const platform = await new ZaloPlatform().start();
  openThings.push(() => platform.close());
  const account = `oa${randomBytes(4).toString('hex')}`;
  const taskQueue = `tokens-${account}`;
  const grant = { appId: platform.appId, baseUrl: platform.baseUrl, oauthUrl: platform.baseUrl };
  const names = { oaSecretEnv: 'OA_SECRET', appSecretEnv: 'APP_SECRET', refreshTokenEnv: 'REFRESH_TOKEN' };
  const business = { ...sample, channels: { ...sample.channels, zalo: [{ account, ...grant, ...names }] } };
  const secrets: Record<string, string> = { APP_SECRET: platform.appSecret, REFRESH_TOKEN: platform.authorise() };
  const logs: string[] = [];
  const log = createLog('info', { write: (line) => void logs.push(line) });
  const secret = (name: string) => secrets[name];

  async function openStore(): Promise<Store> {
    const store = await patientStore({ uri: servers.mongodbUri, masterKeys: [MASTER_KEY], log });
    openThings.push(() => store.close());
    return store;
  }
  const first = await openStore();
  return {
    ...{ platform, account, taskQueue, secrets, logs },
    workflowId: `zalo-token:${business.id}:${account}`,
    store: openStore,
    held: () => first.accessTokens.read({ businessId: business.id, channel: 'zalo', account }),
    async worker(change = (store) => store) {
      const store = change(await openStore());
      const payloadCodec = createPayloadCodec(store.payloadKeys);
      const native = await NativeConnection.connect({ address: servers.temporalAddress });
      const deps = { store, business: () => business, secret, log } as unknown as ActivityDeps;
      const worker = await Worker.create({
        ...{ connection: native, taskQueue, workflowBundle: { codePath: await workflowBundlePath() } },
        activities: createActivities(deps),
        dataConverter: { payloadCodecs: [payloadCodec] },
        shutdownGraceTime: '1 s',
        shutdownForceTime: '2 s',
      });
      const running = worker.run().catch(() => undefined);
      const temporal = {
        ...{ namespace: 'default', taskQueue, uiUrl: '' },
        connection: { address: servers.temporalAddress },
      };
      const keepers = createTokenKeepers({ temporal, payloadCodec, store, business, secret });
      openThings.push(async () => {
        worker.shutdown();
        await running;
        await keepers.close();
        await native.close();
      });
      return { ...keepers, store };
    },
  };
}

const firstToken = ({ held }: World) => until('a token', async () => (await held())?.accessToken);

function channelOf({ platform, account }: World, { tokens }: TokenKeepers) {
  const { appId, oaSecret, baseUrl } = platform;
  const zalo = createZaloChannel({ account, appId, oaSecret, baseUrl, accessTokens: tokens });
  return (text: string) =>
    zalo.send({ to: { address: CUSTOMER }, text: text as CleanText, outboxKey: text, author: 'ai' }, never);
}

describe('a Zalo account', () => {
  it('has one keeper however many workers start at once, and its token is traded once', async () => {
    const place = await world();
    const workers = await Promise.all([place.worker(), place.worker()]);
    await Promise.all(workers.flatMap(({ start }) => [start(), start(), start()]));
    const token = await firstToken(place);
    await pause(500);
    expect(place.platform.refreshCalls).toBe(1);
    for (const { tokens } of workers) expect(await tokens.current(place.account)).toBe(token);
  });

  it('renews before the end of each life, with nobody asking', async () => {
    const place = await world();
    place.platform.lifeSeconds = 3;
    const { start } = await place.worker();
    await start();
    const first = await firstToken(place);
    await until('a second token', async () => (await place.held())?.accessToken !== first);
    expect(place.platform.refreshes).toBe(place.platform.refreshCalls);
  });

  it('sends once with a token that Zalo let expire early, though ten messages find out together', async () => {
    const place = await world();
    const workers = await Promise.all([place.worker(), place.worker()]);
    await workers[0]?.start();
    await firstToken(place);
    place.platform.expireAccessTokens();
    const texts = Array.from({ length: 10 }, (_, index) => `message ${index}`);
    const sends = texts.map((text, index) => channelOf(place, workers[index % 2] as TokenKeepers)(text));
    for (const result of await Promise.all(sends)) expect(result).toMatchObject({ state: 'sent' });
    expect(place.platform.texts(CUSTOMER).sort()).toEqual(texts);
    expect(place.platform.refreshCalls).toBe(2);
  });

  it('waits with a new pair for a database that is away, and keeps it then', async () => {
    const place = await world();
    let away = 3;
    const { start } = await place.worker((store) => ({
      ...store,
      accessTokens: {
        ...store.accessTokens,
        save: async (...input) => {
          if (away-- > 0) throw new Error('the database is away');
          return store.accessTokens.save(...input);
        },
      },
    }));
    await start();
    await firstToken(place);
    expect(place.platform.refreshCalls).toBe(1);
    expect(place.logs.join('')).toContain('could not be stored yet');
  });

  it('keeps its refresh token through a server that is down or refuses for another reason', async () => {
    const place = await world();
    place.platform.oauthTrouble = 'down';
    const { start } = await place.worker();
    await start();
    await firstToken(place);
    expect(place.platform.refreshCalls).toBe(2);
    expect((await place.held())?.lost).toBe(false);
  });

  it('whose token was spent without an answer is lost: nobody asks again, sends are refused, the log says what to do', async () => {
    const place = await world();
    place.platform.oauthTrouble = 'spend and hang up';
    const worker = await place.worker();
    await worker.start();
    await until('the loss', async () => (await place.held())?.lost);
    const calls = place.platform.refreshCalls;
    await worker.start();
    await expect(channelOf(place, worker)('x')).rejects.toMatchObject({
      ...{ name: 'ChannelRefusal', message: expect.stringContaining('authorised again') },
    });
    await pause(2_500);
    expect(place.platform.refreshCalls).toBe(calls);
    expect(place.logs.join('')).toContain('authorise the app again');

    // The owner authorises anew, and a worker starts with the new token.
    place.secrets.REFRESH_TOKEN = place.platform.authorise();
    await worker.start();
    await firstToken(place);
    await expect(channelOf(place, worker)('hello again')).resolves.toMatchObject({ state: 'sent' });
  });

  it('goes on with what it stored when a worker starts with the first token, long spent', async () => {
    const place = await world();
    const { start } = await place.worker();
    await start();
    const token = await firstToken(place);
    await start();
    await pause(500);
    expect((await place.held())?.accessToken).toBe(token);
    expect(place.platform.refreshCalls).toBe(1);
  });

  it('leaves no token in Temporal, in logs or readable in the database', async () => {
    const place = await world();
    const worker = await place.worker();
    await worker.start();
    await firstToken(place);
    place.platform.expireAccessTokens();
    await channelOf(place, worker)('hello');
    const held = await place.held();
    const tokens = [held?.accessToken, held?.refreshToken, place.secrets.REFRESH_TOKEN, place.platform.appSecret];
    const codec = createPayloadCodec(worker.store.payloadKeys);
    const client = new Client({ connection, dataConverter: { payloadCodecs: [codec] } });
    const history = await client.workflow.getHandle(place.workflowId).fetchHistory();
    const payloads = await codec.decode(payloadsIn(history));
    expect(payloads.length).toBeGreaterThan(3);
    const said = [JSON.stringify(history), ...payloads.map(({ data }) => Buffer.from(data ?? []).toString())];
    for (const { name, text } of await collections({ config: { mongodbUri: servers.mongodbUri } } as TestStack)) {
      said.push(text);
      if (name === 'collection accessTokens') expect(text).toContain(place.account);
    }
    for (const token of tokens) {
      expect(token).toEqual(expect.stringMatching(/.{12}/));
      expect([...said, ...place.logs].filter((text) => text.includes(token as string))).toEqual([]);
    }
  });
});

/** Every payload of a history, wherever it stands. */
function payloadsIn(node: unknown): { data?: Uint8Array; metadata?: Record<string, Uint8Array> }[] {
  if (node === null || typeof node !== 'object' || node instanceof Uint8Array) return [];
  if (Array.isArray(node)) return node.flatMap(payloadsIn);
  if ('metadata' in node && 'data' in node) return [node as { data: Uint8Array }];
  return Object.values(node).flatMap(payloadsIn);
}

describe('a worker that is killed between Zalo’s answer and the write', () => {
  it('costs the account, says so, and a new authorisation brings it back', async () => {
    const place = await world();
    const { platform } = place;
    const dataDir = ownFolder();
    const businessDir = join(dataDir, 'business');
    cpSync(join(ROOT, 'examples/riverside-hotel'), businessDir, { recursive: true });
    const yaml = join(businessDir, 'business.yaml');
    const zalo = {
      ...{ account: place.account, appId: platform.appId, baseUrl: platform.baseUrl, oauthUrl: platform.baseUrl },
      ...{ oaSecretEnv: 'OA_SECRET', appSecretEnv: 'APP_SECRET', refreshTokenEnv: 'REFRESH_TOKEN' },
    };
    writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}\nchannels: { zalo: [${JSON.stringify(zalo)}] }\n`);
    const bundle = await workflowBundlePath();
    const start = (refreshToken: string) => {
      const env = environmentWith({
        ...{ BUSINESS_DIR: businessDir, DATA_DIR: dataDir, MONGODB_URI: servers.mongodbUri, WORKFLOW_BUNDLE: bundle },
        ...{ TEMPORAL_ADDRESS: servers.temporalAddress, TASK_QUEUE: place.taskQueue, MODEL: 'offline' },
        MASTER_KEYS: `${MASTER_KEY.id}:${MASTER_KEY.key.toString('base64')}`,
        ...{ OA_SECRET: platform.oaSecret, APP_SECRET: platform.appSecret, REFRESH_TOKEN: refreshToken },
        SAMPLE_SERVICE_URL: 'http://127.0.0.1:9',
      });
      const args = ['--import', 'tsx', join(ROOT, 'worker/main.ts')];
      const child = launch({ name: 'worker', file: process.execPath, args, env, dataDir, cwd: ROOT, ipc: true });
      openThings.push(() => child.kill());
      return child;
    };
    platform.oauthTrouble = 'spend and stall';
    const first = place.secrets.REFRESH_TOKEN as string;
    const victim = start(first);
    await until('the token to be spent', async () => platform.refreshes === 1, 60_000);
    await victim.kill();
    const second = start(first);
    await until('the loss to be noticed', async () => (await place.held())?.lost, 60_000);
    expect(platform.refreshes).toBe(1);
    await second.kill();
    start(platform.authorise());
    expect(await until('a token', async () => (await place.held())?.accessToken, 60_000)).toEqual(expect.any(String));
  }, 180_000);
});
