import { redact, redactConversation } from '../../redaction';

const clean = (text: string): string => redact(text).text;
const CODE = '[ONE_TIME_PASSCODE]';

describe('a code that a whole sentence tells', () => {
  test.each([
    ['OTP for txn of INR 1,250.00 at PAPERMILL on card ending 4471 is 118204', '118204'],
    ['Ihre TAN für die Überweisung über 12,50 EUR an Bäcker lautet 118204', '118204'],
    ['autorizacni kod pro platbu 2 490 Kc je 118 204', '118 204'],
    ['Votre code pour valider le paiement de 12,50 EUR est 118204. Ne le communiquez jamais', '118204'],
    ['Your code to add a card to the wallet is 118-204', '118-204'],
    ['118204 is your Papermill Account code', '118204'],
    ['пароль 11820 для підтвердження оплати', '11820'],
    ['KB: overovaci kod 11820447 k platbe', '11820447'],
  ])('is found behind its amounts and card tails: %s', (text, code) => {
    expect(clean(text)).toBe(text.replace(code, CODE));
  });

  test.each([
    'the OTP for the flight never came, my booking number is 448120',
    'OTP for login failed; the order number is 448120',
    '118204 is your order code',
    'code for the fee is 250,00 EUR',
    'your code for the door is 4471',
    'verification of the meter: 048812 at nine',
  ])('is not any number behind a copula: %s', (text) => {
    expect(clean(text)).toBe(text);
  });

  test('takes a second code of the same message along, but no number that a word names', () => {
    expect(clean('got two msgs, first said 118204 then 551902')).toBe(`got two msgs, first said ${CODE} then ${CODE}`);
    expect(clean('I typed 118204, it says wrong; order 551902')).toBe(`I typed ${CODE}, it says wrong; order 551902`);
    expect(clean('order 118204 and 551902')).toBe('order 118204 and 551902');
  });

  test.each([
    'ich habe 118204 statt 118240 erhalten',
    'you sent me 2 of 118204, I asked for 3',
    'llegó el 118204 pero roto',
    'read the message: it says 118204 points',
    'the number on the back of the modem is 118204',
  ])('is no number of goods that came: %s', (text) => {
    expect(clean(text)).toBe(text);
  });
});

describe('a code with letters', () => {
  test('is taken in small letters where either half mixes letters and digits', () => {
    expect(clean('backup code 4f3k-82qd was used')).toBe(`backup code ${CODE} was used`);
    expect(clean('backup code list-four was used')).toBe('backup code list-four was used');
  });
});

describe('a word that is an acronym in one language and everyday speech in another', () => {
  test.each([
    ['¿Sería tan amable de indicarme su número de pedido?', '118204'],
    ['Bitte geben Sie Ihre Bestellnummer ein.', '118204'],
  ])('asks for nothing in a question: %s', (question, answer) => {
    expect(redact(answer, { earlier: [{ id: '1', from: 'operator', text: question }] }).text).toBe(answer);
  });

  test.each(['je ne l’ai pas encore', 'nie mam przy sobie', 'sin prisa', 'c’est bon', '잠시만요'])(
    'announces nothing between a question and its answer: %s',
    (aside) => {
      const { texts } = redactConversation([
        { from: 'operator', text: 'Please read me the code we texted you' },
        { from: 'customer', text: aside },
        { from: 'customer', text: '118 204' },
      ]);
      expect(texts[2]).toBe(CODE);
    },
  );

  test.each([
    ['What is your sin?', '120 458 337', '[GOVERNMENT_ID]'],
    ['Ihre tan bitte', '118204', CODE],
  ])('is one where somebody’s is spoken of: %s', (question, answer, expected) => {
    expect(redact(answer, { earlier: [{ id: '1', from: 'operator', text: question }] }).text).toBe(expected);
  });
});

describe('a question for the digits of a message', () => {
  test.each(['Mi dica le cifre che legge nel messaggio', 'Which number did the automated message read out?'])(
    'asks for the code without naming it: %s',
    (question) => {
      expect(redact('3309', { earlier: [{ id: '1', from: 'operator', text: question }] }).text).toBe(CODE);
    },
  );

  test('does not when it names an order', () => {
    const earlier = [{ id: '1', from: 'operator' as const, text: 'Which order number is in the message?' }];
    expect(redact('330918', { earlier }).text).toBe('330918');
  });
});
