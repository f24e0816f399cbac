import { type EarlierMessage, redact, redactConversation } from '../../redaction';

const customer = (...texts: string[]) => texts.map((text) => ({ from: 'customer' as const, text }));

describe('redaction over a conversation', () => {
  test('finds a card split over messages while an order number survives', () => {
    const { texts } = redactConversation([
      ...customer('order 882716 is late'),
      { from: 'ai', text: 'Sorry about that. Which card did you pay with?' },
      ...customer('41111111', '11111111'),
    ]);
    expect(texts.join(' | ')).toContain('order 882716 is late');
    expect(texts.slice(2)).toEqual(['[PAYMENT_CARD]', '[PAYMENT_CARD]']);
  });

  test('goes on masking pieces of a card after a word in between, until something else is asked', () => {
    const { texts } = redactConversation([
      ...customer('card', '4111', '1111'),
      { from: 'ai', text: 'Go on' },
      ...customer('1111 1111'),
      { from: 'ai', text: 'How many nights?' },
      ...customer('1204'),
    ]);
    expect(texts.filter((text) => text === '[PAYMENT_CARD]')).toHaveLength(3);
    expect(texts.at(-1)).toBe('1204');
  });

  test('masks a first half again when the second one comes', () => {
    const earlier: EarlierMessage[] = [{ id: 'm1', from: 'customer', text: '411111111111' }];
    const { text, earlier: again } = redact('1111', { earlier });
    expect(text).toBe('[PAYMENT_CARD]');
    expect(again).toEqual([
      {
        id: 'm1',
        text: '[PAYMENT_CARD]',
        findings: [expect.objectContaining({ type: 'PAYMENT_CARD', start: 0, end: 12 })],
      },
    ]);
  });

  test('writes one placeholder for groups that stand side by side, and no digit of a piece', () => {
    const messages = customer('4111 1111', '1111 1111');
    expect(redactConversation(messages).texts).toEqual(['[PAYMENT_CARD]', '[PAYMENT_CARD]']);
    const thrice = customer('4111 1111 1111', '1111');
    expect(redactConversation(thrice, { keepLastFour: true }).texts).toEqual(['[PAYMENT_CARD]', '[PAYMENT_CARD]']);
  });

  test('asks to hold a bare fragment, and nothing else', () => {
    expect(redact('41111111').hold).toBe(true);
    expect(redact('41111111', { earlier: [{ id: '1', from: 'ai', text: 'Your order number?' }] }).hold).toBe(false);
    expect(redact('we are 4').hold).toBe(false);
    expect(redact('4111 1111 1111 1111').hold).toBe(false);
  });

  test('reports findings of earlier messages in the offsets of what was written', () => {
    const { findings, texts } = redactConversation(customer('4111 1111 1111 1111 then 40128888', '88881881'));
    expect(texts).toHaveLength(2);
    for (const { message, start, end } of findings) expect([message, start, end].every(Number.isInteger)).toBe(true);
    expect(findings[0]).toMatchObject({ message: 0, start: 0, end: 19 });
  });

  test('learns from the next message what a number was', () => {
    expect(redactConversation(customer('482913', "that's the otp")).texts[0]).toBe('[ONE_TIME_PASSCODE]');
    expect(redactConversation(customer('482913', 'is my order number')).texts[0]).toBe('482913');
  });

  test('lets an expectation end when it has been answered and replied to', () => {
    const { texts } = redactConversation([
      { from: 'operator', text: 'Please read me the code from the SMS' },
      ...customer('482913'),
      { from: 'operator', text: 'Thanks, verified!' },
      ...customer('we will be 1204 on the list'),
    ]);
    expect(texts[1]).toBe('[ONE_TIME_PASSCODE]');
    expect(texts[3]).toBe('we will be 1204 on the list');
  });

  test('reports findings of customer messages only', () => {
    const { findings, texts } = redactConversation([{ from: 'operator', text: 'card 4111 1111 1111 1111' }]);
    expect(findings).toEqual([]);
    expect(texts).toEqual(['card [PAYMENT_CARD]']);
  });
});
