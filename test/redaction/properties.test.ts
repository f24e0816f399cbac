import * as fc from 'fast-check';
import { redact, redactConversation } from '../../redaction';

const SECRETS = ['card 4111 1111 1111 1111', 'otp ４８２９１３', 'cccd 0​79203012345', 'SSN 536-22-8765'];
/** Letters that begin no cue, with marks, surrogate pairs and invisible characters among them. */
const filler = fc.array(fc.constantFrom('q', 'ў', 'ḥ', '🙂', '𐍈', '\u200b', 'ﬀ', ' ', '\u00a0', '«'), {
  maxLength: 12,
});

describe('redaction of any text', () => {
  test('throws on no string, lone surrogates included', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.integer({ min: 0, max: 0xffff })),
        (text, units) => {
          const wild = text + String.fromCharCode(...units);
          const { findings } = redact(wild);
          for (const { start, end } of findings) expect(0 <= start && start < end && end <= wild.length).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('throws on no conversation made of digits, cues and marks', () => {
    const word = fc.constantFrom(
      'card',
      'mã',
      'otp',
      '4111',
      '11',
      '[PAYMENT_CARD]',
      '[',
      ']',
      '-',
      '\n',
      '½',
      '⑫',
      '4️⃣',
      'one',
      'two',
      'số',
    );
    const message = fc.record({
      from: fc.constantFrom('customer' as const, 'ai' as const),
      text: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
        const { findings, texts } = redactConversation(messages);
        expect(texts).toHaveLength(messages.length);
        for (const { message: index, start, end } of findings) {
          expect(0 <= start && start < end && end <= (messages[index]?.text.length ?? 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(SECRETS)('shifts the findings of "%s" exactly with what stands around it', (secret) => {
    const [alone] = redact(secret).findings;
    expect(alone).toBeDefined();
    fc.assert(
      fc.property(filler, filler, (before, after) => {
        const prefix = `${before.join('')} `;
        const { findings } = redact(`${prefix}${secret} ${after.join('')}`);
        expect(findings).toEqual([
          { ...alone, start: prefix.length + (alone?.start ?? 0), end: prefix.length + (alone?.end ?? 0) },
        ]);
      }),
    );
  });

  test('changes nothing in text that is already clean', () => {
    const part = fc.constantFrom(
      'my card',
      '4111 1111 1111 1111',
      'otp 482913',
      'and 559542',
      'cccd 079203012345',
      'room 2070',
      'it is 990012',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const once = redact(parts.join(' '), { from: 'operator' }).text;
        expect(redact(once, { from: 'operator' }).text).toBe(once);
      }),
    );
  });

  test.each([
    ['digits', (n: number) => '7'.repeat(n)],
    ['digit groups', (n: number) => '4111 '.repeat(n / 5)],
    ['single digits', (n: number) => '4 '.repeat(n / 2)],
    ['brackets', (n: number) => '['.repeat(n)],
    ['cues', (n: number) => 'card '.repeat(n / 5)],
    ['cues and numbers', (n: number) => 'otp 482913 '.repeat(n / 11)],
    ['number words', (n: number) => 'one double '.repeat(n / 11)],
    ['letters and digits', (n: number) => 'a1'.repeat(n / 2)],
    ['dashes', (n: number) => '1-'.repeat(n / 2)],
    ['spaces', (n: number) => `card${' '.repeat(n)}4`],
    ['links', (n: number) => 'http://a/1'.repeat(n / 10)],
    ['combining marks', (n: number) => `4${'\u0301'.repeat(n)}`],
  ])('takes time in proportion to length: %s', (_, make) => {
    const time = (text: string) => {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3; i += 1) {
        const started = performance.now();
        redact(text);
        least = Math.min(least, performance.now() - started);
      }
      return least;
    };
    time(make(10_000));
    // Quadratic work would take a hundred times as long; the floor keeps timer noise out.
    expect(time(make(100_000)) / Math.max(2, time(make(10_000)))).toBeLessThan(35);
  });
});
