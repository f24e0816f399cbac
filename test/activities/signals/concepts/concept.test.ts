import { CONCEPTS } from '../../../../activities/signals/concepts';
import { findRow, readRows } from '../../../../activities/signals/concepts/concept';
import { anyOf, lineOf, where } from '../../../../activities/signals/concepts/word-groups';

describe('a row of word groups', () => {
  const rows = readRows('en: charg*, billed / twice, two .. times / !policy');
  const fires = (text: string) => findRow(rows, lineOf(text)) !== null;

  it.each(['You CHARGED me twice', 'twice I was billed', 'charges: two or three times'])(
    'fires in any order: %s',
    (text) => expect(fires(text)).toBe(true),
  );
  it.each(['charged once', 'twice', 'is it your policy to charge twice', 'recharged twicely'])(
    'needs every group and no excluded word: %s',
    (text) => expect(fires(text)).toBe(false),
  );

  it('says where its words stand', () => {
    const line = lineOf('Hello, you charged me twice!');
    const found = findRow(rows, line);
    expect(line.folded.slice(found?.start, found?.end)).toBe('charged me twice');
  });
});

describe('a Vietnamese member', () => {
  const lost = anyOf('mất, mất trộm');

  it.each([
    ['tôi bị mất ví', true],
    ['rửa mặt ở đâu', false],
    ['phòng mát không', false],
    ['toi bi mat vi', false],
    ['toi bi mat trom', true],
  ])('means its marks where the customer types marks, and several syllables where he types none: %s', (text, found) =>
    expect(where(lost, lineOf(text)) !== null).toBe(found),
  );

  it('is read with the tone on either vowel', () => {
    expect(where(anyOf('xóa dữ liệu'), lineOf('hãy xoá dữ liệu'))).not.toBeNull();
    expect(where(anyOf('huỷ phòng'), lineOf('hủy phòng'))).not.toBeNull();
  });
});

describe('the general vocabulary', () => {
  it('reads sixteen thousand characters without an end in bounded time', () => {
    for (const piece of ['mất ví ', 'my card ', '被盗刷', 'di ']) {
      const line = lineOf(piece.repeat(16_000 / piece.length));
      expect(line.folded.length).toBeLessThan(2_000);
    }
  });

  it('has no row that an empty sentence or a greeting fits', () => {
    for (const { id, rows } of CONCEPTS)
      for (const text of ['', 'hello', 'xin chào shop', 'こんにちは', 'cảm ơn'])
        expect([id, text, findRow(rows, lineOf(text))]).toEqual([id, text, null]);
  });
});
