import { isBare, pointsBack } from '../../../activities/llm/bare-question';
import { questionsIn } from '../../../activities/llm/questions';
import { isAboutAnotherDeed } from '../../../activities/llm/rival-deeds';
import type { Answer } from '../../../domain/knowledge';

const answer = (title: string, text: string, language = 'en'): Answer => ({
  ...{ title, questions: [], text, language },
  ...{ file: 'a.md', line: 1, hash: '' },
});

describe('a question that names nothing', () => {
  it.each(['how much is it?', 'phí thế nào', 'and when is that?'])('is told by its words: %s', (text) => {
    expect(isBare(text)).toBe(true);
  });

  it('belongs to the question before it', () => {
    expect(questionsIn('Do you ship to Huế? How much is it?').questions).toEqual([
      'Do you ship to Huế? How much is it?',
    ]);
    expect(questionsIn('Do you ship to Huế? How much is a pump?').questions).toHaveLength(2);
  });

  it('points back as "he" does, whatever else it names', () => {
    expect(pointsBack('What does he cost per night?')).toBe(true);
    expect(pointsBack('What does a child cost per night?')).toBe(false);
  });
});

describe('an answer about another deed', () => {
  const renting = answer('Thuê xe', 'Xe máy 150.000 đ một ngày.', 'vi');

  it('is one that tells of its rivals only', () => {
    expect(isAboutAnotherDeed('bán xe máy không shop', renting)).toBe(true);
    expect(isAboutAnotherDeed('cho thuê xe máy không', renting)).toBe(false);
    expect(isAboutAnotherDeed('can i cancel my table', answer('Booking', 'Book a table online.'))).toBe(true);
    expect(isAboutAnotherDeed('can i cancel my table', answer('Booking', 'Book or cancel online.'))).toBe(false);
  });

  it('is none where it tells of no deed at all', () => {
    expect(isAboutAnotherDeed('can i buy a day ticket', answer('Pool', 'Open until nine.'))).toBe(false);
  });
});
