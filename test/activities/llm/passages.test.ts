import { createAnswerer } from '../../../activities/llm/create-answerer';
import { createOfflineAnswerer } from '../../../activities/llm/offline-answerer';
import { passagesFor } from '../../../activities/llm/passages';
import type { Embedder } from '../../../activities/llm/retrieval/embedder';
import { createLibrary } from '../../../activities/llm/retrieval/library';
import type { LoadedBusiness } from '../../../load-business';
import { startOpenAiServer, textOf } from '../../support/openai-server';
import { requestOf, sampleBusiness } from './draft-request';

const never = () => new AbortController().signal;
const byWords = createLibrary({ embedder: null });

/** Knows what two languages say about a few things, as a multilingual model does. */
const MEANINGS = [
  /\b(?:swim|swimming|pool)\b|hồ bơi|bơi lội/i,
  /\b(?:dogs?|cats?|pets?)\b|chó|mèo|thú cưng/i,
  /\b(?:breakfast|buffet)\b|ăn sáng/i,
];
function bilingual(fails = () => false): Embedder & { asked: string[] } {
  const asked: string[] = [];
  return {
    id: 'two languages',
    family: 'multilingual',
    asked,
    async embed(texts, kind) {
      if (kind === 'query' && fails()) throw new Error('the server is down');
      if (kind === 'query') asked.push(...texts);
      return texts.map((text) => Float32Array.from([...MEANINGS.map((one) => (one.test(text) ? 1 : 0)), 0.3]));
    },
    close: async () => undefined,
  };
}

let business: LoadedBusiness;
let english: LoadedBusiness;
beforeAll(async () => {
  business = await sampleBusiness();
  english = { ...business, knowledge: business.knowledge.filter(({ language }) => language === 'en') };
});

const titles = async (...[asked, message, more]: Parameters<typeof requestOf>) =>
  (await passagesFor(requestOf(asked, message, more), byWords, never())).map(({ title }) => title);

describe('the passages of a model', () => {
  it('begin with what the offline answerer would send', async () => {
    expect((await titles(business, 'wat time is brekfast'))[0]).toBe('Breakfast');
    expect((await titles(business, 'ho boi mo may gio'))[0]).toBe('Hồ bơi');
  });

  it('are at most seven, each once, whatever the talk before', async () => {
    const dialogue = [
      { from: 'customer' as const, text: 'Do you have a gym?' },
      { from: 'ai' as const, text: 'Yes.' },
      { from: 'customer' as const, text: 'and a pool?' },
    ];
    const found = await titles(business, 'and a pool?', { dialogue });
    expect(found.length).toBeLessThanOrEqual(7);
    expect(new Set(found).size).toBe(found.length);
  });

  it('hold what a follow-up follows among the first two', async () => {
    const dialogue = [
      { from: 'customer' as const, text: 'What does a motorbike cost?' },
      { from: 'ai' as const, text: '150,000 VND a day.' },
      { from: 'customer' as const, text: 'and for two?' },
    ];
    const found = await titles(business, 'and for two?', { dialogue });
    expect(found.slice(0, 2)).toContain('Bicycles, motorbikes and tours');
  });

  it('tell opening hours and the local time, which no model knows', async () => {
    const found = await passagesFor(requestOf(business, 'Can I swim on Sunday?'), byWords, never());
    const { text } = found.find(({ title }) => title === 'Opening hours') ?? { text: '' };
    expect(text).toContain('Pool: Monday – Sunday: 06:00–21:00.');
    expect(text).toContain(String(new Date().getFullYear()));
  });

  it('are found across languages where the embedder speaks both', async () => {
    const library = createLibrary({ embedder: bilingual() });
    const request = requestOf(english, 'cún nhà em là thú cưng rất ngoan, cho vào ở cùng nhé', { language: 'vi' });
    const found = await passagesFor(request, library, never());
    expect(found[0]?.title).toBe('Pets');
  });

  it('are found by words while the embedder is down', async () => {
    const library = createLibrary({ embedder: bilingual(() => true) });
    const found = await passagesFor(requestOf(business, 'What time is breakfast?'), library, never());
    expect(found[0]?.title).toBe('Breakfast');
  });

  it('come from the library of the offline answerer, and the rules before them stay the same bytes', async () => {
    const server = await startOpenAiServer();
    const embedder = bilingual();
    try {
      const settings = { name: 'openai:test', timeoutMs: 5000, structured: 'auto' as const };
      const openai = { apiKey: 'k', baseUrl: server.url };
      const model = createAnswerer({ ...settings, openai }, undefined, createOfflineAnswerer({ embedder }));
      for (const message of ['hồ bơi mở mấy giờ', 'May I come with a four-legged friend, a dog?'])
        await model.draft(requestOf(english, message), { signal: never() });
      const [pool, dog] = server.requests.map((request) => textOf(request));
      expect(pool).toContain('## Swimming pool');
      expect(dog).toContain('## Pets');
      expect(server.requests[0]?.messages[0]).toEqual(server.requests[1]?.messages[0]);
      // The dog is found by words.
      expect(embedder.asked.filter((text) => /hồ bơi|a dog/.test(text))).toEqual(['hồ bơi mở mấy giờ']);
    } finally {
      await server.close();
    }
  });
});
