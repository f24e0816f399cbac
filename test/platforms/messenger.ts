/**
 * Messenger on loopback: it keeps chats and their windows, echoes everything the page says as Meta does, knows which app
 * said it, reports deliveries, answers with Graph's errors, and misbehaves when told to.
 */
import {
  APP_SECRET,
  acceptsChallenge,
  type GraphAnswer,
  type GraphCall,
  graphError,
  lostAnswer,
  type Misbehaviour,
  postWebhook,
  startGraph,
} from './meta';

export const APP_ID = '1517776481860111';
export const PAGE_ID = '682498302938465';
const PAGE_INBOX = 263902037430900;
const DAY_MS = 86_400_000;
const ECHO_AFTER_MS = 500;

/** The customer's phone reports before the send is answered, and the echo comes after that, or no answer at all. */
type ReportingEarly = 'report before answering' | 'report, then hang up';

export interface MessengerPlatform {
  url: string;
  delivered: { id: string; to: string; text: string; tag?: string; metadata?: string }[];
  misbehave: Misbehaviour | 'echo before answering' | ReportingEarly | null;
  /** Ids whose delivery was reported, each at the moment our 200 was there. */
  reported: string[];
  /** Ids as sends were answered with them. */
  answered: string[];
  /** Whether each delivery is reported by its id. */
  reports: boolean;
  webhookUrl: string;
  typing: string[];
  subscribed: string[];
  callbackUrl: string | null;
  /** Seconds since 1970; 0 never ends. */
  tokenEnds: number;
  advance(ms: number): void;
  block(psid: string): void;
  post(...events: unknown[]): Promise<number>;
  says(psid: string, text: string, more?: Record<string, unknown>): Promise<number>;
  /** Typed by a person in the page's inbox, or by another app. */
  typed(psid: string, text: string, more?: Record<string, unknown>): Promise<number>;
  close(): Promise<void>;
}

let counter = 0;
const newMid = () => `m_${process.hrtime.bigint()}${++counter}`;

export async function startMessengerPlatform(): Promise<MessengerPlatform> {
  let now = Date.now();
  const lastInbound = new Map<string, number>();
  const blocked = new Set<string>();

  const echo = (to: string, message: Record<string, unknown>) =>
    platform.post({
      ...{ sender: { id: PAGE_ID }, recipient: { id: to }, timestamp: Date.now() },
      message: { is_echo: true, ...message },
    });

  function windowIsOpen(psid: string, tag: string | undefined): boolean {
    const quiet = now - (lastInbound.get(psid) ?? now);
    return quiet <= (tag === 'HUMAN_AGENT' ? 7 * DAY_MS : DAY_MS);
  }

  async function messages({ body }: GraphCall): Promise<GraphAnswer | null> {
    const { recipient, message, sender_action, tag, messaging_type } = body as {
      recipient?: { id?: string };
      message?: { text?: string; metadata?: string };
      sender_action?: string;
      tag?: string;
      messaging_type?: string;
    };
    const to = recipient?.id ?? '';
    if (sender_action) {
      platform.typing.push(to);
      return { status: 200, body: { recipient_id: to } };
    }
    if (!message?.text || message.text.length > 2_000 || !messaging_type) return graphError(400, 100);
    const { misbehave } = platform;
    platform.misbehave = null;
    if (misbehave === 'refuse' || blocked.has(to)) return graphError(400, 551, 1545041);
    if (misbehave === 'throttle') return graphError(400, 613);
    if (misbehave === 'fail') return graphError(500, 1200);
    if (!windowIsOpen(to, tag)) return graphError(400, 10, 2018278);
    const id = newMid();
    const { text, metadata } = message;
    platform.delivered.push({ id, to, text, ...(tag && { tag }), ...(metadata && { metadata }) });
    const echoed = () => echo(to, { mid: id, app_id: Number(APP_ID), text, ...(metadata && { metadata }) });
    if (misbehave === 'report before answering' || misbehave === 'report, then hang up') {
      await report(to, id);
      setTimeout(() => void echoed(), ECHO_AFTER_MS);
      if (misbehave === 'report, then hang up') return null;
      return answer(to, id);
    }
    const echoing = platform.webhookUrl ? echoed() : Promise.resolve(200);
    if (misbehave === 'echo before answering') {
      await echoing;
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    if (platform.reports) void report(to, id);
    const lost = lostAnswer(misbehave);
    return lost === undefined ? answer(to, id) : lost;
  }

  async function report(from: string, id: string): Promise<void> {
    const delivery = { mids: [id], watermark: Date.now() };
    await platform.post({ sender: { id: from }, recipient: { id: PAGE_ID }, timestamp: Date.now(), delivery });
    platform.reported.push(id);
  }

  function answer(to: string, id: string): GraphAnswer {
    platform.answered.push(id);
    return { status: 200, body: { recipient_id: to, message_id: id } };
  }

  async function handle(call: GraphCall): Promise<GraphAnswer | null> {
    const [, version, id, edge] = call.path.split('/');
    if (!/^v\d+\.\d+$/.test(version ?? '')) return graphError(400, 2500);
    if (call.token === `${APP_ID}|${APP_SECRET}`) return asApp(call, id, edge);
    if (!call.authorized) return graphError(401, 190);
    if (id === 'me' && edge === 'messages') return messages(call);
    if (id === 'me' && edge === 'subscribed_apps' && call.method === 'POST') {
      platform.subscribed = String(call.body.subscribed_fields).split(',');
      return { status: 200, body: { success: true } };
    }
    if (id === 'me' && edge === 'subscribed_apps')
      return { status: 200, body: { data: [{ id: APP_ID, subscribed_fields: platform.subscribed }] } };
    if (id === 'me') return { status: 200, body: { id: PAGE_ID, name: 'Riverside Hotel' } };
    return graphError(400, 100, 33);
  }

  async function asApp({ method, body }: GraphCall, id = '', edge = ''): Promise<GraphAnswer> {
    if (id === 'debug_token')
      return { status: 200, body: { data: { is_valid: true, expires_at: platform.tokenEnds } } };
    if (id !== APP_ID || edge !== 'subscriptions') return graphError(400, 100, 33);
    if (method === 'GET') {
      const data = platform.callbackUrl === null ? [] : [{ object: 'page', callback_url: platform.callbackUrl }];
      return { status: 200, body: { data } };
    }
    const { callback_url, verify_token } = body as Record<string, string>;
    if (!callback_url || !(await acceptsChallenge(callback_url, verify_token ?? '').catch(() => false)))
      return graphError(400, 2200);
    platform.callbackUrl = callback_url;
    return { status: 200, body: { success: true } };
  }

  const graph = await startGraph(handle);
  const platform: MessengerPlatform = {
    ...{ url: graph.url, delivered: [], misbehave: null, reports: false, webhookUrl: '', typing: [] },
    ...{ reported: [], answered: [] },
    ...{ subscribed: [], callbackUrl: null, tokenEnds: 0 },
    advance(ms) {
      now += ms;
    },
    block: (psid) => void blocked.add(psid),
    post: (...events) =>
      postWebhook(platform.webhookUrl, {
        object: 'page',
        entry: [{ id: PAGE_ID, time: Date.now(), messaging: events }],
      }),
    says(psid, text, more = {}) {
      lastInbound.set(psid, now);
      const message = { mid: newMid(), text, ...more };
      return platform.post({ sender: { id: psid }, recipient: { id: PAGE_ID }, timestamp: Date.now(), message });
    },
    typed: (psid, text, more = {}) => echo(psid, { mid: newMid(), app_id: PAGE_INBOX, text, ...more }),
    close: graph.close,
  };
  return platform;
}
