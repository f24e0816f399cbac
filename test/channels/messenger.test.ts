/** Messenger's own laws, besides those that every channel keeps. */
import { type ChannelEvent, ChannelRefusal, type OutboundMessage } from '../../channels/channel';
import { createMessengerChannel } from '../../channels/messenger';
import { verdictOnMessenger } from '../../channels/messenger/send';
import type { CleanText } from '../../domain/message';
import { APP_ID, type MessengerPlatform, PAGE_ID, startMessengerPlatform } from '../platforms/messenger';
import { APP_SECRET, signedRequest, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { deadAddress } from '../support/loopback';
import { keepsTheContract } from './contract';

const GREETING = 'Thanks for your message! We will be with you soon.';
const DAY_MS = 86_400_000;
const never = new AbortController().signal;

let platform: MessengerPlatform;
let nowhere: string;
beforeAll(async () => {
  platform = await startMessengerPlatform();
  nowhere = await deadAddress();
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.misbehave = null;
  platform.webhookUrl = '';
});

const channelAt = (baseUrl: string) =>
  createMessengerChannel({
    ...{ account: 'main', appId: APP_ID, token: TOKEN, appSecret: APP_SECRET, baseUrl },
    ...{ verifyToken: VERIFY_TOKEN, automaticReplies: [GREETING] },
  });
const channel = () => channelAt(platform.url);
const message = (text: string, author: OutboundMessage['author'], address = '6543'): OutboundMessage => ({
  ...{ to: { address }, text: text as CleanText, author, outboxKey: 'conversation:hotel:x:reply:1:0' },
});

describe('Messenger', () => {
  keepsTheContract('messenger', () => ({
    channel: channel(),
    signed: signedRequest,
    bodyIsSigned: true,
    to: { address: '6543210987654321' },
    misbehave: (how) => {
      platform.misbehave = how;
    },
    arrived: () => platform.delivered.map(({ text }) => text),
    unreachable: channelAt(nowhere),
  }));

  it('hands our key over as metadata', async () => {
    await channel().send(message('hello', 'ai'), never);
    expect(platform.delivered.at(-1)).toMatchObject({ to: '6543', metadata: 'conversation:hotel:x:reply:1:0' });
    expect(platform.delivered.at(-1)).not.toHaveProperty('tag');
  });

  it('tags words as a human agent only where a person typed them and the first day is over', async () => {
    platform.webhookUrl = `${platform.url}/nowhere`;
    await platform.says('days', 'hello');
    platform.webhookUrl = '';
    await channel().send(message('at once', 'operator', 'days'), never);
    expect(platform.delivered.at(-1)).not.toHaveProperty('tag');
    platform.advance(2 * DAY_MS);
    for (const author of ['ai', 'system'] as const)
      await expect(channel().send(message('late', author, 'days'), never)).rejects.toBeInstanceOf(ChannelRefusal);
    await channel().send(message('late', 'operator', 'days'), never);
    expect(platform.delivered.filter(({ tag }) => tag !== undefined)).toMatchObject([
      { text: 'late', tag: 'HUMAN_AGENT' },
    ]);
    platform.advance(6 * DAY_MS);
    await expect(channel().send(message('too late', 'operator', 'days'), never)).rejects.toThrow(/7 days/);
  });

  it('knows its windows by who speaks', () => {
    const windows = (['ai', 'system', 'operator'] as const).map((author) => channel().windowMs?.(author, '6543'));
    expect(windows).toEqual([DAY_MS, DAY_MS, 7 * DAY_MS]);
  });

  it('tells errors apart by code and subcode', () => {
    for (const code of [4, 32, 613]) expect(verdictOnMessenger({ code, subcode: 0 })).toHaveProperty('wait');
    for (const code of [1, 2, 1200]) expect(verdictOnMessenger({ code, subcode: 0 })).toBe('retry');
    for (const code of [10, 100, 190, 200, 368, 551])
      expect(verdictOnMessenger({ code, subcode: 0 })).toHaveProperty('refuse');
    expect(verdictOnMessenger({ code: 10, subcode: 2018278 })).toEqual({ refuse: expect.stringMatching(/24 hours/) });
    expect(verdictOnMessenger({ code: 10, subcode: 2018300 })).toEqual({
      refuse: expect.stringMatching(/Another app/),
    });
  });

  it('proves an echo its own by the app alone, as a number or a text, and by nothing that a stranger can set', () => {
    const echoed = (given: Record<string, unknown>) => {
      const said = { mid: 'm_1', is_echo: true, text: 'hi', ...given };
      const event = { sender: { id: '1' }, recipient: { id: '2' }, timestamp: 1, message: said };
      const body = Buffer.from(JSON.stringify({ entry: [{ messaging: [event] }] }));
      return (channel().parse(signedRequest(body)) as ChannelEvent[])[0];
    };
    expect(echoed({ app_id: Number(APP_ID) })).toMatchObject({ own: true });
    expect(echoed({ app_id: APP_ID })).toMatchObject({ own: true });
    expect(echoed({ metadata: 'anything' })).not.toHaveProperty('own');
    expect(echoed({ app_id: 5 })).toMatchObject({ automatic: true });
    expect(echoed({})).toMatchObject({ operator: { id: 'page-inbox' } });
  });

  it('shows that somebody writes', async () => {
    await channel().typing?.({ address: '6543' }, never);
    expect(platform.typing).toEqual(['6543']);
  });

  it('opens files of Facebook only', async () => {
    for (const reference of [
      'https://evil.example/x',
      'https://fbcdn.net.evil.example/x',
      'http://127.0.0.1:1/x',
      'file:///x',
    ])
      await expect(channel().fetchMedia?.(reference, never)).rejects.toThrow(/file/);
    const media = await channel().fetchMedia?.('{"coordinates":{"lat":1}}', never);
    expect(await new Response(media?.stream).json()).toEqual({ coordinates: { lat: 1 } });
  });

  it('says what is missing before and nothing after it was set', async () => {
    const webhookUrl = 'https://shop.example/v1/channels/messenger/main/webhook';
    const check = async () => (await channel().check?.({ webhookUrl, chats: [] }, never)) ?? [];
    expect((await check()).map(({ state }) => state)).toEqual(['ok', 'error', 'error']);
    platform.callbackUrl = webhookUrl;
    platform.subscribed = ['messages', 'message_echoes', 'messaging_postbacks', 'message_deliveries'];
    expect((await check()).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
    platform.tokenEnds = Math.floor(Date.now() / 1000) + 3 * 86_400;
    expect(await check()).toContainEqual(expect.objectContaining({ state: 'warning' }));
    platform.tokenEnds = 0;
  });
});

describe('several pages on one app', () => {
  const pageAt = (pageId: string) =>
    createMessengerChannel({
      ...{ account: 'main', appId: APP_ID, pageId, token: TOKEN, appSecret: APP_SECRET, baseUrl: platform.url },
      verifyToken: VERIFY_TOKEN,
    });

  it('each take their own entries of a webhook, and name those of others as ignored', () => {
    const said = (mid: string) => ({ sender: { id: '1' }, recipient: { id: '2' }, message: { mid, text: 'hello' } });
    const entry = [
      { id: 'a', messaging: [said('m1')] },
      { id: 'b', messaging: [said('m2')], standby: [said('m3')] },
      { messaging: [said('m4')] },
    ];
    const body = Buffer.from(JSON.stringify({ object: 'page', entry }));
    const parsed = pageAt('b').parse(signedRequest(body)) as ChannelEvent[];
    expect(
      parsed.map((event) => (event.kind === 'ignored' ? event.type : event.kind === 'message' && event.messageId)),
    ).toEqual(['another page', 'm2', 'm3', 'another page']);
  });

  it('are told by check when the token is of another page, and share one address', async () => {
    const webhookUrl = 'https://shop.example/v1/channels/messenger/spa/webhook';
    platform.callbackUrl = 'https://shop.example/v1/channels/messenger/main/webhook';
    const found = async (pageId: string) => (await pageAt(pageId).check?.({ webhookUrl, chats: [] }, never)) ?? [];
    expect(await found(PAGE_ID)).toContainEqual({ what: 'Webhook address', state: 'ok' });
    expect((await found(PAGE_ID))[0]?.state).toBe('ok');
    expect((await found('999'))[0]).toMatchObject({ state: 'error', what: expect.stringContaining('pageId') });
    platform.callbackUrl = 'https://elsewhere.example/v1/channels/messenger/main/webhook';
    expect(await found(PAGE_ID)).toContainEqual(expect.objectContaining({ what: 'The webhook leads elsewhere' }));
  });
});
