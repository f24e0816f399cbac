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

  test.each(everyZero())('reads the decimal digits of the script that begins at %s', (_, zero) => {
    const written = (digits: string) => digits.replace(/[0-9]/g, (d) => String.fromCodePoint(zero + Number(d)));
    for (const [words, digits] of [
      ['card', '4111 1111 1111 1111'],
      ['otp', '482913'],
      ['cccd', '079203012345'],
    ] as const) {
      const text = `${words} ${written(digits)}`;
      const { findings } = redact(text);
      expect(findings.map(({ start, end }) => [start, end])).toEqual([[words.length + 1, text.length]]);
    }
  });

  test('redacts what stands between any two pieces of harmless text, whoever wrote it', () => {
    const harmless = fc.constantFrom('thanks!', 'bàn 12', '🙂🙂', 'see you', '謝謝', '\n', 'ok…');
    const from = fc.constantFrom('customer' as const, 'ai' as const, 'operator' as const);
    fc.assert(
      fc.property(fc.constantFrom(...SECRETS), harmless, harmless, from, (secret, before, after, author) => {
        const { text } = redact(`${before} ${secret} ${after}`, { from: author });
        expect(text).not.toMatch(/4111 1111|４８２|79203012345|22-8765/);
        expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
      }),
    );
  });

  test('finds in a text with invisible characters what it finds without them', () => {
    const invisible = fc.constantFrom('\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u202e', '\ufe0f');
    fc.assert(
      fc.property(
        fc.constantFrom('4111 1111 1111 1111', '363.752.213-66'),
        fc.array(fc.tuple(fc.nat(18), invisible)),
        (number, extra) => {
          let hidden = number;
          for (const [at, character] of extra)
            hidden =
              hidden.slice(0, 1 + (at % (hidden.length - 1))) +
              character +
              hidden.slice(1 + (at % (hidden.length - 1)));
          const { findings } = redact(`x ${hidden} y`);
          expect(findings.map(({ start, end }) => [start, end])).toEqual([[2, 2 + hidden.length]]);
        },
      ),
    );
  });

  test('keeps four digits of a card and none of anything else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECRETS), (secret) => {
        const { text } = redact(secret, { options: { keepLastFour: true } });
        expect(text.replace(/[^0-9]/g, '')).toBe(secret.startsWith('card') ? '1111' : '');
      }),
    );
  });

  test('neutralises every imitation of a placeholder, so that clean text has only ours', () => {
    const name = fc.constantFrom(
      'PAYMENT_CARD',
      'payment card',
      'Government-ID',
      'ONE TIME PASSCODE',
      'security_code',
      'ＰＡＹＭＥＮＴ_CARD',
    );
    fc.assert(
      fc.property(name, fc.constantFrom('', ' ', ' ••1111'), (imitation, tail) => {
        expect(redact(`it is [${imitation}${tail}] ok`).text).toBe(`it is (${imitation}${tail}) ok`);
      }),
    );
  });
});

/** The zero of every script's decimal digits. */
function everyZero(): [string, number][] {
  const zeros: [string, number][] = [];
  for (let code = 0x30; code <= 0x1fbf0; code += 1) {
    if (!/^\p{Nd}$/u.test(String.fromCodePoint(code))) continue;
    zeros.push([`U+${code.toString(16).toUpperCase()}`, code]);
    code += 9;
  }
  return zeros;
}
