import { ADVERSARIAL } from '../../bench/redaction/adversarial';
import { redact } from '../../redaction';

/** Milliseconds of processor time, so that a busy machine does not count. */
function time(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const started = process.cpuUsage();
    redact(text);
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('redaction of long text', () => {
  test.each(ADVERSARIAL)('takes time in proportion to length: %s', (_, make) => {
    time(make(10_000));
    // Quadratic work would take a hundred times as long; the floor keeps timer noise out.
    expect(time(make(100_000)) / Math.max(2, time(make(10_000)))).toBeLessThan(35);
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
