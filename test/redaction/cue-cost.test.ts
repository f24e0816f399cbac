/** How near a word has to stand to a number to speak for it: every distance at its limit and one character beyond. */
import type { Cue } from '../../redaction/cues/cue';
import { costOf, reachable, saysWhose } from '../../redaction/cues/cue-cost';

const OUT = Number.POSITIVE_INFINITY;
const NUMBER = '448120';
const words = (length: number): string => 'x'.repeat(length);

interface Heard extends Partial<Cue> {
  told?: boolean;
  limit?: number;
}

/** The cost of hearing `said` for the number of the text; by itself `said` names a passcode. */
function cost(text: string, said: string, { told = false, limit, ...meaning }: Heard = {}): number {
  const [start, at] = [text.indexOf(said), text.indexOf(NUMBER)];
  const cue: Cue = { kind: 'passcode', names: true, start, end: start + said.length, ...meaning };
  return costOf(text, cue, { start: at, end: at + NUMBER.length }, told, limit);
}

const inFront = (gap: string, heard?: Heard): number => cost(`code${gap}${NUMBER}`, 'code', heard);
const behind = (gap: string, heard?: Heard): number => cost(`${NUMBER}${gap}code`, 'code', heard);

describe('what it costs to hear a word for a number', () => {
  test.each<[string, () => number, number]>([
    ['its distance, before it', () => inFront(words(7)), 7],
    ['more, behind it', () => behind(words(10)), 18],
    ['even when glued behind it', () => behind(''), 5],
    ['nothing that stands inside the number', () => cost(`${NUMBER} tan`, '812'), OUT],
    ['half the distance, behind "is"', () => behind(' is '), 2],
    ['half the distance, behind an equals sign alone', () => behind('='), 0.5],
    ['the whole distance, behind a space alone', () => behind(' '), 6.3],
    ['the whole distance, behind other words as long', () => behind(' or '), 10.2],
    ['the whole distance, behind "is" and more', () => behind(' is xxxxxxx'), 19.3],
    ['half the distance even in a long sentence that tells', () => behind(words(50), { told: true }), 25],
    ['a comma', () => inFront(', '), 8],
    ['a new line', () => inFront('\n'), 11],
    ['the end of a sentence', () => inFront('. '), 27],
    ['two commas', () => inFront(', x, '), 17],
    ['no dot within a figure', () => inFront(' 1.5 '), 5],
    ['a mention', () => inFront(' ', { names: false }), 19],
  ])('%s', (_, heard, expected) => {
    expect(heard()).toBeCloseTo(expected);
  });

  test.each<[string, (heard?: Heard) => number, (heard?: Heard) => number, Heard]>([
    ['sixty characters before', (heard) => inFront(words(60), heard), (heard) => inFront(words(61), heard), {}],
    ['forty-two behind', (heard) => behind(words(42), heard), (heard) => behind(words(43), heard), {}],
    ['eighty whatever the limit', (h) => inFront(words(80), h), (h) => inFront(words(81), h), { limit: 500 }],
    ['eighty where it is told', (h) => behind(words(80), h), (h) => behind(words(81), h), { told: true }],
    ['exactly the limit, behind', (h) => behind(words(30), h), (h) => behind(words(31), h), { limit: 44 }],
  ])('is out of reach beyond %s', (_, at, beyond, heard) => {
    expect(at(heard)).toBeLessThanOrEqual(heard.limit ?? 60);
    expect(beyond(heard)).toBe(OUT);
  });

  test('counts a break even where the distance alone uses up the limit', () => {
    expect(inFront(`. ${words(58)}`)).toBeGreaterThan(60);
  });

  test('hears an outright "is" however little is left to hear with', () => {
    expect(behind(' is ', { limit: 5 })).toBe(2);
  });

  test('does not charge for a bracket that belongs to the number', () => {
    const cue: Cue = { kind: 'passcode', names: true, start: 0, end: 4 };
    expect(costOf('code (448)120', cue, { start: 5, end: 13 }, false)).toBe(1);
  });
});

describe('a short word', () => {
  test.each<[string, string, Heard, number]>([
    ['names from sixty characters away', `tan${words(60)}${NUMBER}`, { limit: 500 }, 60],
    ['names from no further', `tan${words(61)}${NUMBER}`, { limit: 500 }, OUT],
    ['is mentioned from twenty-six', `tan${words(26)}${NUMBER}`, { names: false }, 44],
    ['is mentioned from no further', `tan${words(27)}${NUMBER}`, { names: false }, OUT],
    ['that is harmless speaks for nothing before it', `${NUMBER} tan`, { kind: 'harmless' }, OUT],
  ])('%s', (_, text, heard, expected) => {
    expect(cost(text, 'tan', heard)).toBe(expected);
  });

  test('is one of three letters; a word of four, or of a script with short words, reaches further', () => {
    expect(inFront(words(27), { names: false })).toBe(45);
    expect(cost(`x tan${words(27)}${NUMBER}`, 'tan', { names: false })).toBe(OUT);
    expect(cost(`验证码${words(27)}${NUMBER}`, '验证码', { names: false })).toBe(45);
  });
});

describe('a harmless word', () => {
  const order = (text: string, heard: Heard = {}): number =>
    cost(text, 'order', { kind: 'harmless', names: false, ...heard });

  test.each<[string, () => number, number]>([
    ['is a label right before a number', () => order(`order  ${NUMBER}`), 2],
    ['is none three characters before', () => order(`order   ${NUMBER}`), 21],
    ['is a label though a phone is spoken of elsewhere', () => order(`by phone: order ${NUMBER}`), 1],
    [
      'is none before a short number where it is a phone',
      () => cost(`phone ${NUMBER}`, 'phone', { kind: 'harmless', names: false }),
      19,
    ],
    [
      'that says what a code is for speaks right before a number',
      () => order(`order ${NUMBER}`, { qualifies: true }),
      1,
    ],
    ['does not once a colon gives the code', () => order(`order: ${NUMBER}`, { qualifies: true }), OUT],
    ['does with a colon if it names', () => order(`order: ${NUMBER}`, { qualifies: true, names: true }), 2],
    ['that counts speaks for the number right behind it', () => order(`order ${NUMBER}`, { unit: true }), 19],
    ['does not two characters before', () => order(`order  ${NUMBER}`, { unit: true }), OUT],
    ['speaks from twelve characters behind', () => order(`${NUMBER}${words(12)}order`, { unit: true }), 38.6],
    ['does not from thirteen', () => order(`${NUMBER}${words(13)}order`, { unit: true }), OUT],
  ])('%s', (_, heard, expected) => {
    expect(heard()).toBeCloseTo(expected);
  });
});

describe('the words a number can hear', () => {
  const at = (start: number): Cue => ({ kind: 'passcode', names: true, start, end: start + 4 });
  const number = { start: 200, end: 206 };

  test('stand within eighty characters on either side', () => {
    const cues = [at(20), at(115), at(116), at(190), at(210), at(286), at(287), at(400)];
    expect(reachable(cues, number).map(({ start }) => start)).toEqual([116, 190, 210, 286]);
    expect(reachable([at(20)], number)).toEqual([]);
  });

  test('tell outright what it is where "is your" follows right behind', () => {
    expect(saysWhose(`${NUMBER} is your code`, 6)).toBe(true);
    expect(saysWhose(`${NUMBER} is yours`, 6)).toBe(false);
    expect(saysWhose(`is your code ${NUMBER}`, 19)).toBe(false);
    expect(saysWhose(`${NUMBER}, which is your code`, 6)).toBe(false);
  });
});
