import { redact, redactConversation } from '../../redaction';

const from = { a: 'ai', o: 'operator', c: 'customer' } as const;

/** "o:Your id?" is the operator's, "c:" the customer's. */
function clean(...messages: string[]): string[] {
  return redactConversation(
    messages.map((line) => ({ from: from[line.charAt(0) as keyof typeof from], text: line.slice(2) })),
  ).texts.slice();
}

describe('what a question asks for', () => {
  test.each([
    "o:I don't need the code from the text, only your booking number.",
    'o:No need for the code, just the booking reference.',
    'o:Ich brauche keinen Code, nur die Bestellnummer.',
    'a:We never ask for codes. Is it about order 4455?',
  ])('is not what it says is not needed: %s', (question) => {
    expect(clean(question, 'c:ok 58820417').at(-1)).toBe('ok 58820417');
  });

  test('is what is refused too, where nothing else is asked for', () => {
    expect(clean('o:Not the whole code please.', 'c:482913').at(-1)).toBe('[ONE_TIME_PASSCODE]');
  });

  test('is first the harmless number and then the code, told apart by letters', () => {
    const question = 'o:Booking number first please, then the code we texted.';
    expect(clean(question, 'c:HX20448', 'c:118305').slice(1)).toEqual(['HX20448', '[ONE_TIME_PASSCODE]']);
  });

  test('may be a code of two digits among letters', () => {
    expect(clean('a:Please enter the passcode we emailed you.', 'c:M3XK8D').at(-1)).toBe('[ONE_TIME_PASSCODE]');
  });

  test('stands when the customer first gives a number of something else', () => {
    const question = 'o:How many rooms, and your national insurance number for the staff rate?';
    expect(clean(question, 'c:2 rooms', 'c:and JG078666C').slice(1)).toEqual(['2 rooms', 'and [GOVERNMENT_ID]']);
  });

  test('is an identity card where the last word says which card', () => {
    const question = "o:Mi servirebbe il numero della carta d'identità.";
    expect(clean(question, 'c:CA94062UX').at(-1)).toBe('[GOVERNMENT_ID]');
    expect(redact('numero della carta fedeltà 482913123').findings).toEqual([]);
  });
});

describe('a number that is said of', () => {
  test('shares the name before, behind a remark in brackets', () => {
    const text = "my passport failed so: WB1537851 (Irish), Anna's is LE7161818";
    expect(redact(text).text).toBe("my passport failed so: [GOVERNMENT_ID] (Irish), Anna's is [GOVERNMENT_ID]");
  });

  test('shares the name before as "the old one"', () => {
    expect(redact('new code 482913, old one 119922').findings).toHaveLength(2);
    expect(redact('code box 482913').findings).toEqual([]);
  });

  test('is no part of a card when it is a day or an hour', () => {
    const text = 'SV-Nr 3658190561 e-card, termin am 9.12. um 8:15 in Graz';
    expect(redact(text).text).toBe('SV-Nr [GOVERNMENT_ID] e-card, termin am 9.12. um 8:15 in Graz');
  });

  test('is none where digits are covered by x', () => {
    expect(redact('nhập 6 số gửi tới 09xx118').findings).toEqual([]);
  });

  test.each([
    ['o arithmos tautotitas mou einai AN 039255', 'GOVERNMENT_ID'],
    ['kod podtverzhdeniya 664019', 'ONE_TIME_PASSCODE'],
    ['shomare kart 5041 7210 1234 5678', 'PAYMENT_CARD'],
    ['raqam el hawiya 29001011234567', 'GOVERNMENT_ID'],
  ])('is known by words typed in Latin letters: %s', (text, type) => {
    expect(redact(text).findings.map((finding) => finding.type)).toEqual([type]);
  });

  test.each(['nomer zakaza 664019', 'shomare sefaresh 664019', 'arithmos paragelias 664019'])(
    'is left alone by such words for harmless ones: %s',
    (text) => {
      expect(redact(text).findings).toEqual([]);
    },
  );
});
