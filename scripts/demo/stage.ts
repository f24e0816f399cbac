/** A conversation as it is seen: speaks, waits, and prints everything that becomes readable the moment it does. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation, ConversationClient, Message } from './conversation-client';

export const by = (author: Message['author']) => (row: Message) => row.author === author;
const NAMES = { customer: 'Customer', ai: 'AI', operator: 'Operator', system: 'System' };

export class Stage {
  private readonly seen: Message[] = [];
  private mode = '';

  constructor(
    private readonly client: ConversationClient,
    private readonly print: (line: string) => void,
    private readonly patienceMs: number,
  ) {}

  count = (author: Message['author']) => this.seen.filter(by(author)).length;
  everything = () => this.seen.map(({ text }) => text).join('\n');

  async say(who: 'customer' | 'operator', text: string): Promise<void> {
    if (text.startsWith('/')) this.print(`   Operator types ${text}`);
    await this.client[who](text);
  }

  /** Prints what comes until the condition holds, and returns its value; undefined when patience is over. */
  async until<T>(condition: (seen: Message[], state: Conversation) => T): Promise<T | undefined> {
    const deadline = Date.now() + this.patienceMs;
    for (;;) {
      const state = await this.look();
      const value = condition(this.seen, state);
      if (value) return value;
      if (Date.now() > deadline) return undefined;
      await sleep(150);
    }
  }

  async watch(ms: number): Promise<void> {
    const end = Date.now() + ms;
    await this.until(() => Date.now() > end);
  }

  private async look(): Promise<Conversation> {
    const fresh = await this.client.messages(this.seen.at(-1)?.seq ?? 0);
    const state = await this.client.state();
    // What a customer wrote brings the change about; everything else in one look came after it.
    const after = fresh.findIndex((row) => row.author !== 'customer');
    const lines = fresh.map(line);
    if (this.mode && state.mode !== this.mode) lines.splice(after < 0 ? lines.length : after, 0, this.change(state));
    this.mode = state.mode;
    this.seen.push(...fresh);
    for (const one of lines) this.print(one);
    return state;
  }

  private change({ mode, handoff }: Conversation): string {
    const why = mode === 'waiting' ? ` (${handoff?.reasons.map(({ reason }) => reason).join(', ')})` : '';
    return `   -- ${this.mode} -> ${mode}${why}`;
  }
}

function line({ author, visibility, text, redactions, citations }: Message): string {
  const note = [
    visibility === 'team' && 'team only',
    redactions.length > 0 && `masked: ${redactions.map(({ type }) => type).join(', ')}`,
    citations?.length && `source: ${citations.map(({ title }) => title).join(', ')}`,
  ].filter(Boolean);
  const indented = printable(text).replace(/\n/g, `\n${' '.repeat(14)}`);
  return `${`${NAMES[author]}:`.padStart(12)}  ${indented}${note.length > 0 ? `  [${note.join('; ')}]` : ''}`;
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ' '));
}
