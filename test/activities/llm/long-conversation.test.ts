/** A talk of a thousand turns: what a turn costs, what is remembered, and what happens when the summary fails. */
import { MockActivityEnvironment } from '@temporalio/testing';
import type { DraftReplyResult } from '../../../activities/draft-reply';
import { draftReply } from '../../../activities/draft-reply';
import { createAnswerer } from '../../../activities/llm/create-answerer';
import { excerpt, LONGEST_SUMMARY } from '../../../activities/llm/excerpt';
import { type SummarizeHistoryResult, summarizeHistory } from '../../../activities/summarize-history';
import type { TranscriptMessage } from '../../../domain/message';
import type { LoadedBusiness } from '../../../load-business';
import { createLog } from '../../../log';
import type { Store } from '../../../store';
import {
  type ChatRequest,
  type OpenAiServer,
  sensibleAnswer,
  startOpenAiServer,
  textOf,
} from '../../support/openai-server';
import { conversation, row } from '../transcript-fixture';
import { sampleBusiness } from './draft-request';

const EVERY = 20;
const LEFT_OUT = 6;

let business: LoadedBusiness;
let server: OpenAiServer;
beforeAll(async () => {
  business = await sampleBusiness();
});
beforeEach(async () => {
  server = await startOpenAiServer();
});
afterEach(() => server.close());

/** The bookkeeping of `workflows/summarise.ts` over a store in memory. */
class LongTalk {
  readonly rows: TranscriptMessage[] = [];
  readonly results = new Map<string, string>();
  summary: { key: string; to: number } | null = null;
  private readonly deps;

  constructor(name: string) {
    const model = createAnswerer({
      name,
      timeoutMs: 5000,
      structured: 'auto',
      openai: { apiKey: 'k', baseUrl: server.url },
    });
    this.deps = { store: this.store(), business: () => business, model, log: createLog('silent') };
  }

  say(author: TranscriptMessage['author'], text: string): void {
    this.rows.push(row(this.rows.length + 1, author, text));
  }

  async summariseIfDue(): Promise<SummarizeHistoryResult | null> {
    const to = this.rows.length - LEFT_OUT;
    if (to - (this.summary?.to ?? 0) < EVERY) return null;
    const before = this.summary && { before: this.summary.key };
    const input = { conversation, from: this.summary?.to ?? 0, to, version: 1, ...before };
    const made: SummarizeHistoryResult = await new MockActivityEnvironment().run(summarizeHistory(this.deps), input);
    this.summary = { key: made.summaryKey, to };
    return made;
  }

  async draft(question: string): Promise<DraftReplyResult> {
    this.say('customer', question);
    const seq = this.rows.length;
    return new MockActivityEnvironment().run(draftReply(this.deps), {
      ...{ conversation, turn: seq, seqs: [seq], upTo: seq, version: 1, since: 0, language: 'en' },
      ...{ clarifyAsked: false, toolRound: 0, toolCallKeys: [] },
      ...(this.summary && { summaryKey: this.summary.key }),
    });
  }

  private store(): Store {
    const recent = async (_: unknown, { upTo, limit }: { upTo: number; limit: number }) =>
      this.rows.slice(0, upTo).slice(-limit);
    const toolResults = {
      find: async (_: unknown, key: string) => this.results.get(key) ?? null,
      save: async (_: unknown, key: string, text: string) => void this.results.set(key, text),
    };
    return { transcripts: { recent }, toolResults } as unknown as Store;
  }
}

const QUESTION = 'What time is breakfast?';
const summaryIn = (request: ChatRequest | undefined) =>
  /<earlier-([0-9a-f]+)>\n([\s\S]*?)\n<\/earlier-\1>/.exec(request ? textOf(request) : '')?.[2] ?? null;

