import { redactConversation } from '../../redaction';

const answered = (question: string, ...answers: string[]) =>
  redactConversation([
    { from: 'ai', text: question },
    ...answers.map((text) => ({ from: 'customer' as const, text })),
  ]).texts.slice(1);
const [CARD, ID, CODE, SECURITY] = ['[PAYMENT_CARD]', '[GOVERNMENT_ID]', '[ONE_TIME_PASSCODE]', '[SECURITY_CODE]'];

describe('an answer', () => {
  test.each([
    ['123', CARD],
    ['12', '12'],
    ['12345678901234567890', CARD],
    ['123456789012345678901', '123456789012345678901'],
    ['ab4058', 'ab4058'],
    ['4058 abcdefghijkl', `${CARD} abcdefghijkl`],
    ['4058 abcdefghijklm', '4058 abcdefghijklm'],
    ['40581172 abcdefghijklm', `${CARD} abcdefghijklm`],
    ['4058117 abcdefghijklm', '4058117 abcdefghijklm'],
  ])('to "which card?" is card digits, however mistyped, in few words: %s', (text, expected) => {
    expect(answered('Which card did you pay with?', text)).toEqual([expected]);
  });

  test.each([
    ['6318', ID],
    ['6318 abcd', `${ID} abcd`],
    ['abcd 6318', `abcd ${ID}`],
    ['abcde 6318', 'abcde 6318'],
    ['abc 6318 de', 'abc 6318 de'],
    ['abcde 63184421', `abcde ${ID}`],
  ])('to "your id?" may be short where little else is said: %s', (text, expected) => {
    expect(answered('Your ID number, please?', text)).toEqual([expected]);
  });

  test('to "your id and phone?" is no short number', () => {
    expect(answered('May I have your id number and phone number?', '6318')).toEqual(['6318']);
  });

  test.each([
    ['What is the CVV?', '123', SECURITY],
    ['What is the CVV?', '1234', SECURITY],
    ['What is the CVV?', '12', '12'],
    ['What is the CVV?', '123456', CODE],
    ['What is the CVV?', '123456789', '123456789'],
    ['What is the CVV?', 'ab123456', 'ab123456'],
    ['What is the CVV?', 'abc123', 'abc123'],
    ['What is your PIN?', '4821', CODE],
    ['What is your PIN?', '482', CODE],
  ])('to "%s" is told by its length: %s', (question, text, expected) => {
    expect(answered(question, text)).toEqual([expected]);
  });

  test('to two questions is given in the order asked', () => {
    expect(answered('Your order number and the OTP, please?', '552317 and 482913')).toEqual([`552317 and ${CODE}`]);
    expect(answered('The OTP and your order number, please?', '482913 and 552317')).toEqual([`${CODE} and 552317`]);
    expect(answered('The OTP and your card number, please?', '482913 and 40581172')).toEqual([`${CODE} and ${CARD}`]);
  });

  test('to one question may be several numbers', () => {
    expect(answered('The ID numbers, please?', '63184421 and 77120034')).toEqual([`${ID} and ${ID}`]);
  });

  test.each([
    ['my card starts with 40581172', 'the rest is 9941', `the rest is ${CARD}`],
    ['my otp 4829', 'last part 1367', `last part ${CODE}`],
    ['my ssn 55067', 'the rest is 6507', `the rest is ${ID}`],
  ])('that goes on is of the kind that began: "%s", then "%s"', (first, second, expected) => {
    const { texts } = redactConversation([first, second].map((text) => ({ from: 'customer' as const, text })));
    expect(texts[1]).toBe(expected);
  });
});
