import { type DetectingBusiness, detect } from '../../../activities/signals/detect';
import { withoutSlips } from '../../../activities/signals/typing-slips';
import { withBuiltInTopics } from '../../../domain/business-topics';
import { parseKnowledge } from '../../../domain/knowledge';

/** A cheese counter, whose own words must be left alone. */
const dairy: DetectingBusiness = {
  departments: ['Workshop'],
  languages: ['en', 'vi'],
  knowledge: parseKnowledge([
    { file: 'knowledge/a.md', text: '## Refunt cheese\nQ: is Refunt old\nIt is from Stolle.\n' },
  ]),
  topics: withBuiltInTopics(
    [
      { id: 'billing', description: 'contests a charge or wants a refund', phrases: ['want my refund'], examples: [] },
      { id: 'harm', description: 'injury, allergic reaction', phrases: ['allergic reaction'], examples: [] },
      { id: 'theft', description: 'something was stolen', phrases: ['was stolen'], examples: [] },
    ],
    { distress: true },
  ),
};
const fired = (...texts: string[]) =>
  detect(
    texts.map((text, index) => ({ from: index % 2 === 0 ? ('customer' as const) : ('ai' as const), text })),
    dairy,
  ).fired;
const keys = (...texts: string[]) => fired(...texts).map(({ reason, topic }) => topic ?? reason);

describe('typing slips', () => {
  it.each([
    ['I want a refnud, you chagred me twise', 'billing'],
    ['somebody stoel my bag', 'theft'],
    ['my son has an alergic reacton after eating it', 'harm'],
    ['please conect me to the werkshop', 'explicit_request'],
  ])('hide nothing that matters: %s', (text, key) => expect(keys(text)).toContain(key));

  it('hide no frustration, in whichever message they stand', () => {
    expect(keys('Is it open?', 'It is.', 'that is usless', 'It is open.', 'rediculous, you do not lisen')).toEqual([
      'repeated_dissatisfaction',
    ]);
  });

  it('leave the evidence in the customer’s own letters', () => {
    expect(fired('somebody stoel my bag')[0]?.evidence).toBe('somebody stoel my bag');
  });

  it.each([
    'Can I change the date?',
    'The stoke was low on coal',
    'Is Refunt back in stock? A whole Refunt please',
    'We met Mr Stolenn and Ms Chargd yesterday',
    'duong den cua hang the nao',
    'Cuánto cuesta el envío a Toledo',
  ])('are not seen in ordinary words, names and the business’s own: %s', (text) => {
    expect(withoutSlips(text, dairy)).toBe(text);
    expect(keys(text)).toEqual([]);
  });

  it('leave a text without any as it is', () => {
    const text = 'What time do you open on Sunday, and is there parking?';
    expect(withoutSlips(text, dairy)).toBe(text);
  });
});
