/** What the next message is expected to hold, judged by the messages before it. */
import { redact } from '../../redaction';
import { Expectation, expectationFrom } from '../../redaction/conversation/expectation';
import { History } from '../../redaction/conversation/history';

/** Messages in order; what the AI said begins with "AI: ". */
const following = (...lines: string[]) =>
  expectationFrom(
    new History(
      lines.map((line, i) => ({
        id: String(i),
        from: line.startsWith('AI: ') ? ('ai' as const) : ('customer' as const),
        text: line.replace('AI: ', ''),
      })),
    ),
  );
const kindsAfter = (...lines: string[]) => following(...lines).kinds;
const ASKED = 'AI: What is your card number?';
const times = (count: number, text: string) => Array.from({ length: count }, () => text);
const REMARK = 'the weather has been lovely all over the week';

describe('a question', () => {
  test.each([
    ['AI: What is your order number for the card payment?', ['harmless']],
    ['AI: I see your order number. What is your card number?', ['card']],
    ['AI: 几人。 卡?', ['card']],
    ['AI: I see your order number. Your s. s. n.?', ['government']],
    ['AI: Your date. of birth?', ['harmless']],
    ['AI: I don’t need the passport, the card please', ['card']],
    ['AI: Not your passport number, only your order number', ['harmless']],
    ['AI: Lovely weather, is it not?', []],
  ])('expects what its last sentence names: %s', (question, kinds) => {
    expect(kindsAfter(question)).toEqual(kinds);
    expect(following(question).asked).toBe(kinds.length > 0);
  });

  test('for one thing is for nothing else', () => {
    expect(following(ASKED).wantsOnly('card')).toBe(true);
    expect(following(ASKED).wantsOnly('government')).toBe(false);
    expect(following('AI: Your passport number and card number?').wantsOnly('government')).toBe(false);
  });

  test('for the digits of a message expects a code, when it is no longer than 160 characters', () => {
    const question = (length: number) => `AI: ${'Which digits do you see in the message'.padEnd(length - 1, 'e')}?`;
    expect(kindsAfter(question(160))).toEqual(['passcode']);
    expect(kindsAfter(question(161))).toEqual([]);
    expect(kindsAfter('AI: Which do you see in the message?')).toEqual([]);
  });

  test.each([
    ['three remarks', times(3, REMARK), true],
    ['a fourth', times(4, REMARK), false],
    ['six short asides', times(6, 'hold on'), true],
    ['a seventh', times(7, 'hold on'), false],
    ['three remarks and six asides', [...times(3, REMARK), ...times(6, 'hold on')], true],
    ['four asides of 24 letters', times(4, 'z'.repeat(24)), true],
    ['four of 25', times(4, 'z'.repeat(25)), false],
    ['four with a number', times(4, 'ok 5'), false],
    ['four answers', times(4, '[PAYMENT_CARD], with my very best wishes to all of you'), true],
    ['four that speak of other things', times(4, '[PAYMENT_CARD] for the room as you wish'), false],
  ])('stands for three messages and six asides: %s', (_, messages, stands) => {
    expect(following(ASKED, ...messages).wants('card')).toBe(stands);
  });
});

describe('an answer that was replied to', () => {
  test('lets only a card go on, unasked', () => {
    const reply = 'AI: Thank you!';
    expect(following('[PAYMENT_CARD] [ONE_TIME_PASSCODE]', reply)).toMatchObject({
      kinds: ['card'],
      asked: false,
      answered: true,
    });
    expect(kindsAfter('[ONE_TIME_PASSCODE]', reply)).toEqual([]);
  });
});

describe('a customer who announces a number', () => {
  test.each([
    ['my card number, as you asked', ['card']],
    ['my order number, as you asked', ['harmless']],
    ['my order number for that card', ['harmless']],
    ['the card that I want to use', ['card']],
    ['the card, one of 2', ['card']],
    ['my room xyz', ['harmless']],
    ['my room wxyz', []],
    ['2 rooms', []],
    ['my card 411', []],
    ['do you take the card?', []],
    ['do you take a card number?', []],
    ['you mean my passport number?', ['government']],
  ])('is expected to write what he named and has not given: %s', (text, kinds) => {
    expect(kindsAfter(text)).toEqual(kinds);
    expect(following(text).asked).toBe(false);
  });
});

describe('a message that was sent', () => {
  const SENT = 'AI: I have sent you a text';

  test.each([
    ['is known of', [SENT], true],
    ['for two messages', [SENT, 'ok', 'a moment'], true],
    ['not for three', [SENT, 'ok', 'a moment', 'here'], false],
    ['until something is given', [SENT, '[ONE_TIME_PASSCODE]'], false],
    ['by the other side’s word alone', ['I sent you a message'], false],
    ['until it says something else', [SENT, 'ok', 'AI: Lovely weather'], false],
    ['told in 160 characters', [SENT.padEnd(164, '.')], true],
    ['not in 161', [SENT.padEnd(165, '.')], false],
  ])('%s', (_, lines, expected) => {
    expect(following(...lines).sent()).toBe(expected);
  });

  test('is none where nothing was said', () => {
    expect(Expectation.none.sent()).toBe(false);
    expect(following().sent()).toBe(false);
  });
});

describe('a question whose word goes over the end of a line', () => {
  test.each(['Your order number and your passport\nnumber?', 'Your social. security number?'])(
    'expects what it asks for: %j',
    (text) => {
      expect(redact('219099999', { earlier: [{ id: 'q', from: 'ai', text }] }).text).toBe('[GOVERNMENT_ID]');
    },
  );
});
