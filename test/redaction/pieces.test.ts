import { type EarlierMessage, redact, redactConversation } from '../../redaction';

const said = (...texts: string[]) =>
  redactConversation(texts.map((text) => ({ from: 'customer' as const, text }))).texts;
const CARD = '[PAYMENT_CARD]';

describe('a card in pieces', () => {
  test.each([
    [['4111', '1111', '1111', '1111']],
    [['4', '1', '1', '1', '111111111111']],
    [['41 11', '11 11', '11 11', '11 11']],
    [['4111-1111', '1111-1111']],
    [['card 4111 1111', 'and 1111 1111']],
    [['3782', '822463', '10005']],
    [['4111111111111', '111']],
    [['5555 5555', '5555 4444']],
    [['my visa is 4111 1111', '1111 1111 and expiry']],
    [['numéro de carte : 4111 1111', 'la suite 1111 1111, merci']],
    [['4111 11', '11111111 11']],
    [['four blocks ok? 4111', 'next 1111', '1111', 'and last 1111, don’t save it']],
    [['411111111111', 'the last four digits are 1111']],
  ])('is covered from its first piece to its last: %j', (pieces) => {
    expect(said(...pieces).join(' ')).not.toMatch(/\d/);
  });

  test('keeps its own digits apart from those that count them', () => {
    expect(said('the first 8 are 41111111', 'the last 8 are 11111111')).toEqual([
      `the first 8 are ${CARD}`,
      `the last 8 are ${CARD}`,
    ]);
    expect(said('首8位 41111111', '后8位 11111111')).toEqual([`首8位 ${CARD}`, `后8位 ${CARD}`]);
  });

  test('reaches back over six messages, and no further', () => {
    const six = ['4111', '11', '11', '11', '11', '11', '11'];
    expect(said(...six)).toEqual(six.map(() => CARD));
    const seven = ['4111', '11', '11', '11', '11', '11', '1', '1'];
    expect(said(...seven)).toEqual(seven);
  });

  test('is more than any nineteen digits: issuer, length and check digit must hold', () => {
    expect(said('41111111', '11111112')).toEqual(['41111111', '11111112']);
    expect(said('11111111', '11111117')).toEqual(['11111111', '11111117']);
    expect(said('41111111', '1111111111111111')).toEqual(['41111111', '1111111111111111']);
  });

  test('survives two short asides, and ends at a third, a long one or one that says what the number is', () => {
    expect(said('41111111', 'sorry', 'one sec', '11111111').at(-1)).toBe(CARD);
    expect(said('41111111', 'sorry', 'wait', 'hmm', '11111111').at(-1)).toBe('11111111');
    expect(said('41111111', 'that was my first attempt', '11111111').at(-1)).toBe('11111111');
    expect(said('41111111', 'my order', '11111111').at(-1)).toBe('11111111');
  });

  test('holds no number that is called something harmless', () => {
    expect(said('order 41111111', '11111111')).toEqual(['order 41111111', '11111111']);
    expect(said('41111111', 'order 11111111')).toEqual(['41111111', 'order 11111111']);
    expect(said('41111111', 'we would rather have a room with a view 11111111')[0]).toBe('41111111');
    expect(said('41111111', 'ends in 11111111')).toEqual([CARD, `ends in ${CARD}`]);
  });

  test('is told in few words, and not beside the name of something else', () => {
    const words = (letters: number) => said('41111111', `${'z'.repeat(letters)} 11111111`)[0];
    expect([words(30), words(31)]).toEqual([CARD, '41111111']);
    expect(said('41111111', 'at last my order 11111111')[0]).toBe('41111111');
    expect(said('41111111', 'sorry pressed that', '11111111').at(-1)).toBe(CARD);
    expect(said('41111111', 'sorry pressed those', '11111111').at(-1)).toBe('11111111');
  });

  test('does not reach over a question for something harmless, asked along with a card', () => {
    const { texts } = redactConversation([
      { from: 'customer', text: '41111111' },
      { from: 'ai', text: 'Your order number and your card number?' },
      { from: 'customer', text: '11111111' },
    ]);
    expect(texts[0]).toBe('41111111');
  });

  test('is not sought where something harmless was asked for', () => {
    const asked = (question: string) =>
      redactConversation([
        { from: 'customer', text: '41111111' },
        { from: 'ai', text: question },
        { from: 'customer', text: '11111111' },
      ]).texts.at(-1);
    expect(asked('What is your order number?')).toBe('11111111');
    expect(asked('Go on, please.')).toBe(CARD);
  });

  test('hears nothing of what the system wrote', () => {
    const { texts } = redactConversation([
      { from: 'customer', text: '41111111' },
      { from: 'system', text: 'Order number 55 was opened' },
      { from: 'customer', text: '11111111' },
    ]);
    expect(texts).toEqual([CARD, 'Order number 55 was opened', CARD]);
  });

  test('of issuers that share their range is found where a card is spoken of', () => {
    expect(said('56000000', '00000003')).toEqual(['56000000', '00000003']);
    expect(said('56000000', '10000001')).toEqual(['56000000', '10000001']);
    expect(said('56000000', 'card 10000001')).toEqual([CARD, `card ${CARD}`]);
  });

  test('says of every piece why it was covered', () => {
    const earlier: EarlierMessage[] = [{ id: 'a', from: 'customer', text: '4111 1111' }];
    const { findings, earlier: again } = redact('1111 1111', { earlier });
    expect(findings).toEqual([
      {
        type: 'PAYMENT_CARD',
        start: 0,
        end: 9,
        recogniser: 'card-in-pieces',
        why: 'visa range and length over consecutive messages, Luhn check passes',
      },
    ]);
    expect(again.map(({ id, findings: [finding] }) => [id, finding?.end])).toEqual([['a', 9]]);
  });
});

