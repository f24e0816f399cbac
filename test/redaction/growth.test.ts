import { ADVERSARIAL } from '../../bench/redaction/adversarial';
import { redact } from '../../redaction';
import { growth, LINEAR } from '../support/processor-time';

describe('redaction of long text', () => {
  test.each(ADVERSARIAL)('takes time in proportion to length: %s', (_, make) => {
    expect(growth((length) => redact(make(length)), 10_000)).toBeLessThan(LINEAR);
  });

  test.each([
    ['Your card number please?', '4111, '],
    ['Your passport number please?', '12345, '],
    ['Your passport number please?', '1234S, '],
    ['What is the code we texted?', '12; '],
    ['What is the code we texted?', '482913, '],
    ['Your order number please?', '482913, '],
  ])('takes time in proportion to length after "%s": %s', (question, answer) => {
    const earlier = [{ id: '1', from: 'ai' as const, text: question }];
    expect(growth((length) => redact(answer.repeat(length / answer.length), { earlier }), 5_000)).toBeLessThan(LINEAR);
  });

  test.each(['12345; ', 'the rest is 12345; '])('takes time in proportion to length behind a secret: %s', (more) => {
    const earlier = [{ id: '1', from: 'customer' as const, text: 'my ssn [GOVERNMENT_ID]' }];
    expect(growth((length) => redact(more.repeat(length / more.length), { earlier }), 5_000)).toBeLessThan(LINEAR);
  });

  test('carries a long conversation without growing with it', () => {
    const earlier = Array.from({ length: 12 }, (_, id) => ({
      id: String(id),
      from: 'customer' as const,
      text: '4111 '.repeat(2_000),
    }));
    const few = () => redact('1111', { earlier: earlier.slice(0, 3) });
    expect(() => few()).not.toThrow();
    expect(redact('1111', { earlier }).earlier).toEqual([]);
  });
});