describe('a conversation of a thousand turns', () => {
  it('costs at the thousandth what it cost at the tenth, and knows how it began', async () => {
    server.answer = (request) =>
      request.tools ? sensibleAnswer(request) : { do: 'text', text: `Booking RH204815. ${'Then more. '.repeat(40)}` };
    const talk = new LongTalk('openai:test');
    const bytes = new Map<number, number>();
    for (let turn = 1; turn <= 1000; turn += 1) {
      if ([10, 20, 50, 100, 500, 1000].includes(turn)) {
        await talk.draft(QUESTION);
        bytes.set(turn, JSON.stringify(server.requests.at(-1)).length);
      } else talk.say('customer', `Question ${turn}: could you tell me about the pool and the towels, please?`);
      talk.say('ai', `Answer ${turn}: the pool on the roof is open until 21:00, and towels are at the entrance.`);
      await talk.summariseIfDue();
    }
    const at = (turn: number) => bytes.get(turn) ?? Number.NaN;
    expect(at(1000) / at(10)).toBeLessThan(1.25);
    for (const turn of [50, 100, 500]) expect(Math.abs(at(1000) / at(turn) - 1)).toBeLessThan(0.05);
    expect(summaryIn(server.requests.at(-1))).toContain('RH204815');
  });

  it('has summaries that cost the same too, each made of the one before and of what was said since', async () => {
    server.answer = () => ({ do: 'text', text: `Summary ${server.requests.length}.` });
    const talk = new LongTalk('openai:test');
    for (let number = 0; number < 400; number += 1) {
      talk.say(number % 2 ? 'ai' : 'customer', `Row ${String(number).padStart(4, '0')} of the talk.`);
      await talk.summariseIfDue();
    }
    const sizes = server.requests.map((request) => JSON.stringify(request).length);
    expect(sizes.length).toBeGreaterThan(15);
    expect(Math.max(...sizes.slice(1)) - Math.min(...sizes.slice(1))).toBeLessThan(60);
    expect(summaryIn(server.requests[7])).toBe('Summary 7.');
    const seen = server.requests.map(textOf).join();
    for (let number = 0; number < 380; number += 1) expect(seen).toContain(`Row ${String(number).padStart(4, '0')}`);
  });

  it.each(['openai:test', 'offline'])('is excerpted where no model summarises it: %s', async (name) => {
    server.answer = () => ({ do: 'status', status: 500 });
    const talk = new LongTalk(name);
    talk.say('customer', 'My booking is RH204815 and I need a cot.');
    talk.say('operator', 'The cot is ordered. Mai');
    for (let number = 0; number < 30; number += 1) talk.say(number % 2 ? 'ai' : 'customer', 'And what about this?');
    const made = await talk.summariseIfDue();
    expect(made).toMatchObject({ by: 'excerpt' });
    const text = talk.results.get(made?.summaryKey ?? '') ?? '';
    expect(text).toContain('customer: My booking is RH204815 and I need a cot.');
    expect(text).toContain('operator: The cot is ordered. Mai');
  });

  it('keeps an excerpt short, the newest first to stay', () => {
    let before = '';
    for (let number = 0; number < 50; number += 1)
      before = excerpt({ before, dialogue: [{ from: 'customer', text: `matter ${number} ${'word '.repeat(100)}` }] });
    expect(before.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
    expect(before).toContain('matter 49');
    expect(before).not.toContain('matter 0 ');
  });

  it('redacts what a model makes of it', async () => {
    server.answer = () => ({ do: 'text', text: 'Paid with 4111 1111 1111 1111.' });
    const talk = new LongTalk('openai:test');
    for (let number = 0; number < 30; number += 1) talk.say('customer', `Row ${number}`);
    await talk.summariseIfDue();
    expect([...talk.results.values()].join()).toContain('[PAYMENT_CARD]');
  });

  it('holds one long message back too', async () => {
    const args = { reply: 'Hm.', confidence: 'low', citations: [], intent: 'cannot', language: 'en' };
    server.answer = () => ({ do: 'submit', args });
    const talk = new LongTalk('openai:test');
    await talk.draft(QUESTION);
    for (let number = 0; number < 20; number += 1) talk.say('customer', `${number} ${'x'.repeat(16_000)}`);
    await talk.draft(`${QUESTION} ${'please '.repeat(2200)}`);
    const [short = 0, long = 0] = server.requests.map((request) => JSON.stringify(request).length);
    expect(long - short).toBeLessThan(16_000);
  });
});