describe('a number that the next message names', () => {
  test.each([
    ['482913', 'that was the otp', '[ONE_TIME_PASSCODE]'],
    ['482913', 'the code from the sms', '[ONE_TIME_PASSCODE]'],
    ['079203012345', 'my cccd', '[GOVERNMENT_ID]'],
    ['X0696085', 'my passport', '[GOVERNMENT_ID]'],
    ['0696085X', 'my passport', '[GOVERNMENT_ID]'],
    ['4111111111111112', 'my card', CARD],
    ['yeah 482913', 'that was the otp', 'yeah [ONE_TIME_PASSCODE]'],
    ['1234567890123456789', 'my card', CARD],
    ['4829', 'thats my pin', '[SECURITY_CODE]'],
  ])('is taken out afterwards: "%s", then "%s"', (number, name, expected) => {
    expect(said(number, name)).toEqual([expected, name]);
  });

  test.each([
    ['482913', 'is that the otp?'],
    ['482913', 'the otp is for my order number'],
    ['482913', 'hello'],
    ['482913', 'for the flight'],
    ['12345678901234567890', 'my card'],
    ['482913', 'no idea what I should do with this but it was an otp'],
    ['482', 'that was the otp'],
    ['we are 482913', 'that was the otp'],
    ['482913', 'and by the way how would I ever get hold of an otp at all'],
    ['482913', 'the otp came 3 times'],
  ])('stays where nothing says so: "%s", then "%s"', (number, name) => {
    expect(said(number, name)[0]).toBe(number);
  });

  test('is the customer’s last, not one before it or somebody else’s', () => {
    expect(said('482913', 'hm', 'that was the otp')[0]).toBe('482913');
    const { texts } = redactConversation([
      { from: 'customer', text: '482913' },
      { from: 'ai', text: 'Thanks' },
      { from: 'customer', text: 'that was the otp' },
    ]);
    expect(texts[0]).toBe('482913');
  });
});
