/** Which rows of digits in one message are a payment card, by how they are grouped, parted and spoken of. */
import { redact } from '../../redaction';

const CARD = '[PAYMENT_CARD]';
const clean = (text: string) => redact(text).text;
const recognisers = (text: string) => redact(text).findings.map(({ recogniser }) => recogniser);

describe('a card among other numbers', () => {
  test.each([
    ['12 41 11 11 11 11 11 11 11', '12 41 11 11 11 11 11 11 11'],
    ['12, then it is 41 11 11 11 11 11 11 11', `12, then it is ${CARD}`],
    ['card 12 41 11 11 11 11 11 11 11', `card 12 ${CARD}`],
    ['123 411 111 111 111 111 1', `123 ${CARD}`],
    ['41 11 11 11 11 11 11 11 22 33', '41 11 11 11 11 11 11 11 22 33'],
    ['41 11 11 11 11 11 11 11 and so on to 22', `${CARD} and so on to 22`],
    ['411 111 111 111 111 1 22', `${CARD} 22`],
  ])('is no pick out of a row of pairs, unless cards are spoken of: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ['visa is over at sixteen digits', 'card 4111 1111 1111 1111 003', `card ${CARD} 003`],
    ['and does not stop at thirteen', 'card 4222222222222 006', `card ${CARD}`],
    ['diners is over at fifteen', 'card 362222222200000 1008', `card ${CARD} 1008`],
    ['maestro goes on to nineteen', 'card 6759 0000 0000 1115 117', `card ${CARD}`],
  ])('ends where its scheme lets it: %s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });
});

describe('a card in groups', () => {
  test.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111-1111-\n1111-1111',
    '4111 - 1111-1111 - 1111',
    '3782 822463 10005',
  ])('is grouped and parted as on a card: %j', (text) => {
    expect(clean(text)).toBe(CARD);
  });

  test.each([
    ['sizes that no card has', '41111 11111 111111'],
    ['a lone first digit', '4 1111 1111 1111 111'],
    ['two kinds of separator', '4111-1111 1111-1111'],
    ['another separator at the end', '4111-1111-1111.1111'],
    ['a line break for a dash', '4111\n1111-1111-1111'],
    ['a line break for a space', '4111\n1111 1111 1111'],
  ])('is none with %s, unless a card is spoken of', (_, digits) => {
    expect(clean(digits)).toBe(digits);
    expect(clean(`card ${digits}, call 12`)).toBe(`card ${CARD}, call 12`);
    expect(recognisers(`card ${digits}, call 12`)).toEqual(['card']);
  });
});

describe('what spares a card', () => {
  const isKnownId = (value: string) => value === '4111111111111111';
  const known = (text: string) => redact(text, { options: { isKnownId } }).text;

  test('is that the business knows the number, whatever it is called', () => {
    expect(known('card 4111111111111111')).toBe('card 4111111111111111');
    expect(known('4111 1111 1111 1111')).toBe('4111 1111 1111 1111');
    expect(known('card 4222222222222')).toBe(`card ${CARD}`);
  });

  test.each([
    ['order number 4222222222222', 'order number 4222222222222'],
    ['order number 4222222222222 of 2026', 'order number 4222222222222 of 2026'],
    ['card 4222222222222, not my order', `card ${CARD}, not my order`],
    ['code 4222222222222', `code ${CARD}`],
    ['it is 4222222222222', `it is ${CARD}`],
    ['order number 36000000000008', `order number ${CARD}`],
    ['order number 4111111111111111', `order number ${CARD}`],
  ])('of thirteen digits, and no more, is a harmless name: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ['imei 378282246310005', 'imei 378282246310005'],
    ['so imei: 378282246310005', 'so imei: 378282246310005'],
    ['my card broke my phone, its imei is 378282246310005', 'my card broke my phone, its imei is 378282246310005'],
    ['imei lost, card number 378282246310005', `imei lost, card number ${CARD}`],
    ['imei unknown. my card is 378282246310005', `imei unknown. my card is ${CARD}`],
    ['serial number 378282246310005', `serial number ${CARD}`],
  ])('is the name of a device, where no card is nearer: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
    expect(recognisers(text)).toEqual(text === expected ? [] : ['card']);
  });
});
