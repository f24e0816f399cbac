/**
 * WhatsApp's Cloud API on loopback: it keeps chats and their windows, delivers, reports statuses, mirrors what is typed
 * in the business app, serves media behind the token, answers with Meta's own errors, and misbehaves when told to.
 */
import { createHash } from 'node:crypto';
import type { ServerSentMessageResponse } from 'whatsapp-api-js/types';
import {
  acceptsChallenge,
  type GraphAnswer,
  type GraphCall,
  graphError,
  lostAnswer,
  type Misbehaviour,
  postWebhook,
  startGraph,
} from './meta';

export const PHONE_NUMBER_ID = '106540352242922';
const BUSINESS_NUMBER = '15550783881';
const WINDOW_MS = 24 * 3_600_000;

export interface Delivered {
  id: string;
  to: string;
  text: string;
  callback?: string;
  /** The message it is shown to answer. */
  answers?: string;
}

export interface Customer {
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  name?: string;
}

export interface WhatsAppPlatform {
  url: string;
  delivered: Delivered[];
  misbehave: Misbehaviour | null;
  /** Statuses that follow each delivery, in this order; each also comes a second time. */
  statuses: ('sent' | 'delivered' | 'read' | 'failed')[];
  /** Whether a status hands back what was sent with the message, as Meta does not promise. */
  handsBack: boolean;
  /** Where webhooks go. */
  webhookUrl: string;
  typing: string[];
  callbackUrl: string | null;
  /** Lets `ms` pass for everybody's window. */
  advance(ms: number): void;
  block(address: string): void;
  putFile(id: string, bytes: Buffer, mime: string, more?: { sha256?: string; url?: string }): void;
  post(value: Record<string, unknown>, field?: string): Promise<number>;
  customer(from: Customer, message: Record<string, unknown>): Promise<number>;
  says(from: Customer, text: string, id?: string): Promise<number>;
  /** Typed in the WhatsApp Business app. */
  typed(to: Customer, text: string, more?: Record<string, unknown>): Promise<number>;
  close(): Promise<void>;
}

let counter = 0;
/** As Meta makes them: the customer's number stands in it. */
export const wamid = (number = '84900000000') =>
  `wamid.${Buffer.from(`\u0018${number}\u0015${++counter}-${process.hrtime.bigint()}`).toString('base64')}`;

