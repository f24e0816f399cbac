import { ADVERSARIAL } from '../../bench/redaction/adversarial';
import { redact } from '../../redaction';
import { growth, LINEAR } from '../support/processor-time';

describe('redaction of long text', () => {
  test.each(ADVERSARIAL)('takes time in proportion to length: %s', (_, make) => {
    expect(growth((length) => redact(make(length)), 10_000)).toBeLessThan(LINEAR);
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
