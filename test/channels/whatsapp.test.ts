/** WhatsApp's own laws, besides those that every channel keeps. */
import { execFile } from 'node:child_process';
import type { PostData, ServerMessage, ServerStatusPayload } from 'whatsapp-api-js/types';
import type { ChannelEvent } from '../../channels/channel';
import { ChannelRefusal, ChannelThrottled, type OutboundMessage } from '../../channels/channel';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { verdictOnWhatsApp } from '../../channels/whatsapp/send';
import type { CleanText } from '../../domain/message';
import { APP_SECRET, asMetaWrites, sign, signedRequest, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { PHONE_NUMBER_ID, startWhatsAppPlatform, type WhatsAppPlatform } from '../platforms/whatsapp';
import { deadAddress } from '../support/loopback';
import { keepsTheContract, recordedPayloads } from './contract';

let platform: WhatsAppPlatform;
let nowhere: string;
beforeAll(async () => {
  platform = await startWhatsAppPlatform();
  nowhere = await deadAddress();
});
afterAll(() => platform.close());
beforeEach(() => {
  platform.misbehave = null;
});

const GREETING = 'Thanks for your message! We will be with you soon.';
const never = new AbortController().signal;
const channelAt = (baseUrl: string) =>
  createWhatsAppChannel({
    ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET, baseUrl },
    ...{ verifyToken: VERIFY_TOKEN, automaticReplies: [GREETING] },
  });
const channel = () => channelAt(platform.url);
const message = (text: string, address = '84901234567'): OutboundMessage => ({
  ...{ to: { address }, text: text as CleanText, author: 'ai', outboxKey: 'conversation:hotel:x:reply:1:0' },
});
const parse = (body: unknown) => channel().parse(signedRequest(Buffer.from(JSON.stringify(body)))) as ChannelEvent[];
const challenge = (query: Record<string, string>) => ({
  ...signedRequest(Buffer.alloc(0)),
  ...{ method: 'GET' as const, headers: {}, query },
});

/** The published library is an ES module: it judges in a process of its own. */
const JUDGE = `
  import { WhatsAppAPI } from 'whatsapp-api-js';
  const { APP_SECRET, asked } = JSON.parse(await new Response(process.stdin).text());
  const api = new WhatsAppAPI({ token: 'none', appSecret: APP_SECRET, secure: true });
  const verdicts = asked.map(({ raw, signature }) => api.verifyRequestSignature(raw, signature));
  console.log(JSON.stringify(await Promise.all(verdicts)));
`;
function published(input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const judge = execFile(process.execPath, ['--input-type=module', '-e', JUDGE], (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    judge.stdin?.end(input);
  });
}

