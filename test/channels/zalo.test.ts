/** Zalo's laws beyond the contract: its bare hash, the two ids, answers that are always 200, and one token renewal a send. */
import { createHash } from 'node:crypto';
import { createChannels } from '../../channels';
import type { Channel, ChannelEvent, WebhookRequest } from '../../channels/channel';
import { type AccessTokens, createZaloChannel } from '../../channels/zalo';
import { refreshZaloToken } from '../../channels/zalo/oauth';
import type { CleanText } from '../../domain/message';
import { ZaloPlatform } from '../platforms/zalo';
import { keepsTheContract } from './contract';

let platform: ZaloPlatform;
let zalo: Channel;
/** Where nobody listens any more. */
let nowhere: string;
let token: string;
const renewed: string[] = [];
const tokens: AccessTokens = {
  current: async () => token,
  renew: async (_account, stale) => {
    renewed.push(stale);
    token = platform.accessToken();
    return token;
  },
};
const channelAt = (baseUrl: string, accessTokens = tokens) =>
  createZaloChannel({ account: 'main', appId: platform.appId, oaSecret: platform.oaSecret, baseUrl, accessTokens });

beforeAll(async () => {
  const gone = await new ZaloPlatform().start();
  nowhere = gone.baseUrl;
  gone.close();
  platform = await new ZaloPlatform().start();
  zalo = channelAt(platform.baseUrl);
});
afterAll(() => platform.close());
beforeEach(() => {
  token = platform.accessToken();
  platform.misbehave = null;
  platform.closed.clear();
  platform.delivered.length = 0;
  renewed.length = 0;
});

const CUSTOMER = '246845883529197922';
const never = new AbortController().signal;
const timestampOf = (body: Buffer): string => {
  try {
    return String(JSON.parse(body.toString()).timestamp);
  } catch {
    return '';
  }
};
/** Received the moment it was made. */
const signed = (body: Buffer): WebhookRequest => ({
  ...{ method: 'POST', query: {}, body },
  headers: { 'x-zevent-signature': platform.signature(body, timestampOf(body)) },
  receivedAt: new Date(Number(timestampOf(body)) || Date.now()),
});
const webhook = (more: object = {}): Buffer => {
  const message = { text: 'hi', msg_id: '96d3cdf3af150460909' };
  const ids = { sender: { id: CUSTOMER }, recipient: { id: platform.oaId } };
  const body = { app_id: platform.appId, event_name: 'user_send_text', ...ids, message, timestamp: String(Date.now()) };
  return Buffer.from(JSON.stringify({ ...body, ...more }));
};
const parsed = (more: object): ChannelEvent[] => zalo.parse(signed(webhook(more))) as ChannelEvent[];
const post = (text = 'hello', address = CUSTOMER) =>
  zalo.send({ to: { address }, text: text as CleanText, outboxKey: 'out-1', author: 'ai' }, never);

test('an account without its webhook secret does not start, and the variable is named', () => {
  const account = {
    ...{ account: 'main', appId: '1', oaSecretEnv: 'O', appSecretEnv: 'A', refreshTokenEnv: 'R' },
    ...{ baseUrl: platform.baseUrl, oauthUrl: platform.baseUrl },
  };
  const channels = {
    ...{ telegram: [], whatsapp: [], zalo: [account], messenger: [], slack: [] },
    api: { secretEnv: null, callbackUrl: null },
  };
  expect(() => createChannels({ channels }, () => '')).toThrow(/^O is not set/);
  expect(createChannels({ channels }, () => 'x', { accessTokens: tokens }).find('zalo', 'main')).toBeDefined();
});

describe('the contract', () => {
  keepsTheContract('zalo', () => ({
    channel: zalo,
    signed,
    bodyIsSigned: true,
    to: { address: CUSTOMER },
    misbehave: (how) => {
      platform.misbehave = how;
    },
    arrived: () => platform.texts(CUSTOMER),
    unreachable: channelAt(nowhere),
  }));
});

