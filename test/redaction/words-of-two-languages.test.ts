import { redact } from '../../redaction';

const clean = (text: string, question?: string): string =>
  redact(text, question === undefined ? {} : { earlier: [{ id: '1', from: 'ai', text: question }] }).text;

describe('a word that is a passcode in one language', () => {
  test.each([
    'giao tới 4829 Tân Bình',
    'giao toi 4829 Tan Binh nha',
    'so 1205 tan son nhat',
    'phòng 1205, lễ tân ơi',
    'phong 1205 may lanh ko mat, goi le tan',
  ])('names a place or a desk in another: %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  test.each(['meine TAN ist 482913', '482913 ist die tan', 'mã 482913, em ở Tân Bình'])(
    'and is one here: %s',
    (text) => {
      expect(clean(text)).toBe(text.replace('482913', '[ONE_TIME_PASSCODE]'));
    },
  );
});

describe('an amount beside a code', () => {
  test.each(['1499,00 CZK', '1499 Kč', '250.00 RON', 'HUF 12900'])('is left alone: %s', (amount) => {
    expect(clean(`verification code for ${amount}: 770418`)).toBe(
      `verification code for ${amount}: [ONE_TIME_PASSCODE]`,
    );
  });
});

test('a sentence that trails off covers no digits, dots before them do', () => {
  const question = 'Le hemos enviado un código por SMS. ¿Me lo puede indicar?';
  expect(clean('a ver... 016 448', question)).toBe('a ver... [ONE_TIME_PASSCODE]');
  expect(clean('the code on my card ending in ... 1234')).toContain('... 1234');
});

test('a card of eighteen digits is covered to its end, also where its first sixteen pass the check', () => {
  expect(clean('guarantee with 6759 1965 7659 4978 91 Maestro')).toBe('guarantee with [PAYMENT_CARD] Maestro');
});