describe('WhatsApp', () => {
  keepsTheContract('whatsapp', () => ({
    channel: channel(),
    signed: signedRequest,
    bodyIsSigned: true,
    to: { address: '84901234567' },
    misbehave: (how) => {
      platform.misbehave = how;
    },
    arrived: () => platform.delivered.map(({ text }) => text),
    unreachable: channelAt(nowhere),
  }));

  it('answers the set-up challenge only with the right token, and repeats nothing but an identifier', () => {
    const query = { 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY_TOKEN, 'hub.challenge': '1158201444' };
    expect(channel().verify(challenge(query))).toBe(true);
    expect(channel().parse(challenge(query))).toEqual({ challenge: '1158201444' });
    expect(channel().verify(challenge({ ...query, 'hub.verify_token': `${VERIFY_TOKEN}x` }))).not.toBe(true);
    expect(channel().verify(challenge({ ...query, 'hub.mode': 'other' }))).not.toBe(true);
    expect(channel().parse(challenge({ ...query, 'hub.challenge': '<script>' }))).not.toHaveProperty('challenge');
  });

  it('takes the signature over the bytes as they came, which escape what is not ASCII', () => {
    const body = Buffer.from(asMetaWrites({ entry: [{ changes: [{ value: {}, field: 'Xin chào' }] }] }));
    expect(body.toString()).toContain('\\u00e0');
    expect(channel().verify(signedRequest(body))).toBe(true);
    const again = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
    expect(channel().verify({ ...signedRequest(body), body: again })).not.toBe(true);
  });

  it('agrees with the published verifier about every recorded webhook', async () => {
    const raws = recordedPayloads('whatsapp').map(([, { body }]) => asMetaWrites(body ?? null));
    const asked = raws.flatMap((raw) => [
      { raw, signature: sign(raw) },
      { raw: `${raw} `, signature: sign(raw) },
    ]);
    const verdicts = JSON.parse(await published(JSON.stringify({ APP_SECRET, asked }))) as boolean[];
    expect(verdicts).toEqual(raws.flatMap(() => [true, false]));
    const ours = asked.map(({ raw, signature }) =>
      channel().verify(signedRequest(Buffer.from(raw), { 'x-hub-signature-256': signature })),
    );
    expect(ours.map((verdict) => verdict === true)).toEqual(verdicts);
  });

  it('never merges customers whose names are empty', () => {
    const nameless = (id: string) => ({
      id,
      from: '',
      from_user_id: '',
      timestamp: '1',
      type: 'text',
      text: { body: id },
    });
    const value = { contacts: [{ wa_id: '' }, { wa_id: '' }], messages: [nameless('a'), nameless('b')] };
    const events = parse({ entry: [{ changes: [{ field: 'messages', value }] }] });
    expect(events.map(({ kind }) => kind)).toEqual(['ignored', 'ignored']);
    const one = { ...nameless('a'), from_user_id: 'VN.1' };
    const two = { ...nameless('b'), from_user_id: 'VN.2' };
    const named = parse({ entry: [{ changes: [{ field: 'messages', value: { ...value, messages: [one, two] } }] }] });
    expect(named.map((event) => 'address' in event && event.address)).toEqual(['VN.1', 'VN.2']);
    expect(named.flatMap((event) => ('aliases' in event && event.aliases) || [])).toEqual([]);
  });

  it('reads the neighbours of an element that is nested beyond reason, and half an emoji as nothing', () => {
    const deep = ['{"a":'.repeat(20_000), '1', '}'.repeat(20_000)].join('');
    const place = `{"id":"deep","from":"841","timestamp":"1","type":"location","location":${deep}}`;
    const text = String.raw`{"id":"text","from":"841","timestamp":"1","type":"text","text":{"body":"half \ud83d"}}`;
    const body = `{"entry":[{"changes":[{"field":"messages","value":{"messages":[${place},${text}]}}]}]}`;
    const [unreadable, read] = channel().parse(signedRequest(Buffer.from(body))) as ChannelEvent[];
    expect(unreadable).toEqual({ kind: 'ignored', type: 'an unreadable element' });
    expect(read).toMatchObject({ kind: 'message', content: { text: 'half \ufffd' } });
  });

  it('lends nobody the names of the only contact in a batch of two customers', () => {
    const text = (id: string, from: string) => ({ id, from, timestamp: '1', type: 'text', text: { body: 'x' } });
    const value = { contacts: [{ wa_id: '841', user_id: 'VN.1' }], messages: [text('a', '841'), text('b', '842')] };
    const events = parse({ entry: [{ changes: [{ field: 'messages', value }] }] });
    expect(events).toMatchObject([
      { address: '841', aliases: ['VN.1'] },
      { address: '842', aliases: [] },
    ]);
  });

  it('hands our key over with the message, without a preview of links', async () => {
    await channel().send(message('See https://hotel.example'), never);
    expect(platform.delivered.at(-1)).toMatchObject({ to: '84901234567', callback: 'conversation:hotel:x:reply:1:0' });
  });

  it('writes to a number as `to` and to a user id as `recipient`', async () => {
    await channel().send(message('to an id', 'VN.1349'), never);
    expect(platform.delivered.at(-1)).toMatchObject({ to: 'VN.1349', text: 'to an id' });
  });

  it('refuses once the window is closed, in words for the owner', async () => {
    const customer = { wa_id: '84955555555' };
    platform.webhookUrl = `${platform.url}/nowhere`;
    await platform.says(customer, 'hello');
    platform.webhookUrl = '';
    platform.advance(25 * 3_600_000);
    const refusal = await channel()
      .send(message('late', customer.wa_id), never)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ChannelRefusal);
    expect(String(refusal)).toMatch(/24 hours/);
    expect(channel().windowMs?.('operator', '84901234567')).toBe(24 * 3_600_000);
  });

  it('does not know what became of a message behind a gateway that failed', async () => {
    platform.misbehave = 'gateway error after delivering';
    expect(await channel().send(message('perhaps'), never)).toEqual({ state: 'unknown', why: expect.any(String) });
  });

  it('tells errors apart by code', () => {
    for (const code of [130429, 131056, 80007, 4])
      expect(verdictOnWhatsApp({ code, subcode: 0 })).toHaveProperty('wait');
    for (const code of [1, 2, 131000]) expect(verdictOnWhatsApp({ code, subcode: 0 })).toBe('retry');
    for (const code of [0, 100, 190, 200, 294, 368, 131026, 131031, 131047, 131048, 131049, 999_999])
      expect(verdictOnWhatsApp({ code, subcode: 0 })).toHaveProperty('refuse');
  });

  it('never puts text, token or address into an error', async () => {
    for (const how of ['refuse', 'throttle', 'fail'] as const) {
      platform.misbehave = how;
      const error = await channel()
        .send(message('card 4111'), never)
        .catch((reason: unknown) => reason);
      expect(String(error)).not.toMatch(/4111|84901234567|access-token|127\.0\.0\.1/);
    }
    const stranger = createWhatsAppChannel({
      ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: 'wrong', appSecret: APP_SECRET },
      ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
    });
    await expect(stranger.send(message('x'), never)).rejects.toThrow(/access token|expired/);
  });

  it('shows writing under the message that is being answered, and nothing where none is known', async () => {
    const to = { address: '84901234567' };
    await channel().typing?.({ ...to, answering: async () => 'wamid.A' }, never);
    await channel().typing?.({ ...to, answering: async () => undefined }, never);
    await channel().typing?.(to, never);
    expect(platform.typing).toEqual(['wamid.A']);
  });

  it('waits as long as Meta asks', async () => {
    platform.misbehave = 'throttle';
    const error = await channel()
      .send(message('x'), never)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ChannelThrottled);
    expect((error as ChannelThrottled).retryAfterMs).toBe(2_000);
  });

  it('opens a file only as it was announced', async () => {
    const bytes = Buffer.from('a photo of a room'.repeat(10_000));
    platform.putFile('900', bytes, 'image/jpeg');
    const media = await channel().fetchMedia?.('900', never);
    expect(media).toMatchObject({ type: 'image/jpeg' });
    expect(Buffer.from(await new Response(media?.stream).arrayBuffer()).equals(bytes)).toBe(true);
    platform.putFile('901', bytes, 'image/jpeg', { sha256: 'AAAA' });
    const forged = await channel().fetchMedia?.('901', never);
    await expect(new Response(forged?.stream).arrayBuffer()).rejects.toThrow();
  });

  it('opens nothing elsewhere, whatever Meta or a webhook names', async () => {
    platform.putFile('902', Buffer.from('x'), 'image/jpeg', { url: 'https://evil.example/x' });
    platform.putFile('903', Buffer.from('x'), 'image/jpeg', { url: 'http://169.254.169.254/latest/meta-data' });
    for (const reference of ['902', '903', '../me', '900/../../x', 'https://evil.example', 'missing'])
      await expect(channel().fetchMedia?.(reference, never)).rejects.toThrow(/file/);
  });

  it('hands a place out as it was sealed', async () => {
    const media = await channel().fetchMedia?.('{"latitude":10.7}', never);
    expect(await new Response(media?.stream).json()).toEqual({ latitude: 10.7 });
  });

  it('says what is missing, and sets what can be set', async () => {
    const webhookUrl = 'https://shop.example/v1/channels/whatsapp/main/webhook';
    const check = () => channel().check?.({ webhookUrl, chats: [] }, never);
    expect(await check()).toContainEqual(
      expect.objectContaining({ state: 'error', what: 'No webhook address is set' }),
    );
    platform.callbackUrl = webhookUrl;
    expect(await check()).toContainEqual({ what: 'Webhook address', state: 'ok' });
    platform.callbackUrl = null;
    const failed = await channel().setUp?.({ webhookUrl: 'http://127.0.0.1:1/x', chats: [] }, never);
    expect(failed).toMatchObject([{ state: 'error' }]);
  });
});

