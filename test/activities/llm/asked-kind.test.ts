import { lacksWhatIsAsked } from '../../../activities/llm/asked-kind';
import { isAboutAnotherDeed } from '../../../activities/llm/rival-deeds';
import { smallTalkIn } from '../../../activities/llm/small-talk';

const answer = (title: string, text: string, questions: string[] = []) =>
  ({ title, text, questions, language: 'en', file: '', line: 0, hash: title }) as const;

describe('what a question asks for', () => {
  it.each([
    ['how much is shipping?', answer('Delivery time', 'Parcels arrive in three to five days.')],
    ['giao hàng mất bao lâu', answer('Phí giao hàng', 'Phí giao là 30.000 đ.')],
    ['how long does a repair take', answer('Repairs', 'A repair costs 450,000 VND.')],
    ['what time is the tour', answer('Tours', 'We ride along the river with coffee.')],
    ['can you book me a table', answer('Menu', 'We cook food of the north.')],
  ])('is missed where the answer has none of it: %s', (question, told) =>
    expect(lacksWhatIsAsked(question, told)).toBe(true),
  );

  it.each([
    ['how much is shipping?', answer('Delivery', 'Delivery is free within the city.')],
    ['how long does a repair take', answer('Repairs', 'We do it while you wait.')],
    ['how much is it to rent', answer('Renting', 'Ask us.', ['price of renting'])],
    [
      'can I get a better price if I book directly',
      answer('Direct bookings', 'Guests who come directly get breakfast.'),
    ],
    ['where are you', answer('Address', 'Beside the post office.')],
  ])('stands in the answer, or the answer is for it: %s', (question, told) =>
    expect(lacksWhatIsAsked(question, told)).toBe(false),
  );
});

describe('another deed with the same thing', () => {
  const booking = answer('Booking a visit', 'You can book online or by phone.');

  it.each(['I need to move my appointment', 'cancel my booking'])('is another matter: %s', (question) =>
    expect(isAboutAnotherDeed(question, booking)).toBe(true),
  );

  it('buying from customers is not selling to them', () => {
    expect(isAboutAnotherDeed('do you buy old phones', answer('Used phones', 'We sell used phones.'))).toBe(true);
    expect(isAboutAnotherDeed('do you sell used phones', answer('Used phones', 'We sell used phones.'))).toBe(false);
  });
});

describe('a greeting', () => {
  it.each(['hiya', 'hiii', 'heyy'])('is one with its ending: %s', (text) => expect(smallTalkIn(text)).toBe('greeting'));
  it('may be the time of day alone, and is none before a question', () => {
    expect(smallTalkIn('morning!')).toBe('greeting');
    expect(smallTalkIn('evening all')).toBe('greeting');
    expect(smallTalkIn('evening lessons')).toBeNull();
  });
  it('is none inside a word', () => expect(smallTalkIn('hither')).toBeNull());
});
