/** Ids given away by their writing alone: where the writing begins and ends, and what beside it says otherwise. */
import { type RedactionOptions, redact } from '../../redaction';

/** Brackets mark what is taken: "[536-22-8765]."; a text without them stays as it is. */
function expectTaken(marked: string, options: RedactionOptions = {}): void {
  const text = marked.replace(/[[\]]/g, '');
  expect(redact(text, { options }).text).toBe(marked.replace(/\[[^\]]*\]/g, '[GOVERNMENT_ID]'));
}

describe('an id that its writing gives away', () => {
  test.each([
    '[BNZPM2501F]',
    '[12.345.600-9]',
    '[12·345·600-9]',
    '[12•345•600-9]',
    '[12‧345‧600-9]',
    '[12∙345∙600-9]',
    '[2345 6789\n0009]',
    '[HR 22 29\n75 A]',
    '[RSS MRA 85T10 A565A]',
    '[131052-308T]',
  ])('is taken however it is parted: %s', (marked) => {
    expectTaken(marked);
  });

  test.each(['12،345،600-9', '12-345:678-9', '12-345@678-9'])('is not parted by any other sign: %s', (text) => {
    expectTaken(text);
  });

  test.each([
    '[536-22-8765].',
    '[536-22-8765]-',
    '[BNZPM2501F]-',
    '[536-22-8765]-я',
    '-[536-22-8765]',
    '--[536-22-8765]',
    'see --[536-22-8765]',
    '#-[536-22-8765]',
    '[BNZPM2501F]. Thanks',
  ])('is taken beside a sign that joins it to nothing: %s', (marked) => {
    expectTaken(marked);
  });

  test.each([
    '536-22-8765-1',
    '536-22-8765/b',
    '2345 6789 0009-1',
    'BNZPM2501F_a',
    'BNZPM2501F.com',
    '12345678Z-99',
    'a-536-22-8765',
    '7-536-22-8765',
    'é-536-22-8765',
    'x-BNZPM2501F',
  ])('is not taken out of a longer writing: %s', (text) => {
    expectTaken(text);
  });

  test.each([
    '22 [536-22-8765]',
    '[536-22-8765] 12 34',
    '[BNZPM2501F] 22',
    'x [2345 6789 0009]',
    '[2345 6789 0009] 1',
    '[2345 6789 0009] is for 4 ',
    ' 22 and [2345 6789 0009]',
  ])('is taken beside a number of another kind: %s', (marked) => {
    expectTaken(marked);
  });

  test.each(['44 2345 6789 0009', '2345 6789 0009 12', '22 BNZPM 2501 F', 'BNZPM 2501 F 22'])(
    'is not taken out of a row of groups spaced alike: %s',
    (text) => {
      expectTaken(text);
    },
  );
});

describe('an id that only its shape gives away', () => {
  const away = (length: number): string => `order number ${'x'.repeat(length - 2)} `;

  test('is something else where a harmless word names it from thirty characters away, and no farther', () => {
    expectTaken(`${away(30)}BNZPM2501F`);
    expectTaken(`${away(31)}[BNZPM2501F]`);
  });

  test('is something else where a card stands between it and that word', () => {
    expectTaken('order on card BNZPM2501F');
    expectTaken('invoice number, visa card 12345678Z');
  });

  test('is something else where that was asked for, unless a word names the id', () => {
    const earlier = [{ id: '1', from: 'operator', text: 'What is your order number?' }] as const;
    expect(redact('536-22-8765', { earlier }).text).toBe('536-22-8765');
    expect(redact('passport 536-22-8765', { earlier }).text).toBe('passport [GOVERNMENT_ID]');
  });

  test('is the business’s own where it says so', () => {
    expectTaken('BNZPM2501F', { patterns: [/[A-Z]{5}\d{4}[A-Z]/] });
    expectTaken('RSS MRA 85T10 A565A', { isKnownId: (value) => value === 'RSSMRA85T10A565A' });
    expectTaken('[BNZPM2501F]', { patterns: [/[A-Z]{6}\d{4}/], isKnownId: () => false });
  });
});
