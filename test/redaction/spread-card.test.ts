/** Which digit groups that stand apart in one message are one card, and which are not. */
import { redact } from '../../redaction';

const CARD = '[PAYMENT_CARD]';
const clean = (text: string) => redact(text).text;

describe('a card that is told group by group', () => {
  test.each([
    '4111, then 1111, and 1111, then 1111',
    '4111 and then 1111, finally 1111 and lastly 1111',
    '42222, then 22222, and 222',
    '4111111, then 1111111, and 11',
    '41111, then 11111, and 11111, then 1003',
  ])('needs no name: %s', (text) => {
    expect(clean(text)).toBe(text.replace(/\d+/g, CARD));
  });

  test.each([
    ['in two halves only', '41111111, then 11111111'],
    ['with other words among them', '4111, then 1111, ha ha 1111, then 1111'],
    ['with something harmless named', 'order: 4111, then 1111, and 1111, then 1111'],
    ['down to a single digit', '41111, then 11111, and 11111, then 1'],
    ['in groups no card has', '41111, then 11111, and 111111'],
  ])('is none %s', (_, text) => {
    expect(clean(text)).toBe(text);
  });
});

describe('a card whose groups are parted alike', () => {
  test.each([
    ['by a word', '4111 (space) 1111 (space) 1111 (space) 1111'],
    ['in three groups', '3782 abcd 822463 abcd 10005'],
    ['by a word in pairs', '41, then 11, then 11, then 11, then 11, then 11, then 11, then 11'],
    ['by four characters', '4111abcd1111abcd1111abcd1111'],
  ])('is one, from its first digit to its last: %s', (_, text) => {
    expect(clean(text)).toBe(CARD);
  });

  test.each([
    ['by three letters', '4111abc1111abc1111abc1111'],
    ['by one', '4111q1111q1111q1111'],
    ['in two groups', '41111111 abcdef 11111111'],
    ['by words of one length', '4111 abcd 1111 efgh 1111 abcd 1111'],
    ['by words that only begin alike', '4111 abcd 1111 abcd efg 1111 abcd 1111'],
    ['by more than 24 characters', `4111${'abcde'.repeat(5)}1111${'abcde'.repeat(5)}1111${'abcde'.repeat(5)}1111`],
  ])('is none %s', (_, text) => {
    expect(clean(text)).toBe(text);
  });

  test('is covered with what parts it up to 24 characters, and group by group beyond', () => {
    const parted = (by: string) => `card 4111${by}1111${by}1111${by}1111`;
    expect(clean(parted('z'.repeat(24)))).toBe(`card ${CARD}`);
    expect(clean(parted('z'.repeat(25)))).toBe(parted('z'.repeat(25)).replace(/\d+/g, CARD));
  });
});

describe('a card that is spoken of', () => {
  test.each([
    ['whatever their sizes', 'card 41111 uh 11111 well 111111'],
    ['though a dot joins long groups', 'card 41111.11111 well 111111'],
    ['though a dot follows a short one', 'card 41.111111 well 11111111'],
    ['though a dot precedes a short one', 'card 4111111.11 well 1111111'],
    ['though two short ones meet', 'card 41 uh 11 well 11 um 1111111111'],
    ['of a range that others share', 'card 56000 uh 00010 well 000001'],
    ['in unusual groups parted alike', 'card 41111 abcd 11111 abcd 111111'],
    ['of thirteen digits', 'card 42222 uh 222222 well 22'],
    ['of nineteen, each on its own', `card ${[...'4111111111111111003'].join(' uh, ')}`],
  ])('is all the digits of a message: %s', (_, text) => {
    expect(clean(text)).not.toMatch(/\d/);
  });

  test.each([
    ['a day among them', 'card 4111 um 11.11 well 11111111'],
    ['twelve digits', 'card 5000 uh 0000 well 0009'],
    ['a wrong check digit', 'card 41111 uh 11111 well 111112'],
  ])('is none with %s', (_, text) => {
    expect(clean(text)).toBe(text);
  });

  test.each([
    ['other words between its groups', 'for 2 by card: 4111 uh 1111 well 1111 um 1111', true],
    ['a word of cards between', 'for 2 by card: 4111 uh 1111 my visa 1111 um 1111', true],
    ['a harmless name before', 'order for 2 by card: 4111 uh 1111 well 1111 um 1111', true],
    ['a harmless name behind', 'for 2 by card: 4111 uh 1111 well 1111 um 1111 as my order', true],
    ['groups that no card has', 'for 2 by card: 41111 uh 11111 well 111111', false],
    ['a harmless name between', 'for 2 by card: 4111 uh 1111 my order 1111 um 1111', false],
    ['one right behind its first group', 'for 2 by card: 4111pax uh 1111 well 1111 um 1111', false],
    ['one right before its last', 'for 2 by card: 4111 uh 1111 well 1111 um order1111', false],
    ['24 characters between', `for 2 by card: 4111 uh 1111 ${'z'.repeat(22)} 1111 um 1111`, true],
    ['25 between', `for 2 by card: 4111 uh 1111 ${'z'.repeat(23)} 1111 um 1111`, false],
  ])('is picked from more digits by its groups: %s', (_, text, found) => {
    expect(clean(text)).toBe(found ? text.replace(/\d{4}/g, CARD) : text);
  });

  test('says of every group why it was covered', () => {
    const { findings } = redact('card 4111 uh 1111 well 1111 um 1111');
    expect(findings.map(({ why }) => why)).toEqual(
      Array(4).fill('visa range and length over groups that stand apart, Luhn check passes'),
    );
  });
});

describe('a number that is spared whole', () => {
  const known = { options: { isKnownId: (value: string) => value === '4111111111111111' } };

  test('is not found again in its groups', () => {
    expect(redact('card 4111 1111 1111 1111', known).text).toBe('card 4111 1111 1111 1111');
    expect(redact('card 5555 5555 5555 4444', known).text).toBe('card [PAYMENT_CARD]');
  });

  test('is a device’s, though a card is spoken of', () => {
    const text = 'my card broke my phone, its imei is 37 828224 631000 5';
    expect(redact(text).text).toBe(text);
  });
});