/** Compiles only while our recordings have the shapes that the published types promise. */
type Shape<T> = T extends { type: infer Kind } ? Kind : never;
const KINDS: readonly Shape<ServerMessage>[] = [
  ...(['text', 'audio', 'document', 'image', 'sticker', 'video', 'location', 'contacts', 'interactive'] as const),
  ...(['button', 'reaction', 'order', 'system', 'request_welcome', 'unknown', 'unsupported'] as const),
];
const TEXT: ServerMessage = {
  from: '84901234567',
  from_user_id: 'VN.1349',
  id: 'wamid.T',
  timestamp: '1763800000',
  type: 'text',
  text: { body: 'typed' },
};
const STATUS: ServerStatusPayload = {
  id: 'wamid.S',
  status: 'delivered',
  timestamp: '1763800000',
  recipient_id: '84901234567',
  recipient_user_id: 'VN.1349',
  biz_opaque_callback_data: 'key',
};
const shell = {
  messaging_product: 'whatsapp' as const,
  metadata: { display_phone_number: '1', phone_number_id: PHONE_NUMBER_ID },
};
const TYPED: PostData = {
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: { ...shell, contacts: [{ user_id: 'VN.1349', wa_id: '84901234567' }], messages: [TEXT] },
        },
        { field: 'messages', value: { ...shell, statuses: [STATUS] } },
      ],
    },
  ],
};

describe("the published types' webhooks", () => {
  it('are read as a message and a receipt', () => {
    expect(parse(TYPED)).toMatchObject([
      { kind: 'message', author: 'customer', address: '84901234567', aliases: ['VN.1349'], content: { text: 'typed' } },
      { kind: 'receipt', messageId: 'wamid.S', state: 'delivered', metadata: 'key' },
    ]);
  });

  it('hold no kind of message that is dropped unnamed', () => {
    for (const type of KINDS) {
      const part = { body: 'b', text: 'b', id: '1', type: 'button_reply', button_reply: { title: 'b' } };
      const value = {
        messages: [{ id: 'wamid.K', from: '841', timestamp: '1', type, [type]: type === 'contacts' ? [part] : part }],
      };
      const [event] = parse({ entry: [{ changes: [{ field: 'messages', value }] }] });
      const named = event?.kind === 'ignored' && /reaction|system|request_welcome/.test(event.type);
      expect(named || event?.kind === 'message').toBe(true);
    }
  });
});
