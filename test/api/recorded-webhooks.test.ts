/**
 * Every recorded shape of every provider, posted to a whole API as its provider signs it: it is answered 200 the first
 * time and again, and what comes a second time is no news.
 */
import { createHash, createHmac } from 'node:crypto';
import { createRegistry } from '../../channels';
import { createMessengerChannel } from '../../channels/messenger';
import { createSlackChannel } from '../../channels/slack';
import { createTelegramChannel } from '../../channels/telegram';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { createZaloChannel } from '../../channels/zalo';
import { type RecordedPayload, recordedPayloads } from '../channels/contract';
import { APP_ID } from '../platforms/messenger';
import { PHONE_NUMBER_ID } from '../platforms/whatsapp';
import { deadAddress } from '../support/loopback';
import { playTemporal, startApi, type TestApi } from './support';

const SECRET = 'secret_of_this_test';
const APP_OF_ZALO = '360846524940903967';
const hmac = (text: string | Buffer) => createHmac('sha256', SECRET).update(text).digest('hex');

const temporal = playTemporal();
let api: TestApi;
beforeAll(async () => {
  const account = { account: 'main', baseUrl: await deadAddress() };
  const meta = { ...account, token: 'token', appSecret: SECRET, verifyToken: 'token' };
  const channels = createRegistry([
    createTelegramChannel({ ...account, token: '600100:AAx', secret: SECRET }),
    createWhatsAppChannel({ ...meta, phoneNumberId: PHONE_NUMBER_ID }),
    createMessengerChannel({ ...meta, appId: APP_ID }),
    createSlackChannel({ ...account, token: 'token', signingSecret: SECRET }),
    createZaloChannel({ ...account, appId: APP_OF_ZALO, oaSecret: SECRET, accessTokens: undefined }),
  ]);
  api = await startApi({ conversations: temporal, channels });
});
afterAll(() => api.close());

/** The bytes and what their provider would send with them now. */
const signed: Record<string, (body: Buffer) => Record<string, string>> = {
  telegram: () => ({ 'x-telegram-bot-api-secret-token': SECRET }),
  whatsapp: (body) => ({ 'x-hub-signature-256': `sha256=${hmac(body)}` }),
  messenger: (body) => ({ 'x-hub-signature-256': `sha256=${hmac(body)}` }),
  slack(body) {
    const seconds = String(Math.floor(Date.now() / 1000));
    const signature = hmac(Buffer.concat([Buffer.from(`v0:${seconds}:`), body]));
    return { 'x-slack-request-timestamp': seconds, 'x-slack-signature': `v0=${signature}` };
  },
  zalo(body) {
    const { timestamp } = JSON.parse(body.toString()) as { timestamp: string };
    const hash = createHash('sha256').update(APP_OF_ZALO).update(body).update(String(timestamp)).update(SECRET);
    return { 'x-zevent-signature': `mac=${hash.digest('hex')}` };
  },
};

/** Zalo signs the event's time, and a day later takes nothing. */
function bytesOf(channel: string, { body, raw }: RecordedPayload): Buffer {
  const text = raw ?? JSON.stringify(body);
  return Buffer.from(channel === 'zalo' ? text.replace(/("timestamp":\s*"?)\d+/, `$1${Date.now()}`) : text);
}

async function post(channel: string, bytes: Buffer, headers: Record<string, string> = {}): Promise<number> {
  const all = { 'content-type': 'application/json', ...headers, ...signed[channel]?.(bytes) };
  const url = `${api.url}/v1/channels/${channel}/main/webhook`;
  const response = await fetch(url, { method: 'POST', headers: all, body: new Uint8Array(bytes) });
  await response.text();
  return response.status;
}

const everything = Object.keys(signed).flatMap((channel) =>
  recordedPayloads(channel).map(([name, payload]) => [`${channel}/${name}`, channel, payload] as const),
);

describe('a recorded webhook', () => {
  test.each(everything)('%s is answered 200, and a second time changes nothing', async (_name, channel, payload) => {
    const bytes = bytesOf(channel, payload);
    expect(await post(channel, bytes, payload.headers)).toBe(200);
    const signals = temporal.signalled.length;
    expect(await post(channel, bytes, payload.headers)).toBe(200);
    expect(temporal.signalled).toHaveLength(signals);
  });
});