describe('a webhook', () => {
  test('is signed by a bare hash with the secret last', () => {
    const body = webhook({ timestamp: '1763800001234' });
    const hash = createHash('sha256').update(`${platform.appId}${body}1763800001234${platform.oaSecret}`).digest('hex');
    expect(platform.signature(body)).toBe(`mac=${hash}`);
    const request = { ...signed(body), headers: { 'x-zevent-signature': `mac=${hash}` } };
    expect(zalo.verify(request)).toBe(true);
    for (const header of [hash, `mac= ${hash}`, `MAC=${hash}`, `mac=${hash.toUpperCase()}`, `mac=${hash} `]) {
      expect(zalo.verify({ ...request, headers: { 'x-zevent-signature': header } })).not.toBe(true);
    }
  });

  test.each([
    ['accepted an hour late, as Zalo’s last retry is', 3_600_000, true],
    ['refused two days late', 2 * 86_400_000, false],
    ['refused from ten minutes ahead', -600_000, false],
  ])('is %s', (_what, age, accepted) => {
    const body = webhook();
    const request = { ...signed(body), receivedAt: new Date(Number(timestampOf(body)) + age) };
    expect(zalo.verify(request) === true).toBe(accepted);
  });

  test('may have its time in a header, which the signature covers as well', () => {
    const body = Buffer.from(JSON.stringify({ event_name: 'follow', follower: { id: '1' } }));
    const time = '1763800001234';
    const hash = createHash('sha256').update(`${platform.appId}${body}${time}${platform.oaSecret}`).digest('hex');
    const headers = { 'x-zevent-signature': `mac=${hash}`, 'x-zevent-timestamp': time };
    const request = { ...signed(webhook()), body, headers, receivedAt: new Date(Number(time)) };
    expect(zalo.verify(request)).toBe(true);
    const later = { ...headers, 'x-zevent-timestamp': '1763800001235' };
    expect(zalo.verify({ ...request, headers: later })).not.toBe(true);
  });

  test('of another app is refused, though its hash fits', () => {
    expect(zalo.verify(signed(webhook({ app_id: '1' })))).toMatch(/no timestamp of this app/);
  });

  test('names the customer by the event’s kind, never the account', () => {
    const account = { id: platform.oaId };
    const customer = { id: CUSTOMER };
    const kinds = ['user_send_text', 'user_send_image', 'oa_send_text', 'oa_send_image', 'user_received_message'];
    for (const event_name of kinds) {
      const byAccount = event_name.startsWith('oa') || event_name.includes('received');
      const sides = byAccount ? { sender: account, recipient: customer } : { sender: customer, recipient: account };
      expect(parsed({ event_name, ...sides })).toMatchObject([{ address: CUSTOMER }]);
    }
  });

  test('of the console’s test button is a new message at each press', () => {
    const press = (timestamp: string) => parsed({ timestamp, message: { text: 'x', msg_id: 'This is message id' } });
    expect(press('1763800001234')).not.toEqual(press('1763800005678'));
  });

  test('with an admin’s id is an echo like one without: only the outbox decides whose it is', () => {
    const sides = { event_name: 'oa_send_text', recipient: { id: CUSTOMER } };
    const [by] = parsed({ ...sides, sender: { id: platform.oaId, admin_id: '7' } });
    const [without] = parsed({ ...sides, sender: { id: platform.oaId } });
    expect(by).toMatchObject({ author: 'echo', operator: { id: '7' } });
    expect(without).toMatchObject({ author: 'echo', operator: { id: 'official-account' } });
    expect(by).not.toHaveProperty('automatic');
  });
});

