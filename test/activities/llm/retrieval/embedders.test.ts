import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createOfflineAnswerer } from '../../../../activities/llm/offline-answerer';
import { createBundledEmbedder } from '../../../../activities/llm/retrieval/bundled-embedder';
import { createEmbedder } from '../../../../activities/llm/retrieval/create-embedder';
import type { Embedder } from '../../../../activities/llm/retrieval/embedder';
import { createOpenAiEmbedder } from '../../../../activities/llm/retrieval/openai-embedder';
import { embedKept } from '../../../../activities/llm/retrieval/vector-cache';
import { bodyOf, type Loopback, serveOnLoopback } from '../../../support/loopback';
import { temporaryFolder } from '../../../support/temporary-folder';
import { requestOf, sampleBusiness } from '../draft-request';

const length = (vector: Float32Array) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / (length(a) * length(b));

describe('the bundled English embedder', () => {
  const embedder = createBundledEmbedder();
  afterAll(() => embedder.close());

  it('finds likeness of meaning where no word is shared, one vector a text, in order', async () => {
    const [asked, same, other] = await embedder.embed(
      ['how much does it cost', 'what is the price', 'my dog likes the beach and the sea in summer'],
      'query',
    );
    if (!asked || !same || !other) throw new Error('a vector is missing');
    expect(cosine(asked, same)).toBeGreaterThan(cosine(asked, other) + 0.2);
  }, 60_000);

  it('answers many calls at once, each with its own vectors', async () => {
    const texts = ['breakfast', 'a swimming pool on the roof', 'late check-out'];
    const together = await Promise.all(texts.map((text) => embedder.embed([text], 'query')));
    const alone = await embedder.embed(texts, 'query');
    together.forEach(([vector], index) => {
      expect(cosine(vector as Float32Array, alone[index] as Float32Array)).toBeCloseTo(1, 3);
    });
  }, 60_000);
});

describe('the bundled embedder’s thread', () => {
  it('ends when nothing has been asked for a while, and starts again with the next question', async () => {
    const embedder = createBundledEmbedder({ quietMs: 1 });
    const [first] = await embedder.embed(['breakfast'], 'query');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [again] = await embedder.embed(['breakfast'], 'query');
    expect(cosine(first as Float32Array, again as Float32Array)).toBeCloseTo(1, 5);
    await embedder.close();
  }, 60_000);
});

describe('an embeddings server', () => {
  let server: Loopback;
  let answer: (request: { input: string[]; model: string }, response: ServerResponse) => void;
  let asked: { body: { input: string[]; model: string; input_type: string }; authorization: string | undefined }[] = [];
  const vectorOf = (text: string) => [text.length, 1, text.includes('pool') ? 5 : 0];
  const proper = (request: { input: string[] }, response: ServerResponse) =>
    response.end(
      JSON.stringify({ data: request.input.map((text, index) => ({ index, embedding: vectorOf(text) })).reverse() }),
    );
  const address = () => `${server.url}/v1`;
  const embedder = () => createOpenAiEmbedder({ baseUrl: address(), model: 'e5', apiKey: 'secret-key' });

  beforeAll(async () => {
    server = await serveOnLoopback(async (request, response) => {
      const body = JSON.parse((await bodyOf(request)).toString());
      asked.push({ body, authorization: request.headers.authorization });
      response.setHeader('content-type', 'application/json');
      answer(body, response);
    });
  });
  beforeEach(() => {
    asked = [];
    answer = proper;
  });
  afterAll(() => server.close());

  it('is asked in its protocol, in batches, and its vectors are put in order', async () => {
    const texts = Array.from({ length: 70 }, (_, index) => 'x'.repeat(index + 1));
    const vectors = await embedder().embed(texts, 'passage');
    expect(vectors.map(([first]) => first)).toEqual(texts.map((text) => text.length));
    expect(asked.map(({ body }) => body.input.length)).toEqual([64, 6]);
    expect(asked[0]).toMatchObject({
      authorization: 'Bearer secret-key',
      body: { model: 'e5', input_type: 'passage' },
    });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['an error', (response) => response.writeHead(500).end('{}')],
    ['a redirect elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['no JSON', (response) => response.end('<html>')],
    ['too few vectors', (response) => response.end('{"data":[]}')],
    ['what is no vector', (response) => response.end('{"data":[{"index":0,"embedding":["a"]}]}')],
  ])('that gives %s is refused, and the text is not in the error', async (_, wrong) => {
    answer = (__, response) => wrong(response);
    const failure = await embedder()
      .embed(['my private question'], 'query')
      .catch((error: Error) => error);
    expect(failure).toHaveProperty('message', expect.not.stringContaining('private'));
  });

  it('is given up when the draft is cancelled', async () => {
    answer = () => undefined;
    const abort = new AbortController();
    const waiting = embedder().embed(['x'], 'query', abort.signal);
    setTimeout(() => abort.abort(), 20);
    await expect(waiting).rejects.toThrow();
  });

  it('that fails costs no answer: words find it', async () => {
    answer = (__, response) => response.writeHead(503).end();
    const business = await sampleBusiness();
    const answerer = createOfflineAnswerer({ embedder: embedder() });
    const step = await answerer.draft(requestOf(business, 'What time is breakfast?'), {
      signal: new AbortController().signal,
    });
    expect(step).toMatchObject({ kind: 'reply', intent: 'answer', citations: [{ title: 'Breakfast' }] });
  });
});

describe('kept vectors', () => {
  const home = temporaryFolder();
  const counting = (id = 'a'): Embedder & { texts: string[] } => {
    const texts: string[] = [];
    return {
      id,
      texts,
      family: 'multilingual',
      embed: async (some) => {
        texts.push(...some);
        return some.map((text) => Float32Array.from([text.length, 0.5]));
      },
      close: async () => undefined,
    };
  };

  it('spare a restart what has not changed', async () => {
    await embedKept(counting(), ['one', 'three'], join(home(), 'restart'));
    const again = counting();
    const vectors = await embedKept(again, ['three', 'seven', 'one'], join(home(), 'restart'));
    expect(again.texts).toEqual(['seven']);
    expect(vectors.map(([first]) => first)).toEqual([5, 5, 3]);
  });

  it('of another embedder are not taken, and a damaged file is made again', async () => {
    await embedKept(counting(), ['one'], join(home(), 'other'));
    const other = counting('b');
    await embedKept(other, ['one'], join(home(), 'other'));
    expect(other.texts).toEqual(['one']);
    const [file] = await readdir(join(home(), 'other', 'vectors'));
    const path = join(home(), 'other', 'vectors', file ?? '');
    await writeFile(path, (await readFile(path)).subarray(0, 9));
    expect(await embedKept(counting(), ['one'], join(home(), 'other'))).toHaveLength(1);
  });
});

describe('EMBEDDINGS', () => {
  it('none is none, and multilingual without an address says so', () => {
    const said: string[] = [];
    expect(createEmbedder({ kind: 'none' })).toBeNull();
    expect(createEmbedder({ kind: 'multilingual' }, (line) => said.push(line))).toBeNull();
    expect(said).toEqual([expect.stringContaining('EMBEDDINGS_BASE_URL')]);
    expect(createEmbedder({ kind: 'openai-compatible', baseUrl: 'http://127.0.0.1:9/v1' })?.family).toBe(
      'multilingual',
    );
  });
});
