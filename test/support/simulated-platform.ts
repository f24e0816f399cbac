/**
 * A chat platform on loopback, with a channel that speaks to it over HTTP: it keeps what was delivered, signs its
 * webhooks, echoes everything written in a thread, and can misbehave on purpose.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Channel, type ChannelEvent, ChannelRefusal, ChannelThrottled } from '../../channels/channel';
import { deliverWebhook } from './deliver-webhook';
import { bodyOf, serveOnLoopback } from './loopback';

export interface Delivered {
  id: string;
  to: string;
  /** The thread of the team's chat it stands in. */
  thread?: string;
  buttons?: string[];
  /** When the request arrived, by the clock of this process. */
  at: number;
  text: string;
  key: string;
}

type Misbehaviour = 'echo before answer' | 'deliver and hang up' | 'refuse' | 'throttle once';

export interface SimulatedPlatform {
  channel: Channel;
  delivered: Delivered[];
  misbehave: Misbehaviour | null;
  /** Runs between the delivery and our answer to it. */
  beforeAnswer: ((message: Delivered) => Promise<void>) | null;
  /** Where webhooks go; set once the API listens. */
  apiUrl: string;
  /** Sends a signed webhook; resolves with the status. */
  webhook(event: Record<string, unknown>, signature?: string): Promise<number>;
  customer(from: string, text: string, id?: string): Promise<number>;
  /** Something written in a team's chat. */
  team(chat: string, from: string, text: string, more?: Record<string, unknown>): Promise<number>;
  /** Threads of the team's chats by id, each with its present title. */
  threads: Map<string, { chat: string; title: string }>;
  /** The platform's word on what became of a message of ours. */
  receipt(id: string, state: 'sent' | 'delivered' | 'read' | 'failed'): Promise<number>;
  /** Something written in the customer's own thread from the business's side, with the id the platform gave it. */
  echo(to: string, text: string, more?: Record<string, unknown>): Promise<number>;
  close(): Promise<void>;
}

const SECRET = 'simulated-platform-secret';
const WINDOW_MS = 86_400_000;
const sign = (body: string | Buffer) => createHmac('sha256', SECRET).update(body).digest('hex');

export async function startSimulatedPlatform(): Promise<SimulatedPlatform> {
  const { url, close } = await serveOnLoopback(async (request, response) => {
    const message = JSON.parse((await bodyOf(request)).toString()) as Omit<Delivered, 'id' | 'at'>;
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    const { misbehave } = platform;
    if (misbehave === 'refuse') return answer(403, { error: 'the window is closed' });
    if (misbehave === 'throttle once') {
      platform.misbehave = null;
      return answer(429, { retryAfterMs: 300 });
    }
    const id = randomUUID();
    const delivered = { ...message, id, at: performance.now() };
    platform.delivered.push(delivered);
    await platform.beforeAnswer?.(delivered);
    if (misbehave === 'echo before answer') {
      await platform.echo(message.to, message.text, { id });
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
    if (misbehave === 'deliver and hang up') return response.destroy();
    answer(200, { id });
  });
  const threads: SimulatedPlatform['threads'] = new Map();
  const platform: SimulatedPlatform = {
    channel: simulatedChannel(`${url}/send`, threads),
    delivered: [],
    threads,
    misbehave: null,
    beforeAnswer: null,
    apiUrl: '',
    webhook(event, signature) {
      const body = JSON.stringify({ events: [event] });
      const headers = { 'content-type': 'application/json', 'x-signature': signature ?? sign(body) };
      return deliverWebhook(`${platform.apiUrl}/v1/channels/simulated/main/webhook`, body, headers);
    },
    team: (chat, from, text, more = {}) =>
      platform.webhook({ type: 'team', to: chat, from, text, id: randomUUID(), ...more }),
    customer: (from, text, id = randomUUID()) => platform.webhook({ type: 'message', from, text, id }),
    receipt: (id, state) => platform.webhook({ type: 'receipt', id, state }),
    echo: (to, text, more = {}) => platform.webhook({ type: 'echo', to, text, id: randomUUID(), ...more }),
    close,
  };
  return platform;
}

function simulatedChannel(url: string, threads: SimulatedPlatform['threads']): Channel {
  return {
    name: 'simulated',
    account: 'main',
    delivery: 'push',
    textLimit: 400,
    verify({ headers, body }) {
      const given = Buffer.from(headers['x-signature'] ?? '');
      const wanted = Buffer.from(sign(body));
      return (given.length === wanted.length && timingSafeEqual(given, wanted)) || 'the signature does not fit';
    },
    parse({ body }) {
      const { events } = JSON.parse(body.toString()) as { events: Record<string, string | boolean>[] };
      return events.map(parseEvent);
    },
    place: {
      async openThread({ chat, title }) {
        if (!chat.startsWith('topics')) return null;
        const thread = `thread-${threads.size + 1}`;
        threads.set(thread, { chat, title });
        return thread;
      },
      async retitle({ chat, thread, title }) {
        threads.set(thread, { chat, title });
      },
    },
    windowMs: () => WINDOW_MS,
    async send({ to, text, outboxKey, buttons }, signal) {
      let response: Response;
      try {
        const body = JSON.stringify({ to: to.address, thread: to.thread, text, key: outboxKey, buttons });
        response = await fetch(url, { method: 'POST', body, signal });
      } catch {
        return { state: 'unknown', why: 'the connection broke after the request had left' };
      }
      const answer = (await response.json()) as { id: string; retryAfterMs: number };
      if (response.status === 429) throw new ChannelThrottled('slow down', answer.retryAfterMs);
      if (!response.ok) throw new ChannelRefusal('the window is closed');
      return { state: 'sent', providerMessageId: answer.id };
    },
  };
}

function parseEvent(event: Record<string, string | boolean>): ChannelEvent {
  const content = { text: String(event.text ?? '') };
  const shared = { kind: 'message' as const, messageId: String(event.id), revision: 0, content };
  if (event.type === 'receipt') {
    const state = event.state as Extract<ChannelEvent, { kind: 'receipt' }>['state'];
    return { kind: 'receipt', address: '', messageId: String(event.id), state };
  }
  if (event.type === 'message') {
    const from = { id: String(event.from) };
    return { ...shared, content: { ...content, from }, author: 'customer', address: from.id };
  }
  if (event.type === 'team') {
    const { thread, replyTo, forwarded } = event;
    return {
      ...shared,
      author: 'operator',
      address: String(event.to),
      operator: { id: String(event.from), name: String(event.from) },
      ...(thread !== undefined && { thread: String(thread) }),
      ...(replyTo !== undefined && { replyTo: String(replyTo) }),
      ...(forwarded === true && { forwarded }),
    };
  }
  if (event.type === 'echo') {
    const operator = { id: 'thread', name: 'Somebody in the thread' };
    return { ...shared, author: 'echo', address: String(event.to), operator, automatic: event.automatic === true };
  }
  return { kind: 'ignored', type: String(event.type) };
}
