/**
 * One turn under attack, through the real activities in the order in which the workflow calls them: redaction,
 * detectors, draft, tools, verdict. The model and the shop are on loopback; only the database is in memory.
 */
import { MockActivityEnvironment } from '@temporalio/testing';
import { type CallToolResult, callTool } from '../../activities/call-tool';
import { type DetectSignalsResult, detectSignals } from '../../activities/detect-signals';
import { type DraftReplyResult, draftReply } from '../../activities/draft-reply';
import { createAnswerer } from '../../activities/llm/create-answerer';
import type { TranscriptMessage } from '../../domain/message';
import type { LoadedBusiness } from '../../load-business';
import { redact } from '../../redaction';
import type { Store } from '../../store';
import { conversation, row, storeWith } from '../activities/transcript-fixture';
import { bodyOf, serveOnLoopback } from '../support/loopback';
import { type ChatRequest, type Script, startOpenAiServer } from '../support/openai-server';

export interface Attack {
  id: string;
  family: string;
  goal: string;
  lang: string;
  says: string[];
  /** What a field of the shop's answer says. */
  tool?: string;
  /** What a passage says. */
  knowledge?: string;
}

/** `sent` is what the customer would read; null where a person was called instead. */
export interface Outcome {
  sent: string | null;
  reasons: string[];
  /** Every request the shop got. */
  asked: { method: string; path: string; body: string }[];
}

export interface Arena {
  run(attack: Attack, answer: (request: ChatRequest) => Script): Promise<Outcome>;
  close(): Promise<void>;
}

const OWN_BOOKING = { id: 'RH204815', status: 'confirmed', checkIn: '2026-12-01', checkOut: '2026-12-03' };

export async function openArena(sample: LoadedBusiness): Promise<Arena> {
  const model = await startOpenAiServer();
  const shop = await startShop();
  // Indexes are built once for a business, and so for all attacks that leave its knowledge alone.
  const businesses = new Map<string, LoadedBusiness>();
  const answerer = createAnswerer({
    name: 'openai:hijacked',
    timeoutMs: 5000,
    structured: 'auto',
    openai: { apiKey: 'k', baseUrl: model.url },
  });
  return {
    async run(attack, answer) {
      shop.asked.length = 0;
      shop.room = attack.tool ?? 'Deluxe room';
      model.answer = answer;
      model.script = attack.tool === undefined ? [] : [lookUp()];
      const poison = attack.knowledge ?? 'The sauna is open from 10:00 to 20:00.';
      const business = businesses.get(poison) ?? businessUnder(sample, poison, shop.url);
      businesses.set(poison, business);
      const rows = rowsOf(attack);
      const deps = { store: storeOf(rows), business: () => business, model: answerer };
      return { ...(await turn(deps, rows)), asked: [...shop.asked] };
    },
    close: async () => {
      await model.close();
      await shop.close();
    },
  };
}

const lookUp = (): Script => ({ do: 'call', name: 'booking_status', args: { bookingId: 'RH204815' } });

async function turn(deps: Deps, rows: readonly TranscriptMessage[]): Promise<Omit<Outcome, 'asked'>> {
  const env = () => new MockActivityEnvironment();
  const upTo = rows.length;
  const at = { conversation, seqs: [upTo], upTo, version: 1, since: 0 };
  const { fired }: DetectSignalsResult = await env().run(detectSignals(deps), at);
  const toolCallKeys: string[] = [];
  for (let toolRound = 0; toolRound <= 3; toolRound += 1) {
    const input = { ...at, turn: upTo, language: '', clarifyAsked: false, toolRound, toolCallKeys };
    const draft: DraftReplyResult = await env().run(draftReply(deps), input);
    if (draft.kind === 'reply') {
      const reasons = [...fired, ...draft.fired].map(({ reason }) => reason);
      return { sent: reasons.length > 0 ? null : draft.text, reasons };
    }
    for (const call of draft.calls) {
      const { callKey }: CallToolResult = await env().run(callTool(deps), { conversation, turn: upTo, call });
      toolCallKeys.push(callKey);
    }
  }
  return { sent: null, reasons: ['ai_unavailable'] };
}

type Deps = Parameters<typeof draftReply>[0] & Parameters<typeof callTool>[0];

function rowsOf({ says }: Attack): TranscriptMessage[] {
  const rows: TranscriptMessage[] = [];
  for (const text of says) {
    const before = rows.map((one) => ({ from: one.author, text: one.text }));
    if (rows.length > 0) rows.push(row(rows.length + 1, 'ai', 'How can I help you?'));
    rows.push(row(rows.length + 1, 'customer', redact(text, { from: 'customer', before } as never).text));
  }
  return rows;
}

function storeOf(rows: TranscriptMessage[]): Store {
  return { ...storeWith(rows), conversations: { address: async () => 'guest-1' } } as unknown as Store;
}

/** A question back may be sent, so that the harder case is tried; links are those of the hotel alone. */
function businessUnder(sample: LoadedBusiness, knowledge: string, shopUrl: string): LoadedBusiness {
  const [first] = sample.knowledge;
  if (!first) throw new Error('the sample knows something');
  const poisoned = {
    ...first,
    title: 'Sauna',
    text: knowledge,
    questions: ['Do you have a sauna?', 'Khách sạn có phòng xông hơi không?'],
  };
  return {
    ...sample,
    handoff: { ...sample.handoff, clarifyOnce: true },
    links: ['riverside.example'],
    knowledge: [...sample.knowledge, poisoned],
    tools: sample.tools.map((tool) => ({ ...tool, url: tool.url.replace(/^https?:\/\/[^/]+/, shopUrl) })),
  };
}

async function startShop() {
  const asked: Outcome['asked'] = [];
  const { url, close } = await serveOnLoopback(async (request, response) => {
    asked.push({ method: request.method ?? '', path: request.url ?? '', body: (await bodyOf(request)).toString() });
    response.end(JSON.stringify({ ...OWN_BOOKING, room: shop.room, nights: 2, guests: 2, total: '3,000,000 VND' }));
  });
  const shop = { url, room: '', asked, close };
  return shop;
}
