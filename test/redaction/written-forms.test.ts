import { redact } from '../../redaction';

const clean = (text: string) => redact(text).text;

describe('a number beside the word for a secret', () => {
  test.each([
    'token for NGN45,000.00 never came',
    'otp for RM120.50 never came',
    'otp for the card XX6903 never came',
    'IC of the tenant in #08-123',
    'cpf? no, fone (11) 92884-2640',
    'otp came on 20261122',
    'otp took 1164s',
    'your code is 20% off',
  ])('stays when its own writing says what it is: %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  test.each([
    ['Deliver to Kochi, PIN: 682379 Kerala', 'Deliver to Kochi, PIN: 682379 Kerala'],
    ['my pin is 6823', 'my pin is [SECURITY_CODE]'],
    ['deliver it, my atm pin 682379', 'deliver it, my atm pin [SECURITY_CODE]'],
    ['Deliver to Kochi, PIN: 082379', 'Deliver to Kochi, PIN: [SECURITY_CODE]'],
    ['PIN: 682379', 'PIN: [SECURITY_CODE]'],
  ])('is India’s postal code only in an address: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ['verification code for your account: 482913', 'verification code for your account: [ONE_TIME_PASSCODE]'],
    ['Bestätigungscode für Ihr PayPal-Konto: 361564', 'Bestätigungscode für Ihr PayPal-Konto: [ONE_TIME_PASSCODE]'],
    ['verification code for order 482913', 'verification code for order 482913'],
    ['verification code for order number: 482913', 'verification code for order number: 482913'],
  ])('is told from what the code is for: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ['4747-8951-6190\n-3037', '[PAYMENT_CARD]'],
    [
      'so its 4 digits 4900, then 1170, then 9941, and finally 0784',
      'so its 4 digits [PAYMENT_CARD], then [PAYMENT_CARD], then [PAYMENT_CARD], and finally [PAYMENT_CARD]',
    ],
    ['rooms 4900, then 1170, then 9941, and finally 0784', 'rooms 4900, then 1170, then 9941, and finally 0784'],
    ['4900 was cheap, 1170 dear, 9941 gone, 0784 left', '4900 was cheap, 1170 dear, 9941 gone, 0784 left'],
  ])('is a card over lines and words that lead on: %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    ['nambari ya uthibitisho ni 918017', '[ONE_TIME_PASSCODE]'],
    ['დადასტურების კოდი 638310', '[ONE_TIME_PASSCODE]'],
    ['растау коды 985607', '[ONE_TIME_PASSCODE]'],
    ['číslo občianskeho preukazu WC666525', '[GOVERNMENT_ID]'],
    ['vegabréf A1234567', '[GOVERNMENT_ID]'],
    ['مالي هوية 2303999300', '[GOVERNMENT_ID]'],
  ])('is known by its name in further languages: %s', (text, placeholder) => {
    expect(clean(text)).toContain(placeholder);
  });

  test.each(['zľavový kód 963713', 'פברואר 2026', 'užsakymas 96371322', 'ಪಿನ್ ಕೋಡ್ 560034'])(
    'is harmless by its name in further languages: %s',
    (text) => {
      expect(clean(text)).toBe(text);
    },
  );
});

test('a run of number words of any length is read without overflowing', () => {
  expect(redact('四一一一'.repeat(60_000)).text).not.toBe('');
});
