import { AnswerIndex } from '../../../../activities/llm/retrieval/answer-index';
import { confidenceOf } from '../../../../activities/llm/retrieval/confidence';
import type { Embedder } from '../../../../activities/llm/retrieval/embedder';
import { votes } from '../../../../activities/llm/retrieval/gaussian-process';
import { evaluate, fitLogistic } from '../../../../activities/llm/retrieval/logistic';
import { answersOnCorpus, type CorpusResult } from '../../../../bench/evaluate/corpus-trial';
import type { Answer } from '../../../../domain/knowledge';
import { sampleBusiness } from '../draft-request';

const answer = (title: string, questions: string[], text = `${title}.`, language = 'en'): Answer => ({
  title,
  questions,
  text,
  language,
  file: '',
  line: 0,
  hash: title,
});

describe('votes', () => {
  const neighbour = (phrase: number, kernel: number, doubt = 0) => ({ phrase, kernel, doubt });

  it('are those of the equations: one neighbour votes by its likeness over its own variance', () => {
    const { weights, variance } = votes([neighbour(0, 0.8)], () => 1);
    expect(weights[0]).toBeCloseTo(0.8 / 1.1, 6);
    expect(variance).toBeCloseTo(1 - 0.64 / 1.1, 6);
  });

  it('are shared by phrases that say the same', () => {
    const alike = votes([neighbour(0, 0.8), neighbour(1, 0.8)], () => 0.99).weights;
    const apart = votes([neighbour(0, 0.8), neighbour(1, 0.8)], () => 0.2).weights;
    expect(alike[0]).toBeLessThan((apart[0] ?? 0) * 0.7);
  });

  it('of a doubtful phrase count less', () => {
    const { weights } = votes([neighbour(0, 0.8), neighbour(1, 0.8, 2)], () => 0.3);
    expect(weights[1]).toBeLessThan(weights[0] ?? 0);
  });
});

describe('a logistic', () => {
  it('finds the odds that the observations have', () => {
    const observations = Array.from({ length: 400 }, (_, index) => ({
      values: [index % 2],
      right: index % 2 === 0 ? index % 8 === 0 : index % 8 !== 1,
    }));
    const model = fitLogistic(observations, { ridge: 1e-6 });
    expect(evaluate(model, [0])).toBeCloseTo(0.25, 2);
    expect(evaluate(model, [1])).toBeCloseTo(0.75, 2);
  });
});

describe('the search', () => {
  const shop = [
    answer('Delivery', ['How long does delivery take?', 'when will it arrive', 'do you ship today']),
    answer('Returns', ['Can I send it back?', 'I want to return my order', 'exchange for another size']),
    answer('Payment', ['How can I pay?', 'do you take credit cards', 'cash possible?']),
  ];

  it('finds by an answer’s own sentences where it has no example questions', async () => {
    const knowledge = [...shop, answer('Materials', [], 'Our shirts are made of organic cotton from India.')];
    const index = await AnswerIndex.build(knowledge, { embedder: null });
    const { candidates } = await index.search('is the shirt organic cotton?', 'en');
    expect(candidates[0]?.answer.title).toBe('Materials');
  });

  it('finds in languages that write no spaces', async () => {
    const knowledge = [
      answer('营业时间', ['你们几点开门', '什么时候关门'], '九点到六点。', 'zh'),
      answer('退货', ['可以退货吗', '怎么退款'], '七天内可以。', 'zh'),
      answer('付款方式', ['可以刷卡吗', '怎么付款'], '可以。', 'zh'),
    ];
    const index = await AnswerIndex.build(knowledge, { embedder: null });
    expect((await index.search('请问能退货吗', 'zh')).candidates[0]?.answer.title).toBe('退货');
    const thai = await AnswerIndex.build(
      [answer('ส่งของ', ['ส่งของกี่วัน', 'ค่าส่งเท่าไหร่'], 'สองวัน', 'th'), answer('คืนสินค้า', ['คืนของได้ไหม'], 'ได้', 'th')],
      { embedder: null },
    );
    expect((await thai.search('ค่าส่งกี่บาท', 'th')).candidates[0]?.answer.title).toBe('ส่งของ');
  });

  it('reads thousands of answers without being trained on them', async () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      answer(`Article ${index}`, [`what is the price of part number ${index}`, `is part ${index} in stock`]),
    );
    const index = await AnswerIndex.build([...shop, ...many], { embedder: null });
    expect((await index.search('can i return my order', 'en')).candidates[0]?.answer.title).toBe('Returns');
  });

  it('has nothing to say with no knowledge, and nothing sure about an empty question', async () => {
    const none = await AnswerIndex.build([], { embedder: null });
    expect(await none.search('hello?', 'en')).toEqual({ candidates: [], confidence: 0, covered: 0, strange: false });
    const index = await AnswerIndex.build(shop, { embedder: null });
    expect((await index.search('', 'en')).confidence).toBeLessThan(0.5);
  });

  it('is less sure the less of the question is known', () => {
    const values = { score: 0.6, margin: 0.5, variance: 0.4, meaning: 0.7, meaningMean: 0.4, written: 0.6 };
    const more = { writtenMean: 0.3, near: 0.8, agree: 1, lead: 0.6, kinship: 1, examples: 4, known: 1, guesses: 0 };
    const sure = (covered: number) =>
      confidenceOf(
        { candidates: [{ answer: shop[0] as Answer, score: 0.6 }], values: { ...values, ...more, covered } },
        'none',
      );
    expect(sure(1)).toBeGreaterThan(sure(0.2));
  });
});

