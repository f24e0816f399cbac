/**
 * Speaks in conversations while processes die, keeps a log of what was acknowledged when, and afterwards holds the
 * transcripts against it. A send is repeated with the same message id until it is taken in, as every provider does.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Message, Talk } from './talk';

export interface Operation {
  talk: string;
  what: 'customer' | 'operator' | 'done';
  messageId: string;
  startedAt: number;
  acknowledgedAt: number;
  attempts: number;
}

const MODES = ['ai', 'waiting', 'operator', 'resolved'];
/** Whoever writes now is answered by the AI. */
const AIS = ['ai', 'resolved'];

export class Witness {
  readonly operations: Operation[] = [];
  /** What stood in the transcript when an operator's message had just been acknowledged, and may not grow. */
  private readonly silence = new Map<string, Set<number>>();
  readonly violations: string[] = [];

  constructor(private readonly patienceMs = 60_000) {}

  /** `text` has to contain `mark`, which is the message's id and which a reply repeats. */
  customer(talk: Talk, text: string, mark: string): Promise<void> {
    return this.send(talk, 'customer', mark, () => talk.customer(text, mark));
  }

  async operator(talk: Talk, text: string, mark: string): Promise<void> {
    await this.send(talk, 'operator', mark, () => talk.operator(text, 'ana', mark));
    if (!this.silence.has(talk.id)) this.silence.set(talk.id, seqsOf(await this.read(talk)));
  }

  /** Gives the conversation back to the AI; until here it had to be silent. */
  async done(talk: Talk, mark: string): Promise<void> {
    this.checkSilence(talk, await this.read(talk));
    this.silence.delete(talk.id);
    await this.send(talk, 'done', mark, () => talk.operator('/done', 'ana', mark));
  }

  /** True once nothing is owed: every message of the customer stands there and has its reply where the AI owns. */
  async settled(talk: Talk): Promise<boolean> {
    try {
      const [rows, { mode }] = await Promise.all([talk.messages(), talk.conversation()]);
      const spoken = this.of(talk, 'customer').every(({ messageId }) =>
        rows.some((row) => row.messageId === messageId),
      );
      return spoken && (!AIS.includes(mode) || this.unanswered(talk, rows).length === 0);
    } catch {
      return false;
    }
  }

  async untilSettled(talks: readonly Talk[], ms = this.patienceMs): Promise<void> {
    const end = Date.now() + ms;
    for (const talk of talks) while (!(await this.settled(talk)) && Date.now() < end) await pause(100);
  }

  /** What is wrong, in words; nothing where every promise was kept. */
  async check(talks: readonly Talk[]): Promise<string[]> {
    for (const talk of talks) await this.checkTalk(talk);
    return this.violations;
  }

  private async checkTalk(talk: Talk): Promise<void> {
    const rows = await this.read(talk);
    const { mode, handoff } = await talk.conversation();
    const wrong = (what: string) => this.violations.push(`${talk.id}: ${what}`);
    if (!MODES.includes(mode)) wrong(`its mode is ${mode}`);
    for (const { messageId, what } of this.operations.filter((one) => one.talk === talk.id && one.what !== 'done')) {
      const seen = rows.filter((row) => row.author === what && row.messageId === messageId).length;
      if (seen !== 1) wrong(`the ${what}'s acknowledged message ${messageId} stands there ${seen} times`);
      const replies = repliesTo(rows, messageId).length;
      if (replies > 1) wrong(`${messageId} was answered ${replies} times`);
    }
    const reasons = handoff?.reasons.map(({ reason }) => reason) ?? [];
    if (mode === 'waiting' && !reasons.includes('ai_unavailable')) wrong(`waits because of ${reasons.join(', ')}`);
    if (AIS.includes(mode)) for (const messageId of this.unanswered(talk, rows)) wrong(`${messageId} has no answer`);
    if (this.silence.has(talk.id) && mode !== 'operator') wrong(`an operator took over, but its mode is ${mode}`);
    this.checkSilence(talk, rows);
  }

  /** A row whose neighbours were still missing may become visible late: what counts is when it was sent. */
  private checkSilence(talk: Talk, rows: Message[]): void {
    const known = this.silence.get(talk.id);
    if (!known) return;
    const since = this.of(talk, 'done').at(-1)?.acknowledgedAt ?? 0;
    const taken = this.of(talk, 'operator').find(({ acknowledgedAt }) => acknowledgedAt > since);
    const position = rows.find(({ messageId }) => messageId === taken?.messageId)?.seq ?? Number.POSITIVE_INFINITY;
    for (const { seq, author, at } of rows) {
      if (author !== 'ai' || known.has(seq)) continue;
      if (seq > position || Date.parse(at) > (taken?.acknowledgedAt ?? 0)) {
        this.violations.push(`${talk.id}: the AI spoke (${seq}) after an operator's message was acknowledged`);
      }
    }
  }

  /** Messages from before the last takeover were the operator's to answer. */
  private unanswered(talk: Talk, rows: Message[]): string[] {
    const last = this.of(talk, 'done').at(-1)?.acknowledgedAt ?? 0;
    const owed = this.of(talk, 'customer').filter(({ startedAt }) => startedAt >= last);
    return owed.map(({ messageId }) => messageId).filter((messageId) => repliesTo(rows, messageId).length === 0);
  }

  private of(talk: Talk, what: Operation['what']): Operation[] {
    return this.operations.filter((one) => one.talk === talk.id && one.what === what);
  }

  private async read(talk: Talk): Promise<Message[]> {
    for (const end = Date.now() + this.patienceMs; ; await pause(100)) {
      try {
        return await talk.messages();
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  private async send(
    talk: Talk,
    what: Operation['what'],
    messageId: string,
    post: () => Promise<{ status: number }>,
  ): Promise<void> {
    const startedAt = Date.now();
    for (let attempts = 1; Date.now() < startedAt + this.patienceMs; attempts++) {
      const status = await post().then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200 || status === 202) {
        this.operations.push({ talk: talk.id, what, messageId, startedAt, acknowledgedAt: Date.now(), attempts });
        return;
      }
      await pause(100);
    }
    throw new Error(`${talk.id}: ${what} message ${messageId} was not taken in`);
  }
}

const seqsOf = (rows: Message[]) => new Set(rows.map(({ seq }) => seq));
const repliesTo = (rows: Message[], mark: string) =>
  rows.filter(({ author, text }) => author === 'ai' && text.includes(mark));
