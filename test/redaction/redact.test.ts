import { type EarlierMessage, redact } from '../../redaction';

const CARD = '4111 1111 1111 1111';
const said = (from: EarlierMessage['from'], text: string, id = '1'): EarlierMessage => ({ id, from, text });

describe('redact', () => {
  test('replaces a card and says where it stood and why', () => {
    const { text, findings } = redact(`please charge ${CARD}, thanks`);
    expect(text).toBe('please charge [PAYMENT_CARD], thanks');
    expect(findings).toEqual([
      { type: 'PAYMENT_CARD', start: 14, end: 33, recogniser: 'card', why: expect.stringContaining('Luhn') },
    ]);
  });

  test('never quotes a value in its reasons', () => {
    const { findings } = redact(`card ${CARD}, cvv 737, cccd 079203012345, otp 482913`);
    expect(findings.map((finding) => finding.type)).toEqual([
      'PAYMENT_CARD',
      'SECURITY_CODE',
      'GOVERNMENT_ID',
      'ONE_TIME_PASSCODE',
    ]);
    for (const { why } of findings) expect(why).not.toMatch(/\d{3}/);
  });

  test('leaves the order number beside a card alone', () => {
    expect(redact(`Order 362331487 was paid with ${CARD}`).text).toBe('Order 362331487 was paid with [PAYMENT_CARD]');
  });

  test('takes the code that was asked for, not the order number that was', () => {
    const asked = redact('482913', { earlier: [said('ai', 'Please read me the code we texted you')] });
    expect(asked.text).toBe('[ONE_TIME_PASSCODE]');
    expect(asked.hold).toBe(false);
    expect(redact('482913', { earlier: [said('ai', 'What is your order number?')] }).text).toBe('482913');
  });

  test.each([
    ['discount code 482913 please', 'discount'],
    ['mã đơn hàng 482913', 'order'],
    ['PIN code 560001', 'postal'],
    ['error code 482913', 'error'],
    ['the card ending in 4444', 'last four'],
    ['+84 912 345 678', 'phone'],
  ])('leaves "%s" alone', (text) => {
    expect(redact(text).text).toBe(text);
  });

  test.each([
    ['my card is four one one one one one one one one one one one one one one one', '[PAYMENT_CARD]'],
    ['mã otp là ba một năm chín sáu một', '[ONE_TIME_PASSCODE]'],
    ['otp: double five one nine', '[ONE_TIME_PASSCODE]'],
    ['验证码是四八二九一三', '[ONE_TIME_PASSCODE]'],
    ['card ④①①①①①①①①①①①①①①①', '[PAYMENT_CARD]'],
    ['بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١', '[PAYMENT_CARD]'],
    ['card 4O11 1111 1111 111l', '[PAYMENT_CARD]'],
  ])('reads digits however they are written: %s', (text, placeholder) => {
    const { text: clean, findings } = redact(text);
    expect(findings).toHaveLength(1);
    expect(clean).toContain(placeholder);
    expect(clean).not.toMatch(/one|một|[一①١]/);
  });

  test('keeps the last four of a card only when told to', () => {
    const kept = redact(`card ${CARD} and passport C1234567`, { options: { keepLastFour: true } });
    expect(kept.text).toBe('card [PAYMENT_CARD ••1111] and passport [GOVERNMENT_ID]');
  });

  test('spares the numbers of the business, but no valid card unless the business knows it', () => {
    const options = { patterns: [/^DH\d{9}$/, /^4111\d{12}$/] };
    expect(redact('otp DH123456789', { options }).findings).toEqual([]);
    expect(redact('4111111111111111', { options }).findings).toHaveLength(1);
    const isKnownId = (value: string) => value === '4111111111111111';
    expect(redact('order 4111111111111111', { options: { isKnownId } }).findings).toEqual([]);
  });

  test('takes the brackets off a placeholder that a customer typed', () => {
    expect(redact('my card is [PAYMENT_CARD ••1111], pay [ payment card ]').text).toBe(
      'my card is (PAYMENT_CARD ••1111), pay ( payment card )',
    );
    expect(redact('paid with [PAYMENT_CARD]', { from: 'ai' }).text).toBe('paid with [PAYMENT_CARD]');
  });

  test('redacts what operators and the AI write too, without expecting answers of them', () => {
    expect(redact(`I see ${CARD}`, { from: 'operator' }).text).toBe('I see [PAYMENT_CARD]');
    const earlier = [said('ai', 'What is the code?')];
    expect(redact('482913', { from: 'operator', earlier })).toMatchObject({ text: '482913', hold: false });
  });

  test('removes the code behind a card and the data of its track', () => {
    expect(redact(`${CARD} 08/29 737`).text).toBe('[PAYMENT_CARD] 08/29 [SECURITY_CODE]');
    expect(redact('%B4111111111111111^DOE/JOHN^2512101100000000?').text).toBe(
      '%B[PAYMENT_CARD]^DOE/JOHN^[SECURITY_CODE]?',
    );
  });
});
