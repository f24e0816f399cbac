import { normalForm } from '../../../../activities/llm/retrieval/normal-form';
import { Spelling } from '../../../../activities/llm/retrieval/spelling';
import { hasStrangeWord } from '../../../../activities/llm/retrieval/strange-word';
import { words } from '../../../../activities/signals/folding';
import { stem } from '../../../../activities/signals/similarity';

describe('a word that stands nowhere in the knowledge', () => {
  const said = (text: string, language: string) => words(normalForm(text, language)).map(stem);
  const known = new Set([
    ...said('What does a trainer cost? We rent bikes and deliver them.', 'en'),
    ...said('Cho thuê xe đạp', 'vi'),
  ]);

  it.each([
    ['what are the trainers qualifications', 'en', true],
    ['trainer price', 'en', false],
    ['do you deliver to Huế', 'en', false],
    ['rent 3 bikes', 'en', false],
    ['thue xe kayak', 'vi', false],
    ['can you rent me a bike and also some kayaks, paddles and helmets', 'en', false],
  ])('makes a short question strange, no name, no figure, no bare syllable: %s', (question, language, strange) =>
    expect(hasStrangeWord(question, language, known)).toBe(strange),
  );
});

describe('spelling', () => {
  const spelling = new Spelling(['leave a message', 'opening hours', 'dinner prices'], []);

  it.each([
    ['can I get a massage', 'can I get a massage'],
    ['a house', 'a house'],
    ['leave a mesage', 'leave a message'],
  ])('leaves another ordinary word as it is: %s', (typed, read) => expect(spelling.correct(typed).text).toBe(read));

  it.each([
    ['the tset', 'the test'],
    ['a trial', 'a trial'],
    ['the form', 'the form'],
  ])('changes two neighbours back in a word of four letters, where no other word is meant: %s', (typed, read) => {
    const tests = new Spelling(['the driving test', 'a trail', 'come from there'], []);
    expect(tests.correct(typed).text).toBe(read);
  });
});
