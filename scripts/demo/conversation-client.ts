/** A conversation over HTTP, as any program would have it: its keys, plain fetch, nothing of ours but the contract. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Message {
  seq: number;
  messageId: string;
  author: 'customer' | 'ai' | 'operator' | 'system';
  visibility: 'public' | 'team';
  text: string;
  redactions: { type: string }[];
  citations?: { title: string }[];
}
export interface Conversation {
  mode: 'ai' | 'waiting' | 'operator' | 'resolved';
  handoff: { reasons: { reason: string; evidence: string; topic?: string }[] } | null;
  workflowId: string;
}

export interface Access {
  baseUrl: string;
  keys: { channel: string; operator: string; viewer: string };
}

export class ConversationClient {
  private sent = 0;
  private readonly at: string;

  constructor(
    private readonly access: Access,
    readonly id: string,
  ) {
    this.at = `${access.baseUrl}/v1/conversations/${id}`;
  }

  async customer(text: string): Promise<void> {
    await this.call('channel', '/messages', {
      messageId: `${this.id}-${++this.sent}`,
      text,
      from: { id: 'demo-guest' },
    });
  }

  async operator(text: string): Promise<void> {
    const operator = { id: 'mai', name: 'Mai' };
    await this.call('operator', '/operator-messages', { messageId: `${this.id}-${++this.sent}`, operator, text });
  }

  state(): Promise<Conversation> {
    return this.call<Conversation>('viewer', '');
  }

  async messages(after: number): Promise<Message[]> {
    const page = await this.call<{ messages: Message[] }>('viewer', `/messages?after=${after}&limit=100`);
    return page.messages;
  }

  /** A server that says "try again" is asked again when it said; a message keeps its id, so it is taken once. */
  private async call<T>(role: keyof Access['keys'], path: string, body?: unknown, attempts = 10): Promise<T> {
    const response = await fetch(this.at + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${this.access.keys[role]}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });
    if (response.ok) return (await response.json()) as T;
    if (response.status === 503 && attempts > 1) {
      await response.body?.cancel();
      await sleep(1000 * (Number(response.headers.get('retry-after')) || 1));
      return this.call(role, path, body, attempts - 1);
    }
    const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new Error(
      `${path || '/'} answered ${response.status}: ${problem.detail ?? problem.title ?? 'no reason given'}`,
    );
  }
}
