import { redact, redactConversation } from '../../redaction';

const said = (...texts: string[]) =>
  redactConversation(texts.map((text) => ({ from: 'customer' as const, text }))).texts;
const CODE = '[ONE_TIME_PASSCODE]';

describe('a secret written twice in a message', () => {
  test.each([
    [
      'Your login code: 20623\nor tap https://t.me/login/20623',
      `Your login code: ${CODE}\nor tap https://t.me/login/${CODE}`,
    ],
    ['WhatsApp code: 379-523, v.whatsapp.com/379523', `WhatsApp code: ${CODE}, v.whatsapp.com/${CODE}`],
    [
      'Your one-time code is 501437.\n\n@bank.example #501437',
      `Your one-time code is ${CODE}.\n\n@bank.example #${CODE}`,
    ],
  ])('is covered both times: %s', (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test('says nothing of other numbers, short ones, or those of the business', () => {
    expect(redact('otp 482913, see http://a.example/482914').text).toBe(`otp ${CODE}, see http://a.example/482914`);
    expect(redact('cvv 123, gate 123').text).toBe('cvv [SECURITY_CODE], gate 123');
    const options = { patterns: [/^DH482913$/] };
    expect(redact('otp 482913, order DH482913', { options }).text).toBe(`otp ${CODE}, order DH482913`);
    expect(redact('order 482913, order 482913').findings).toEqual([]);
  });

  test('is found with the type and recogniser of its first writing', () => {
    const [first, second] = redact('ssn 219-09-9999 http://a.example/219099999').findings;
    expect(second).toMatchObject({ type: first?.type, recogniser: first?.recogniser, start: 33, end: 42 });
  });
});

describe('a secret that goes on in the next message', () => {
  test.each([
    ['first part of my ssn 55067', 'last part 6507', 'last part [GOVERNMENT_ID]'],
    ['my otp starts: otp 4829', 'the rest is 1367', `the rest is ${CODE}`],
    ['my ssn 55067', '뒷자리 6507', '뒷자리 [GOVERNMENT_ID]'],
  ])('is covered there too: "%s", then "%s"', (first, second, expected) => {
    expect(said(first, second)[1]).toBe(expected);
  });

  test('does not go on in words that speak of something else', () => {
    expect(said('my ssn 550675123', 'the last part of my order number 6507')[1]).toContain('6507');
    expect(said('hello', 'last part 6507')[1]).toBe('last part 6507');
    expect(said('my ssn 550675123', 'we are 6507 people')[1]).toBe('we are 6507 people');
  });

  test('ends with the other side’s word', () => {
    const { texts } = redactConversation([
      { from: 'customer', text: 'my ssn 550675123' },
      { from: 'ai', text: 'Thank you.' },
      { from: 'customer', text: 'last part 6507' },
    ]);
    expect(texts.at(-1)).toBe('last part 6507');
  });
});

describe('what a question makes of digits', () => {
  const answered = (question: string, ...answers: string[]) =>
    redactConversation([
      { from: 'ai', text: question },
      ...answers.map((text) => ({ from: 'customer' as const, text })),
    ]).texts.slice(1);

  test('is a passcode where a security code was e-mailed, however short its parts', () => {
    expect(answered('Please tell me the security code we have just emailed.', '881986')).toEqual([CODE]);
    expect(answered('What is the verification code?', '48', '2913')).toEqual([CODE, CODE]);
    expect(answered('What is the verification code?', 'in 48 hours')).toEqual(['in 48 hours']);
  });

  test('is an id though its end reads like seconds', () => {
    expect(answered('Your DNI, please?', '6318', '1164S')).toEqual(['[GOVERNMENT_ID]', '[GOVERNMENT_ID]']);
    expect(answered('How long did it take?', '1164s')).toEqual(['1164s']);
  });
});