export async function startWhatsAppPlatform(): Promise<WhatsAppPlatform> {
  let now = Date.now();
  const lastInbound = new Map<string, number>();
  const blocked = new Set<string>();
  const files = new Map<string, { bytes: Buffer; mime: string; sha256: string; url: string }>();
  const timestamp = () => String(Math.floor(Date.now() / 1000));
  const metadata = { display_phone_number: BUSINESS_NUMBER, phone_number_id: PHONE_NUMBER_ID };

  async function messages({ body }: GraphCall): Promise<GraphAnswer | null> {
    if (body.status === 'read') {
      platform.typing.push(String(body.message_id));
      return { status: 200, body: { success: true } };
    }
    const { text, to, recipient, type } = body as {
      text?: { body?: string };
      to?: string;
      recipient?: string;
      type?: string;
    };
    const address = to || recipient || '';
    if (type !== 'text' || !text?.body || text.body.length > 4_096 || !address) return graphError(400, 100);
    const { misbehave } = platform;
    platform.misbehave = null;
    if (misbehave === 'refuse' || blocked.has(address)) return graphError(400, 131026);
    if (misbehave === 'throttle') return graphError(429, 130429);
    if (misbehave === 'fail') return graphError(500, 2);
    if (now - (lastInbound.get(address) ?? now) > WINDOW_MS) return graphError(400, 131047);
    const id = wamid(address);
    const callback = body.biz_opaque_callback_data as string | undefined;
    const { message_id: answers } = (body.context ?? {}) as { message_id?: string };
    const shown = { ...(callback !== undefined && { callback }), ...(answers !== undefined && { answers }) };
    platform.delivered.push({ id, to: address, text: text.body, ...shown });
    const reporting = report(id, address, callback);
    if (misbehave === 'answer late') await reporting.then(() => new Promise((resolve) => setTimeout(resolve, 600)));
    const lost = lostAnswer(misbehave);
    if (lost !== undefined) return lost;
    const named = to ? { wa_id: to } : { user_id: address };
    const sent: ServerSentMessageResponse = {
      messaging_product: 'whatsapp',
      contacts: [{ input: address, ...named }],
      messages: [{ id, message_status: 'accepted' }],
    };
    return { status: 200, body: sent };
  }

  async function report(id: string, to: string, callback?: string): Promise<void> {
    if (!platform.webhookUrl) return;
    for (const status of [...platform.statuses, ...platform.statuses]) {
      const data = callback === undefined || !platform.handsBack ? {} : { biz_opaque_callback_data: callback };
      const errors = status === 'failed' ? { errors: [{ code: 131026, title: 'Message undeliverable' }] } : {};
      const statuses = [{ id, status, timestamp: timestamp(), recipient_id: to, ...data, ...errors }];
      await platform.post({ statuses });
    }
  }

  async function handle(call: GraphCall): Promise<GraphAnswer | null> {
    const { method, path, body } = call;
    if (path.startsWith('/files/')) {
      const file = files.get(path.slice('/files/'.length));
      if (!file || !call.authorized) return { status: file ? 401 : 404, raw: '' };
      return { status: 200, raw: file.bytes, type: file.mime };
    }
    if (!call.authorized) return graphError(401, 190);
    const [, version, id = '', edge] = path.split('/');
    if (!/^v\d+\.\d+$/.test(version ?? '')) return graphError(400, 2500);
    if (id === PHONE_NUMBER_ID && edge === 'messages' && method === 'POST') return messages(call);
    if (id === PHONE_NUMBER_ID && method === 'POST') {
      const { override_callback_uri: uri, verify_token } = body.webhook_configuration as Record<string, string>;
      if (!uri || !(await acceptsChallenge(uri, verify_token ?? '').catch(() => false))) return graphError(400, 2200);
      platform.callbackUrl = uri;
      return { status: 200, body: { success: true } };
    }
    if (id === PHONE_NUMBER_ID) {
      const webhook_configuration = platform.callbackUrl === null ? {} : { phone_number: platform.callbackUrl };
      const display = { display_phone_number: '+1 555-078-3881', verified_name: 'Riverside Hotel' };
      return { status: 200, body: { id, ...display, quality_rating: 'GREEN', webhook_configuration } };
    }
    const file = files.get(id);
    if (!file) return graphError(400, 100, 33);
    const { bytes, mime, sha256, url } = file;
    return {
      status: 200,
      body: { messaging_product: 'whatsapp', url, mime_type: mime, sha256, file_size: String(bytes.length), id },
    };
  }

  const graph = await startGraph(handle);
  const platform: WhatsAppPlatform = {
    url: graph.url,
    delivered: [],
    misbehave: null,
    statuses: [],
    handsBack: true,
    webhookUrl: '',
    typing: [],
    callbackUrl: null,
    advance(ms) {
      now += ms;
    },
    block: (address) => void blocked.add(address),
    putFile(id, bytes, mime, more = {}) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.set(id, { bytes, mime, sha256, url: `${graph.url}/files/${id}`, ...more });
    },
    post(value, field = 'messages') {
      const change = { value: { messaging_product: 'whatsapp', metadata, ...value }, field };
      const payload = { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] };
      return postWebhook(platform.webhookUrl, payload);
    },
    customer({ name = 'Lan', ...names }, message) {
      for (const address of Object.values(names)) lastInbound.set(address, now);
      const from = {
        ...(names.wa_id !== undefined && { from: names.wa_id }),
        ...(names.user_id !== undefined && { from_user_id: names.user_id }),
        ...(names.parent_user_id !== undefined && { from_parent_user_id: names.parent_user_id }),
      };
      const contacts = [{ profile: { name }, ...names }];
      return platform.post({
        contacts,
        messages: [{ id: wamid(names.wa_id), timestamp: timestamp(), ...from, ...message }],
      });
    },
    says: (from, text, id = wamid(from.wa_id)) => platform.customer(from, { id, type: 'text', text: { body: text } }),
    typed(to, text, more = {}) {
      const named = {
        ...(to.wa_id !== undefined && { to: to.wa_id }),
        ...(to.user_id !== undefined && { to_user_id: to.user_id }),
      };
      const echo = { from: BUSINESS_NUMBER, ...named, id: wamid(to.wa_id), timestamp: timestamp(), type: 'text' };
      return platform.post({ message_echoes: [{ ...echo, text: { body: text }, ...more }] }, 'smb_message_echoes');
    },
    close: graph.close,
  };
  return platform;
}
