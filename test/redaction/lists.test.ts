import { redact } from '../../redaction';
import type { Cue } from '../../redaction/cues/cue';
import type { Spoken } from '../../redaction/cues/cue-cost';
import { shareInLists } from '../../redaction/cues/lists';

interface Number {
  start: number;
  end: number;
}

/** Numbers of the text are its runs of digits; `said` names the cue of some, by their turn. */
function shared(
  text: string,
  said: Record<number, Partial<Cue> & { cost?: number }>,
  { cues = [] as Cue[], fits = (): boolean => true } = {},
): (string | undefined)[] {
  const numbers: Number[] = [...text.matchAll(/[a-z]?\d+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const assigned = numbers.map((_, turn): Spoken | undefined => {
    const { cost = 5, ...cue } = said[turn] ?? {};
    return said[turn] && { cue: { kind: 'government', names: true, start: 0, end: 1, ...cue }, cost };
  });
  return shareInLists(text, cues, numbers, assigned, fits).map((spoken) => spoken?.cue.kind);
}

const GOVERNMENT = { kind: 'government' as const };

describe('numbers of one list', () => {
  test.each([
    'x 285364 and 382117',
    'x 285364 or 382117',
    'x 285364, 382117',
    'x 285364 & 382117',
    'x 285364/382117',
    'x 285364 + 382117',
    'x 285364 va 382117',
    'x 285364 y 382117',
    'x 285364 et 382117',
    'x 285364 und 382117',
    'x 285364 и 382117',
    'x 285364 和 382117',
    'x 285364と382117',
    'x 285364 और 382117',
  ])('share the cue of the first: %s', (text) => {
    expect(shared(text, { 0: GOVERNMENT })).toEqual(['government', 'government']);
  });

  test('share the cue of the last, too, and of a neighbour’s neighbour', () => {
    expect(shared('285364 and 382117 x', { 1: GOVERNMENT })).toEqual(['government', 'government']);
    expect(shared('x 285364, 382117, 447120', { 0: GOVERNMENT })).toEqual(Array(3).fill('government'));
    expect(shared('285364, 382117, 447120 x', { 2: GOVERNMENT })).toEqual(Array(3).fill('government'));
  });

  test.each([
    'x 285364. And 382117',
    'x 285364, not yet! 382117',
    'x 285364 and what? 382117',
    'x 285364 and\n382117',
    'x 285364 andes 382117',
    'x 285364 for 382117',
    'x 285364   and 382117',
    'x 285364 and this one here of somebody else: 382117',
    'x 285364 and the one of somebody else 382117',
  ])('share nothing where no list is: %s', (text) => {
    expect(shared(text, { 0: GOVERNMENT })).toEqual(['government', undefined]);
  });

  test('share over words only when written alike', () => {
    expect(shared('x 285364 and my wife has 382117', { 0: GOVERNMENT })).toEqual(['government', 'government']);
    expect(shared('x c285364 and my wife has c382117', { 0: GOVERNMENT })).toEqual(['government', 'government']);
    expect(shared('x c285364 and my wife has 382117', { 0: GOVERNMENT })).toEqual(['government', undefined]);
    expect(shared('x 285364 and my wife has 38211', { 0: GOVERNMENT })).toEqual(['government', undefined]);
    expect(shared('x 285364 and 38211', { 0: GOVERNMENT })).toEqual(['government', 'government']);
  });

  test('share no harmless cue, and none that does not fit', () => {
    expect(shared('x 285364 and 382117', { 0: { kind: 'harmless' } })).toEqual(['harmless', undefined]);
    expect(shared('x 285364 and 382117', { 0: GOVERNMENT }, { fits: () => false })).toEqual(['government', undefined]);
  });

  test('leave a number its own cue unless a faint harmless word is all it has', () => {
    const own = (cue: Partial<Cue> & { cost?: number }) => shared('x 285364 and 382117', { 0: GOVERNMENT, 1: cue })[1];
    expect(own({ kind: 'passcode', cost: 50 })).toBe('passcode');
    expect(own({ kind: 'harmless', names: true, cost: 50 })).toBe('harmless');
    expect(own({ kind: 'harmless', names: false, cost: 5 })).toBe('harmless');
    expect(own({ kind: 'harmless', names: false, cost: 50 })).toBe('government');
  });

  test('are parted by a word between them that says what the second is', () => {
    const text = 'x 285364 and order 382117';
    const cue = (start: number, end: number): Cue => ({ kind: 'harmless', names: false, start, end });
    const order = text.indexOf('order');
    expect(shared(text, { 0: GOVERNMENT }, { cues: [cue(order, order + 5)] })).toEqual(['government', undefined]);
    expect(shared(text, { 0: GOVERNMENT }, { cues: [cue(0, 1)] })).toEqual(['government', 'government']);
    expect(shared(text, { 0: GOVERNMENT }, { cues: [cue(order + 6, text.length + 1)] })).toEqual([
      'government',
      'government',
    ]);
  });

  test('are all covered in a whole message', () => {
    expect(redact('passports C2853645 and C3821176').text).toBe('passports [GOVERNMENT_ID] and [GOVERNMENT_ID]');
    expect(redact('passport C2853645 and order 3821176').text).toBe('passport [GOVERNMENT_ID] and order 3821176');
  });
});