describe('a send', () => {
  test('renews a stale token once, and the message arrives once', async () => {
    token = 'stale';
    expect(await post()).toMatchObject({ state: 'sent' });
    expect(renewed).toEqual(['stale']);
    expect(platform.texts(CUSTOMER)).toEqual(['hello']);
  });

  test('whose renewed token is refused too is tried again later, not at once', async () => {
    const stubborn = channelAt(platform.baseUrl, { current: async () => 'stale', renew: async () => 'stale too' });
    const message = { to: { address: CUSTOMER }, text: 'x' as CleanText, outboxKey: 'out-1', author: 'ai' } as const;
    await expect(stubborn.send(message, never)).rejects.toMatchObject({ name: 'Error' });
  });

  test.each([
    [-224, /quota/],
    [-230, /time is over/],
    [-213, /does not follow/],
    [-223, /authorise it again/],
    [-999, /its error -999/],
  ])('that Zalo refuses with %i fails for good, in words without ids', async (error, words) => {
    platform.misbehave = { error };
    const failure = await post().catch((reason: Error) => reason);
    expect(failure).toMatchObject({ name: 'ChannelRefusal', message: expect.stringMatching(words) });
    expect((failure as Error).message).not.toContain(CUSTOMER);
  });

  test('that a gateway answered may have arrived', async () => {
    platform.misbehave = 'gateway';
    expect(await post()).toMatchObject({ state: 'unknown' });
  });

  test('stays within the limit and the window that the channel states', async () => {
    await expect(post('x'.repeat(zalo.textLimit))).resolves.toMatchObject({ state: 'sent' });
    await expect(post('x'.repeat(zalo.textLimit + 1))).rejects.toMatchObject({ name: 'ChannelRefusal' });
    expect(zalo.windowMs?.('operator', CUSTOMER)).toBe(48 * 3_600_000);
  });

  test('to a visitor who has not signed in goes to his conversation', async () => {
    const message = { text: 'hi', msg_id: '96d3cdf3af150460909', conversation_id: 'c:0 ffee' };
    const [event] = parsed({ event_name: 'anonymous_send_text', sender: { id: '7788' }, message });
    await expect(post('hello', (event as { address: string }).address)).resolves.toMatchObject({ state: 'sent' });
    expect(platform.texts('7788')).toEqual(['hello']);
  });

  test('without a keeper of tokens fails before any request', async () => {
    const mute = createZaloChannel({ account: 'main', appId: '1', oaSecret: 's', baseUrl: platform.baseUrl });
    const message = { to: { address: CUSTOMER }, text: 'x' as CleanText, outboxKey: 'out-1', author: 'ai' } as const;
    await expect(mute.send(message, never)).rejects.toThrow('keeps no access tokens');
    expect(platform.delivered).toEqual([]);
  });
});

describe('a refresh', () => {
  const refresh = (refreshToken: string, appSecret = platform.appSecret) =>
    refreshZaloToken({ oauthUrl: platform.baseUrl, appId: platform.appId, appSecret }, refreshToken, never);

  test('trades a token for the next pair, once', async () => {
    const first = platform.authorise();
    expect(await refresh(first)).toEqual({
      ...{ kind: 'pair', accessToken: expect.any(String), refreshToken: expect.any(String) },
      lifeMs: platform.lifeSeconds * 1000,
    });
    expect(await refresh(first)).toEqual({ kind: 'invalid' });
  });

  test('that is refused for another reason leaves the token good', async () => {
    const good = platform.authorise();
    expect(await refresh(good, 'wrong secret')).toEqual({ kind: 'refused', code: '-14004' });
    platform.oauthTrouble = 'down';
    expect(await refresh(good)).toEqual({ kind: 'refused', code: 'status 502' });
    expect(await refresh(good)).toMatchObject({ kind: 'pair' });
  });
});

describe('check', () => {
  const input = { webhookUrl: 'https://baton.example/v1/channels/zalo/main/webhook', chats: [] };

  test('names the official account, and the webhook address to enter', async () => {
    const findings = await zalo.check?.(input, never);
    expect(findings).toMatchObject([
      { what: 'the official account is Riverside Hotel', state: 'ok' },
      { state: 'warning' },
    ]);
    expect(JSON.stringify(findings)).toContain(input.webhookUrl);
  });

  test('says what to do where there is no token', async () => {
    const mute = createZaloChannel({ account: 'main', appId: '1', oaSecret: 's', baseUrl: platform.baseUrl });
    expect(await mute.check?.(input, never)).toMatchObject([{ state: 'error', advice: expect.any(String) }, {}]);
  });
});
