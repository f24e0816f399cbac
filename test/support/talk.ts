/** One conversation on the `api` channel, spoken and watched over HTTP as any other program would. */
import { randomUUID } from 'node:crypto';
import type { Role } from '../../config';
import { askedAgain } from './asked-again';

export interface Message {
  seq: number;
  eventNo: number;
  messageId: string;
  author: 'customer' | 'ai' | 'operator' | 'system';
  visibility: 'public' | 'team';
  text: string;
  at: string;
  redactions: { type: string }[];
  delivery?: string;
  confidence?: number;
  citations?: { title: string }[];
}

export interface Conversation {
  mode: string;
  epoch: number;
  handoff: { reasons: { reason: string; score: number; threshold: number; evidence: string; topic?: string }[] } | null;
  operator: { id: string; name?: string } | null;
  waitingSince: string | null;
  nextTimer: { kind: string; at: string } | null;
  workflowId: string;
}

export class Talk {
  constructor(
    readonly url: string,
    readonly keys: Record<Role, string>,
    readonly id: string,
  ) {}

  customer(text: string, messageId: string = randomUUID()): Promise<{ status: number; body: Record<string, unknown> }> {
    return this.post('messages', 'channel', { messageId, text });
  }

  operator(
    text: string,
    id = 'ana',
    messageId: string = randomUUID(),
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    return this.post('operator-messages', 'operator', { messageId, text, operator: { id, name: id.toUpperCase() } });
  }

  async messages(): Promise<Message[]> {
    const all: Message[] = [];
    for (let after = 0; ; ) {
      const page = (await this.get(`/messages?after=${after}&limit=200`)) as {
        messages: Message[];
        next: number | null;
      };
      all.push(...page.messages);
      if (page.messages.length < 200 || page.next === null) return all;
      after = page.next;
    }
  }

  conversation(): Promise<Conversation> {
    return this.get('') as Promise<Conversation>;
  }

  async texts(author: Message['author'], visibility?: Message['visibility']): Promise<string[]> {
    const rows = await this.messages();
    return rows
      .filter((row) => row.author === author && (!visibility || row.visibility === visibility))
      .map(({ text }) => text);
  }

  /** Asks again until `check` holds; fails with the conversation as it was. */
  async until(
    what: string,
    check: (messages: Message[], conversation: Conversation) => boolean,
    ms = 40_000,
  ): Promise<Message[]> {
    const end = Date.now() + ms;
    for (;;) {
      const [messages, conversation] = await Promise.all([this.messages(), this.conversation()]).catch(
        () => [[], null] as const,
      );
      if (conversation && check([...messages], conversation)) return [...messages];
      if (Date.now() > end) {
        const rows = messages.map(({ seq, author, text }) => `${seq} ${author}: ${text}`).join('\n');
        throw new Error(`not within ${ms} ms: ${what}; mode ${conversation?.mode}\n${rows}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  mode(mode: string, ms?: number): Promise<Message[]> {
    return this.until(`mode ${mode}`, (_, conversation) => conversation.mode === mode, ms);
  }

  replies(count: number, ms?: number): Promise<Message[]> {
    return this.until(
      `${count} replies`,
      (messages) => messages.filter(({ author }) => author === 'ai').length >= count,
      ms,
    );
  }

  private async get(path: string): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.keys.viewer}` };
    const response = await askedAgain(() => fetch(`${this.url}/v1/conversations/${this.id}${path}`, { headers }));
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    return response.json();
  }

  private async post(
    path: string,
    role: Role,
    body: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${this.url}/v1/conversations/${this.id}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.keys[role]}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
}
