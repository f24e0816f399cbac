import { AnswerIndex } from '../../../../activities/llm/retrieval/answer-index';
import { BACKGROUNDS } from '../../../../activities/llm/retrieval/background';
import type { Embedder } from '../../../../activities/llm/retrieval/embedder';
import { languageMiddles, moved } from '../../../../activities/llm/retrieval/language-middles';
import type { Answer } from '../../../../domain/knowledge';

const VIETNAMESE = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụ]/i;
const MEANINGS = [/dog|chó|thú cưng/i, /price|cost|giá/i, /open|mở cửa/i, /parking|đậu xe/i];
/** Says what a text means, and far louder in which language: what embedders of many languages do. */
const embedder: Embedder = {
  id: 'loud about languages',
  family: 'multilingual',
  embed: async (texts) =>
    texts.map((text) =>
      Float32Array.from([VIETNAMESE.test(text) ? 4 : -4, ...MEANINGS.map((one) => (one.test(text) ? 1 : 0)), 0.1]),
    ),
  close: async () => undefined,
};
const answer = (title: string, questions: string[], language: string): Answer => ({
  ...{ title, questions, text: `${title}.`, language, file: '', line: 0, hash: title },
});
const english = [
  answer('Dogs', ['can my dog come', 'are dogs fine', 'do you take dogs'], 'en'),
  answer('Prices', ['what is the price', 'how much does it cost', 'price list'], 'en'),
  answer('Parking', ['is there parking', 'where is the parking', 'parking fee'], 'en'),
];

describe('the middles of languages', () => {
  it('have a background of as many texts each, so that they differ in the language alone', () => {
    const lengths = Object.values(BACKGROUNDS).map(({ length }) => length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('bring a question to where its meaning lies in the other language', async () => {
    const middles = await languageMiddles(embedder);
    const [asked, same] = (await embedder.embed(['chó vào được không', 'can dogs come'], 'query')) as [
      Float32Array,
      Float32Array,
    ];
    const there = moved(asked, middles, 'vi', 'en-gb');
    there.forEach((value, index) => {
      expect(value).toBeCloseTo(same[index] ?? 0, 0);
    });
  });

  it('leave a question alone whose language has none', async () => {
    const vector = Float32Array.from([1, 2, 3]);
    expect(moved(vector, await languageMiddles(embedder), 'fi', 'en')).toBe(vector);
    expect(moved(vector, new Map(), 'vi', 'en')).toBe(vector);
  });

  it('are none where the embedder fails', async () => {
    const down = { ...embedder, embed: () => Promise.reject(new Error('down')) };
    expect((await languageMiddles(down)).size).toBe(0);
  });
});

describe('a question in another language', () => {
  it('finds the answer where nothing is told in its own', async () => {
    const index = await AnswerIndex.build(english, { embedder });
    const { candidates } = await index.search('chó vào được không', 'vi');
    expect(candidates[0]?.answer.title).toBe('Dogs');
  });

  it('is not answered by meaning from the other where its own tells as much', async () => {
    const own = [answer('Giờ mở cửa', ['mấy giờ mở cửa'], 'vi'), answer('Bãi xe', ['có chỗ đậu xe không'], 'vi')];
    const index = await AnswerIndex.build([...english, ...own], { embedder });
    const { candidates, confidence } = await index.search('chó vào được không', 'vi');
    expect(candidates[0]?.answer.language === 'en' && confidence > 0.5).toBe(false);
  });
});