describe('the search with an embedder of many languages', () => {
  /** Three directions of meaning, told by a few words of both languages. */
  const MEANINGS = [/deliver|ship|arrive|giao/i, /return|back|exchange|trả hàng|đổi/i, /pay|cards|cash|tiền|thẻ/i];
  const embedder: Embedder = {
    id: 'directions',
    family: 'multilingual',
    embed: async (texts) =>
      texts.map((text) => Float32Array.from([...MEANINGS.map((words) => (words.test(text) ? 1 : 0)), 0.2])),
    close: async () => undefined,
  };
  const english = [
    answer('Delivery', ['How long does delivery take?', 'when will it arrive', 'do you ship today']),
    answer('Returns', ['Can I send it back?', 'I want to return my order', 'exchange for another size']),
    answer('Payment', ['How can I pay?', 'do you take credit cards', 'cash possible?']),
  ];

  it('finds an English answer to a Vietnamese question', async () => {
    const index = await AnswerIndex.build(english, { embedder });
    const { candidates, confidence } = await index.search('bao lâu thì giao tới', 'vi');
    expect(candidates[0]?.answer.title).toBe('Delivery');
    const words = await AnswerIndex.build(english, { embedder: null });
    expect(confidence).toBeGreaterThan((await words.search('bao lâu thì giao tới', 'vi')).confidence);
  });

  it('prefers the answer in the customer’s language', async () => {
    const both = [...english, answer('Giao hàng', ['Giao hàng mất bao lâu?', 'bao giờ giao tới'], 'Hai ngày.', 'vi')];
    const index = await AnswerIndex.build(both, { embedder });
    expect((await index.search('bao lâu thì giao tới', 'vi')).candidates[0]?.answer.title).toBe('Giao hàng');
    expect((await index.search('how long until you deliver', 'en')).candidates[0]?.answer.title).toBe('Delivery');
  });
});

describe('a question that is an example word for word', () => {
  it.each([
    'Mấy giờ được nhận phòng?',
    'Mấy giờ được nhận phòng vậy?',
    'What time is check in?',
    'do you store luggage',
  ])('is as sure as can be: %s', async (question) => {
    const { knowledge } = await sampleBusiness();
    const index = await AnswerIndex.build(knowledge, { embedder: null });
    const { confidence } = await index.search(question, question.startsWith('Mấy') ? 'vi' : 'en');
    expect(confidence).toBeGreaterThan(0.95);
  });
});

describe('the project’s own questions, by words and letters alone', () => {
  let results: CorpusResult[];
  beforeAll(async () => {
    results = await answersOnCorpus(null);
  }, 60_000);
  const share = (variant: CorpusResult['variant'], which: (one: CorpusResult) => boolean) => {
    const known = results.filter((one) => one.variant === variant && one.known);
    return known.filter(which).length / known.length;
  };

  it('find Vietnamese answers as well as English ones, with diacritics and without', () => {
    const english = share('English', ({ found }) => found);
    expect(english).toBeGreaterThan(0.78);
    expect(share('Vietnamese', ({ found }) => found)).toBeGreaterThan(english - 0.1);
    expect(share('Vietnamese, no diacritics', ({ found }) => found)).toBeGreaterThan(english - 0.1);
  });

  it('are answered rightly where they are answered', () => {
    const answered = results.filter((one) => one.answered && one.known);
    expect(answered.length).toBeGreaterThan(90);
    expect(answered.filter(({ right }) => right).length / answered.length).toBeGreaterThan(0.97);
  });

  it('are not answered where the business has no answer, however near they are', () => {
    const foreign = results.filter((one) => !one.known);
    expect(foreign.filter(({ answered }) => answered).length / foreign.length).toBeLessThan(0.06);
  });
});
