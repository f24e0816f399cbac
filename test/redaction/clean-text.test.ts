import { type EarlierMessage, redact } from '../../redaction';

const CARD = '4111 1111 1111 1111';
const earlier = (text: string, from: EarlierMessage['from'] = 'customer'): EarlierMessage[] => [
  { id: 'before', from, text },
];

describe('the text that redact gives', () => {
  test('is the one it got, where nothing was found', () => {
    expect(redact('').text).toBe('');
    expect(redact('hello 42 there').text).toBe('hello 42 there');
  });

  test.each([
    [`[PAYMENT_CARD] ${CARD} [GOVERNMENT_ID]`, '(PAYMENT_CARD) [PAYMENT_CARD] (GOVERNMENT_ID)'],
    [`${CARD} [PAYMENT_CARD]`, '[PAYMENT_CARD] (PAYMENT_CARD)'],
    ['[ONE_TIME_PASSCODE]', '(ONE_TIME_PASSCODE)'],
    ['[PAYMENT_CARD ••1111]', '(PAYMENT_CARD ••1111)'],
    ['[SOMETHING_ELSE] 42', '[SOMETHING_ELSE] 42'],
  ])('holds no placeholder of the customer’s own making: %s', (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test.each(['ai', 'operator', 'system'] as const)('keeps the placeholders that %s repeats', (from) => {
    expect(redact(`[PAYMENT_CARD] ${CARD}`, { from }).text).toBe('[PAYMENT_CARD] [PAYMENT_CARD]');
    expect(redact('[PAYMENT_CARD]', { from }).text).toBe('[PAYMENT_CARD]');
  });

  test('keeps the placeholders that stood in an earlier message which is masked again', () => {
    const { earlier: again } = redact("that's the otp", { earlier: earlier('482913') });
    expect(again.map(({ text }) => text)).toEqual(['[ONE_TIME_PASSCODE]']);
    expect(again[0]?.findings).toEqual([
      expect.objectContaining({ type: 'ONE_TIME_PASSCODE', start: 0, end: 6, recogniser: 'named-afterwards' }),
    ]);
  });

  test('shows the last four of whole cards alone', () => {
    const options = { keepLastFour: true };
    expect(redact(`card ${CARD}`, { options }).text).toBe('card [PAYMENT_CARD ••1111]');
    expect(redact('my card starts with 405811', { options }).text).toBe('my card starts with [PAYMENT_CARD]');
    expect(redact('maestro 500000000009', { options }).text).toBe('maestro [PAYMENT_CARD ••0009]');
    expect(redact('my ssn 219-09-9999', { options }).text).toBe('my ssn [GOVERNMENT_ID]');
    const { text, earlier: again } = redact('11111111', { options, earlier: earlier('41111111') });
    expect([text, again[0]?.text]).toEqual(['[PAYMENT_CARD]', '[PAYMENT_CARD]']);
  });
});

describe('what redact asks to be held', () => {
  test.each(['123', '123456789012345', '12 34 56', '12-34', '9 8 7'])('is a bare fragment: %s', (text) => {
    expect(redact(text).hold).toBe(true);
  });

  test.each(['12', '1234567890123456', 'a 123', '123 ok', '', 'hello', CARD, '四'])('is nothing else: %s', (text) => {
    expect(redact(text).hold).toBe(false);
  });

  test('is the customer’s, and no answer to a harmless question', () => {
    expect(redact('1234', { from: 'operator' }).hold).toBe(false);
    expect(redact('1234', { earlier: earlier('Your order number?', 'ai') }).hold).toBe(false);
    expect(redact('1234', { earlier: earlier('Hello!', 'ai') }).hold).toBe(true);
  });
});

describe('a message without digits', () => {
  test('names only a short message of digits right before it, by the customer', () => {
    const named = (text: string, from?: EarlierMessage['from']) =>
      redact("that's the otp", { earlier: earlier(text, from) }).earlier.length;
    expect(named('482913')).toBe(1);
    expect(named('٤٨٢٩١٣')).toBe(1);
    expect(named(`482913${' '.repeat(53)}`)).toBe(1);
    expect(named(`482913${' '.repeat(54)}`)).toBe(0);
    expect(named('hello')).toBe(0);
    expect(named('482913', 'ai')).toBe(0);
    expect(redact("that's the otp").earlier).toEqual([]);
    expect(redact("that's the otp", { from: 'operator', earlier: earlier('482913') }).earlier).toEqual([]);
  });
});
