import { redact } from '../../redaction';

const clean = (text: string): string => redact(text).text;

describe('a code that no word names', () => {
  test.each([
    ['Use 5519 to collect your sign-in for Uber. Never share this code.', '5519'],
    ['MoMo: nhap 9037 de xac nhan giao dich 200.000d, em nhap ma app dung im', '9037'],
    ['Em nhập 250917 rồi mà báo hết hạn', '250917'],
    ['j’ai tapé 553018 trois fois et ça refuse', '553018'],
    ['I entered 771204 and it says invalid', '771204'],
    ['Parcel manager: enter 771204 to finish signing up', '771204'],
    ['pour confirmer votre paiement de 12,50 € saisissez 771204', '771204'],
    ['so I gave the caller 771204, was that wrong?', '771204'],
    ['habe dem Anrufer 771204 gesagt', '771204'],
    ['ho dato 771204 a uno che diceva di essere della banca', '771204'],
  ])('is known by what is done with it: %s', (text, code) => {
    expect(clean(text)).toBe(text.replace(code, '[ONE_TIME_PASSCODE]'));
  });

  test.each([
    'I entered 448120 as my order number and it says invalid',
    'please use 2000 points to confirm the upgrade',
    'enter 1205 on the intercom',
    'I gave the caller order 448120',
    'she said no, 448120 is the wrong size',
    'the driver said 15, 448120 is on the bill',
    'we tried 412500 VND and it was rejected',
    'shop nhập 250917 cái về kho nhé',
    'em bấm gửi lại 3 lần từ 20h15 rồi mà chưa nhận được mã OTP',
    '¿Cuál es el código del artículo 739015?',
    'קוד המוצר 448120, מידה 42, יש במלאי?',
  ])('is not any number that is entered: %s', (text) => {
    expect(clean(text)).toBe(text);
  });
});

test('two halves of a card are joined also where the first stands in a sentence about the card', () => {
  const first = 'you charged the wrong card. should be 44047279';
  const { text, earlier } = redact('02557570', { earlier: [{ id: '1', from: 'customer', text: first }] });
  expect([text, earlier.map((one) => one.text)]).toEqual([
    '[PAYMENT_CARD]',
    ['you charged the wrong card. should be [PAYMENT_CARD]'],
  ]);
});
