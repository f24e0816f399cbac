/** One account of every provider, with secrets of our own, so that their webhooks can be signed here as they sign them. */
import { createHash, createHmac } from 'node:crypto';
import type { Channel, WebhookRequest } from '../../channels/channel';
import { createMessengerChannel } from '../../channels/messenger';
import { createSlackChannel } from '../../channels/slack';
import { createTelegramChannel } from '../../channels/telegram';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { createZaloChannel } from '../../channels/zalo';
import { type RecordedPayload, recordedPayloads } from '../../test/channels/contract';

export interface Account {
  channel: Channel;
  /** Headers that make these bytes the provider's. */
  sign(body: Buffer): Record<string, string>;
  /** False where a shared secret is all there is. */
  bodyIsSigned: boolean;
  payloads: { body: unknown; bytes: Buffer }[];
}

const SECRET = 'the-secret-of-this-bench';
const NOWHERE = 'http://127.0.0.1:9';
const ZALO_APP = '1234567890';
const account = 'bench';
const meta = { appSecret: SECRET, verifyToken: SECRET, token: SECRET, account, baseUrl: NOWHERE };
const hmac = (text: string | Buffer) => createHmac('sha256', SECRET).update(text).digest('hex');

export function providerAccounts(): Account[] {
  const metaSigned = (body: Buffer) => ({ 'x-hub-signature-256': `sha256=${hmac(body)}` });
  return [
    {
      channel: createTelegramChannel({ account, token: '1:AAbench', secret: SECRET, baseUrl: NOWHERE }),
      sign: () => ({ 'x-telegram-bot-api-secret-token': SECRET }),
      bodyIsSigned: false,
      payloads: known('telegram'),
    },
    {
      channel: createWhatsAppChannel({ ...meta, phoneNumberId: '106540352242922' }),
      sign: metaSigned,
      bodyIsSigned: true,
      payloads: known('whatsapp'),
    },
    {
      channel: createMessengerChannel({ ...meta, appId: '1' }),
      sign: metaSigned,
      bodyIsSigned: true,
      payloads: known('messenger'),
    },
    {
      channel: createZaloChannel({
        account,
        appId: ZALO_APP,
        baseUrl: NOWHERE,
        oaSecret: SECRET,
        accessTokens: undefined,
      }),
      sign: zaloSigned,
      bodyIsSigned: true,
      payloads: known('zalo')
        .filter(({ body }) => body !== undefined)
        .map(({ body }) => asOfNow(body)),
    },
    {
      channel: createSlackChannel({ account, token: SECRET, signingSecret: SECRET, baseUrl: NOWHERE }),
      sign(body) {
        const at = Math.floor(Date.now() / 1000).toString();
        return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${hmac(`v0:${at}:${body}`)}` };
      },
      bodyIsSigned: true,
      payloads: known('slack'),
    },
  ];
}

export function requestOf({ sign }: Account, body: Buffer): WebhookRequest {
  return { method: 'POST', headers: sign(body), query: {}, body, receivedAt: new Date() };
}

const bytesOf = ({ body, raw }: RecordedPayload) => Buffer.from(raw ?? JSON.stringify(body));

const known = (name: string) =>
  recordedPayloads(name).map(([, payload]) => ({ body: payload.body, bytes: bytesOf(payload) }));

/** Zalo's webhooks carry their time in the signed body, and old ones are refused. */
function asOfNow(body: unknown): { body: unknown; bytes: Buffer } {
  const present =
    body && typeof body === 'object' ? { ...body, app_id: ZALO_APP, timestamp: String(Date.now()) } : body;
  return { body: present, bytes: Buffer.from(JSON.stringify(present)) };
}

function zaloSigned(body: Buffer): Record<string, string> {
  let timestamp = '';
  try {
    timestamp = String((JSON.parse(body.toString()) as { timestamp?: unknown } | null)?.timestamp ?? '');
  } catch {
    // Signed over what is there: no time.
  }
  const mac = createHash('sha256').update(`${ZALO_APP}${body.toString()}${timestamp}${SECRET}`).digest('hex');
  return { 'x-zevent-signature': `mac=${mac}` };
}
