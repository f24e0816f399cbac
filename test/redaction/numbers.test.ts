/** Which digits of a text a reader takes as one number, asked of the reading itself: what a number is, others decide. */
import {
  areNeighbours,
  type DigitGroup,
  findDigitGroups,
  findNumbers,
  findPieces,
  lettersIn,
} from '../../redaction/normal/numbers';

const numbersIn = (text: string, taken: DigitGroup[] = []) =>
  findNumbers(text, findPieces(text), taken).map(({ start, end }) => text.slice(start, end));

describe('one number', () => {
  test.each([
    '65 180539 w 001',
    '65-180539-w-001',
    '6518 w 0390',
    '6518 w 039',
    '50 2',
    '50 03 2',
    '662 204',
    '66204 204',
    '482 - 913',
    '482 . 913',
    '482- 913',
    '482 -913',
    '482  913',
    '482\n662 204',
    '482913\n662204',
    '1,250,000',
    '250,00',
    '1.250,00',
    'ngn45,000',
    'rm1,250,000',
    '020(7946)',
    '48 29 13 55',
    '482 913 7',
    '482 9b13',
    '482 b913',
    '482 913b',
    '123456 789',
    '1 2 3 4',
    '1\n2\n3',
  ])('is written with its own breaks: %j', (text) => {
    expect(numbersIn(text)).toEqual([text]);
  });
});

describe('several numbers', () => {
  test.each([
    ['6518 x 0390', '6518|0390'],
    ['6518w 0390', '6518w|0390'],
    ['6518 w-0390', '6518|0390'],
    ['6518  w 0390', '6518|0390'],
    ['651 w 0390', '651|0390'],
    ['6518 w 03', '6518|03'],
    ['6518 ww 0390', '6518|0390'],
    ['6518 w1 0390', '6518 w1|0390'],
    ['5003 2 people', '5003|2'],
    ['482913 7', '482913|7'],
    ['482   913', '482|913'],
    ['482 + 913', '482|913'],
    ['48291\n662 204 is', '48291|662 204'],
    ['1,250,00', '1,250|00'],
    ['1250,000', '1250|000'],
    ['12,3456', '12|3456'],
    ['1,250,00,000', '1,250|00,000'],
    ['n45,000', 'n45|000'],
    ['ngnx45,000', 'ngnx45|000'],
    ['1,250,a00', '1,250|a00'],
    ['a1 b2', 'a1|b2'],
    ['k4821 913', 'k4821|913'],
    ['4821k 913', '4821k|913'],
    ['482 91bc', '482|91bc'],
    ['1234567 891', '1234567|891'],
    ['12345 12345678', '12345|12345678'],
    ['482 913 2044 b 55', '482 913 2044|55'],
  ])('stand side by side: %j', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected.split('|'));
  });

  test('are what is left beside ranges that are taken', () => {
    expect(numbersIn('482 913 7044', [{ start: 4, end: 7 }])).toEqual(['482', '7044']);
    expect(numbersIn('482 913', [{ start: 3, end: 4 }])).toEqual(['482 913']);
    expect(numbersIn('482 913', [{ start: 0, end: 7 }])).toEqual([]);
  });
});

describe('a number', () => {
  test('keeps its digits and counts the letters written onto it', () => {
    const text = 's7654321d';
    expect(findNumbers(text, findPieces(text), [])).toMatchObject([
      { start: 0, end: 9, digits: '7654321', letters: 2 },
    ]);
  });

  test('takes the bracket that closes its own', () => {
    expect(numbersIn('(z253987(0))')).toEqual(['z253987(0)']);
    expect(numbersIn('(020 7946)')).toEqual(['020 7946']);
  });

  test('ends where it is longer than any', () => {
    const long = '1-'.repeat(40);
    expect(numbersIn(long).length).toBeGreaterThan(1);
  });
});

describe('groups of digits', () => {
  test('are unbroken runs, whatever touches them', () => {
    expect(findDigitGroups('a12b345 6')).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 7 },
      { start: 8, end: 9 },
    ]);
    expect(findDigitGroups('none')).toEqual([]);
  });

  test.each([
    ['12 34', true],
    ['12 - 34', true],
    ['12  - 34', false],
    ['12a34', false],
    ['12 a 34', false],
    ['12я34', false],
  ])('are neighbours up to three characters without a letter: %j', (text, neighbours) => {
    const [left, right] = findDigitGroups(text) as [DigitGroup, DigitGroup];
    expect(areNeighbours(text, left, right)).toBe(neighbours);
  });
});

test('letters of a text are counted no further than asked', () => {
  expect([lettersIn('a1b中-'), lettersIn('abcdef', 3), lettersIn('abc', 3), lettersIn('')]).toEqual([3, 4, 3, 0]);
});
