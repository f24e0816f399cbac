import { AnswerGroup } from '../../../../activities/llm/retrieval/answer-group';
import { AnswerIndex } from '../../../../activities/llm/retrieval/answer-index';
import { confidenceOf } from '../../../../activities/llm/retrieval/confidence';
import { likenessTo, mutualLikeness } from '../../../../activities/llm/retrieval/likeness-to-answer';
import { PhraseSpace } from '../../../../activities/llm/retrieval/phrase-space';
import type { Answer } from '../../../../domain/knowledge';

const answer = (title: string, questions: string[]): Answer => ({
  ...{ title, questions, text: `${title}.`, language: 'en', file: '', line: 0, hash: title },
});
const evidenceOf = (answers: Answer[], question: string) =>
  new AnswerGroup(answers, null).search({ text: question, guesses: 0 }, null).values;

describe('the lead of the first answer', () => {
  const returns = answer('Returns', ['can i return my order', 'how do i send it back']);
  const rivals = ['shoes', 'books', 'lamps', 'chairs'].map((thing) =>
    answer(`Returns of ${thing}`, [`can i return my ${thing}`, `how do i send ${thing} back`]),
  );

  it('shrinks where others are voted for too', () => {
    const alone = evidenceOf([returns, answer('Parking', ['where can i park'])], 'how do i return it').lead;
    expect(alone).toBeGreaterThan(evidenceOf([returns, ...rivals], 'how do i return it').lead);
  });

  it('is small where hardly anything is voted for, and never more than all', () => {
    const knowledge = [returns, answer('Parking', ['where can i park'])];
    const asked = evidenceOf(knowledge, 'can i return my order').lead;
    expect(evidenceOf(knowledge, 'the weather in Norway').lead).toBeLessThan(asked / 2);
    expect(asked).toBeLessThan(1);
  });
});

describe('the only answer of a business', () => {
  it('is found by its own question and not by another', async () => {
    const index = await AnswerIndex.build(
      [answer('Delivery', ['How long does delivery take?', 'when will it arrive'])],
      {
        embedder: null,
      },
    );
    expect((await index.search('how long does delivery take', 'en')).confidence).toBeGreaterThan(0.75);
    expect((await index.search('is there parking', 'en')).confidence).toBeLessThan(0.5);
  });
});

describe('the examples of the first answer', () => {
  const values = evidenceOf([answer('Returns', ['send it back', 'return an order']), answer('Parking', [])], 'return');

  it('are its title and its questions', () => expect(values.examples).toBe(3));

  it('make the same votes say less where meanings are compared, the second more than the tenth', () => {
    const found = { candidates: [{ answer: answer('Returns', []), score: 0.6 }] };
    const logit = (examples: number) => {
      const sure = confidenceOf({ ...found, values: { ...values, score: 0.6, examples } }, 'multilingual');
      return Math.log(sure / (1 - sure));
    };
    expect(logit(1)).toBeGreaterThan(logit(2));
    expect(logit(1) - logit(2)).toBeGreaterThan(logit(10) - logit(11));
  });
});

describe('kinship', () => {
  const kinship = (questions: string[], question: string) => evidenceOf([answer('Call', questions)], question).kinship;

  it('is about one for another question of the same kind', () => {
    const examples = ['the phone number', 'your phone number', 'phone number please', 'give me the phone number'];
    expect(kinship(examples, 'what is the phone number')).toBeGreaterThan(0.6);
    expect(kinship(examples, 'do you sell umbrellas')).toBeLessThan(0.2);
  });

  it('asks less of a question where the examples go far apart', () => {
    const likeness = { written: Float32Array.of(0.3, 0.3), meaning: null, joined: Float32Array.of(0.3, 0.3) };
    expect(likenessTo([0, 1], likeness, 0.3).kinship).toBeCloseTo(1, 5);
    expect(likenessTo([0, 1], likeness, 0.6).kinship).toBeCloseTo(0.5, 5);
  });

  it('has a usual likeness where an answer has one phrase only', () => {
    const space = new PhraseSpace(['phone number', 'phone number'], 'en', null);
    expect(mutualLikeness([0, 1], space)).toBeCloseTo(1, 3);
    expect(mutualLikeness([0], space)).toBeGreaterThan(0);
  });
});
