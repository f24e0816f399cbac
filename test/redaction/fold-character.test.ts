/** What single characters are read as: the tables and their edges, each asked for directly. */
import { CharacterClass, classOf, isDigit, isLatin, isLetter } from '../../redaction/normal/character-class';
import { dressesPrevious, foldCodePoint, foldPhrase, foldUnit } from '../../redaction/normal/fold-character';

const folded = (text: string) => [...text].map((one) => foldCodePoint(one.codePointAt(0) as number)).join('|');

describe('a character is read as', () => {
  test.each([
    ['lower case without accents', 'ÀéÑộĐß', 'a|e|n|o|d|ss'],
    ['letters that Unicode does not take apart', 'øłæœþħıŧəςґ', 'o|l|ae|oe|th|h|i|t|e|σ|г'],
    ['one letter for two ways of writing it in Arabic', 'ىیکةہٱ', 'ي|ي|ك|ه|ه|ا'],
    ['digits of other scripts', '٠٩۰۹०९০৯๐๙０９', '0|9|0|9|0|9|0|9|0|9|0|9'],
    ['mathematical digits', '\u{1d7ce}\u{1d7d7}\u{1d7e2}\u{1d7ff}', '0|9|0|9'],
    ['enclosed digits', '①⑨❶❾➀➈➊➒⓵⓽⓿\u{1f10b}\u{1f10c}', '1|9|1|9|1|9|1|9|1|9|0|0|0'],
    ['nothing where it shows nothing', '\u200b\u00ad\u034f\u115f\u1160\u3164\ufe0f\uffa0\u{e0100}', '||||||||'],
    ['an ordinary space', '\u00a0\u2003\u3000\t\v\f', ' | | | | | '],
    ['a new line', '\n\r\u2028\u2029', '\n|\n|\n|\n'],
    ['an ordinary dash', '‐–—−⁻', '-|-|-|-|-'],
    ['itself where it is a syllable of Hangul', '가힣', '가|힣'],
    ['a bullet or a letter where it takes two units', '😀\u{10400}', '\u2022|\ue000'],
    ['nothing where it is an accent', '\u0300\u036f\u0591\u05c7\u064b\u065f\u20d0\ufe2f', '|||||||'],
  ])('%s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  test('what stands beside a table, not in it', () => {
    expect(folded('\u0370\u1161\u2793\u24fe\ufe10')).toBe('ͱ|ᅡ|➓|⓾|,');
  });

  test('a bullet where it is half a pair', () => {
    expect([0xd800, 0xdbff, 0xdc00, 0xdfff].map(foldCodePoint)).toEqual(Array(4).fill('\u2022'));
    expect(foldCodePoint(0xd7ff)).not.toBe('\u2022');
    expect(foldCodePoint(0xe000)).not.toBe('\u2022');
  });

  test('the same when it is asked for again', () => {
    expect([folded('Đ٣'), folded('Đ٣')]).toEqual(['d|3', 'd|3']);
    expect([foldUnit(0x110), foldUnit(0x110)]).toEqual([100, 100]);
  });

  test('one unit only where it is one', () => {
    expect(foldUnit('A'.charCodeAt(0))).toBe('a'.charCodeAt(0));
    expect(foldUnit('ß'.charCodeAt(0))).toBe(0);
    expect(foldUnit(0x200b)).toBe(0);
    expect([0xd800, 0xdfff].map(foldUnit)).toEqual([0, 0]);
  });

  test('a phrase, character by character', () => {
    expect(foldPhrase('Mã OTP')).toBe('ma otp');
  });
});

describe('a mark', () => {
  test('dresses the character before it; letters and symbols do not', () => {
    const dresses = ['\u0301', '\u20e3', '\ufe0f', '\u0300', '\u02ff', 'a', '1', '-', '中'];
    expect(dresses.map((one) => dressesPrevious(one.charCodeAt(0)))).toEqual([
      ...[true, true, true, true],
      ...[false, false, false, false, false],
    ]);
    expect(dressesPrevious(0x301)).toBe(true);
  });
});

describe('the kind of a character', () => {
  test.each([
    ['09', CharacterClass.digit],
    ['azɐ', CharacterClass.latin],
    [' ', CharacterClass.space],
    ['\n', CharacterClass.newline],
    ['中あアไກខမعשー가', CharacterClass.unspaced],
    ['яωक', CharacterClass.spaced],
    ['/:`{•!', CharacterClass.other],
  ])('of %j is known, at the first time and again', (characters, kind) => {
    for (const one of [...characters, ...characters]) expect(classOf(one.charCodeAt(0))).toBe(kind);
  });

  test('tells digits and letters apart', () => {
    expect([...'/09:'].map((one) => isDigit(one.charCodeAt(0)))).toEqual([false, true, true, false]);
    expect([...'aя1'].map((one) => isLatin(one.charCodeAt(0)))).toEqual([true, false, false]);
    expect([...'aя中1 \n-'].map((one) => isLetter(one.charCodeAt(0)))).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
    expect(isLetter('q'.charCodeAt(0))).toBe(true);
  });
});
