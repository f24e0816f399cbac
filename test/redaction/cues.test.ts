import { redact, redactConversation } from '../../redaction';

const clean = (text: string) => redact(text).text;

describe('what a number is', () => {
  test.each([
    ['my wife and I: passports C2858489 and F3823278', 'my wife and I: passports [GOVERNMENT_ID] and [GOVERNMENT_ID]'],
    ['change my NRIC from S0000001I to G8080806U', 'change my NRIC from [GOVERNMENT_ID] to [GOVERNMENT_ID]'],
    ['7820 6993 9133 is aadhaar, 9876543210 is my phone', '[GOVERNMENT_ID] is aadhaar, 9876543210 is my phone'],
    ['otp482913', 'otp[ONE_TIME_PASSCODE]'],
    ['S.S.N. 536228765', 'S.S.N. [GOVERNMENT_ID]'],
    ['passport 18CK43853', 'passport [GOVERNMENT_ID]'],
    ['Пароль: 482913. Никому не сообщайте', 'Пароль: [ONE_TIME_PASSCODE]. Никому не сообщайте'],
    ['the transfer password is 482913', 'the transfer password is [ONE_TIME_PASSCODE]'],
    ['Karnataka driving licence KA01 20110012345', 'Karnataka driving licence [GOVERNMENT_ID]'],
    ['recovery code CZKN-3898', 'recovery code [ONE_TIME_PASSCODE]'],
    ['you sent 139534 to my phone by sms', 'you sent [ONE_TIME_PASSCODE] to my phone by sms'],
    ['my SSN ends in 2809', 'my SSN ends in [GOVERNMENT_ID]'],
    ['ma xac thuc cua minh la 482913 nhe', 'ma xac thuc cua minh la [ONE_TIME_PASSCODE] nhe'],
    ['identity card number L01X00T47', 'identity card number [GOVERNMENT_ID]'],
    ['card: 4532... 0151... 1283... 0366', 'card: [PAYMENT_CARD]'],
    [
      'my card is forty-five thirty-two oh one five one twelve eighty-three oh three six six',
      'my card is [PAYMENT_CARD]',
    ],
  ])('is told by the words around it: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    'steam id 76561198012345678',
    'jadi 497.500? ongkir nya brp',
    'password 48291337',
    'id of the item 09621941',
    'social media id 34060922',
    'season pass number 058731342',
    'pickup pin 1260 for the locker',
    'pincode 400076',
    'the otp for order 20268919 never came',
    'my order 05587229 needs otp on delivery',
    'gift card number 6006 4912 3456',
    'code for the fee of 250,00 EUR',
    'visa *4444, total 1,250,000',
    'gst 27AAPFU0939F1ZV',
    'two rooms for three nights four people',
    'iqama office opens 1448/05/12',
    'access denied code 4031',
  ])('is left alone where the words say so: %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  test('is one of two things asked, each expected once', () => {
    const { texts } = redactConversation([
      { from: 'operator', text: 'may I have your id number and phone number' },
      { from: 'customer', text: '079203012345' },
      { from: 'customer', text: '0987123456' },
    ]);
    expect(texts.slice(1)).toEqual(['[GOVERNMENT_ID]', '0987123456']);
  });

  test('is still expected after words that are no answer', () => {
    const asides = ['hold on', "phone's dead", 'ok back'].map((text) => ({ from: 'customer' as const, text }));
    const { texts } = redactConversation([
      { from: 'ai', text: "What's the OTP?" },
      ...asides,
      { from: 'customer', text: '482913' },
    ]);
    expect(texts.at(-1)).toBe('[ONE_TIME_PASSCODE]');
  });

  test('is a card in pieces though a word stands between them or counts them', () => {
    const said = (...texts: string[]) =>
      redactConversation(texts.map((text) => ({ from: 'customer' as const, text }))).texts;
    expect(said('4532 0151', 'sorry', '1283 0366')).toEqual(['[PAYMENT_CARD]', 'sorry', '[PAYMENT_CARD]']);
    expect(said('first 8 digits 45320151', 'last 8 12830366')).toEqual([
      'first 8 digits [PAYMENT_CARD]',
      'last 8 [PAYMENT_CARD]',
    ]);
    expect(said('X0696085', 'thats my passport')).toEqual(['[GOVERNMENT_ID]', 'thats my passport']);
  });
});
