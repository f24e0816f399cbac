import { type DetectingBusiness, detect } from '../../../activities/signals/detect';
import { withBuiltInTopics } from '../../../domain/business-topics';

/** A business nobody tuned for: a description, two phrases, one example a topic, all in English. */
const kennel: DetectingBusiness = {
  departments: ['Grooming'],
  languages: ['en'],
  knowledge: [],
  topics: withBuiltInTopics(
    [
      {
        id: 'bite',
        description: 'a dog or a person was bitten or hurt in our care',
        phrases: ['bite', 'bitten'],
        examples: ['My dog came home with a wound on his ear'],
      },
      {
        id: 'billing',
        description: 'the owner disputes a charge',
        phrases: ['overcharged', 'dispute'],
        examples: ['You billed me for two weeks but he stayed one'],
      },
      {
        id: 'misconduct',
        description: 'somebody of ours harassed or insulted a customer',
        phrases: ['harassed'],
        examples: ['The boy at the desk called me names'],
      },
      {
        id: 'lost_dog',
        description: 'a dog ran away',
        phrases: ['ran away', 'escaped'],
        examples: ['Rex is not in his box'],
      },
    ],
    { distress: true },
  ),
};
const fired = (text: string) =>
  detect([{ from: 'customer', text }], kennel).fired.map(({ reason, topic }) => topic ?? reason);

describe('a business that nobody has seen', () => {
  it.each([
    ['One of your dogs has bitten mine', 'bite'],
    ['My dog came back with a wound on the ear', 'bite'],
    ['I was overcharged last week', 'billing'],
    ['He stayed one night only, I want the rest of my fees paid back', 'billing'],
    ['Your driver keeps texting me at night', 'misconduct'],
    ['Bella escaped from the yard this morning', 'lost_dog'],
    ['I cannot go on, I want to end my life', 'acute_distress'],
  ])('hears its topics in English: %s', (text, topic) => expect(fired(text)).toContain(topic));

  it.each([
    ['Me han cobrado dos veces', 'billing'],
    ['Tôi bị trừ tiền hai lần', 'billing'],
    ['Ich wurde doppelt belastet, das habe ich nie genehmigt', 'billing'],
    ['料金を二重に請求されました', 'billing'],
    ['Jemand ist gestürzt und blutet', 'bite'],
  ])('hears them in languages it wrote nothing in: %s', (text, topic) => expect(fired(text)).toContain(topic));

  it.each([
    'Do your dogs bite?',
    'What does grooming cost?',
    'How do you keep dogs from running away?',
    'Is a deposit charged?',
    'Can I get the fee paid back if he is ill?',
    'Does the driver text me before he comes?',
  ])('keeps quiet at ordinary questions: %s', (text) => expect(fired(text)).toEqual([]));

  it('puts a customer through to its department', () => {
    expect(fired('please put me through to grooming')).toEqual(['explicit_request']);
  });

  it('narrows by id, the built-in topic too', () => {
    const { measured } = detect([{ from: 'customer', text: 'hello' }], kennel, { topics: ['bite'] });
    expect(measured.flatMap(({ topic }) => topic ?? [])).toEqual(['bite']);
  });
});

describe('quoted words', () => {
  it.each([
    'The mail says "I want to speak to a manager", what is it about?',
    'A review says "you charged me twice, money back". Is it true?',
  ])('are nobody’s wish and nobody’s complaint: %s', (text) => expect(fired(text)).toEqual([]));

  it('still count where the customer tells of his own despair', () => {
    expect(fired('I told my wife "I want to kill myself"')).toEqual(['acute_distress']);
  });
});
