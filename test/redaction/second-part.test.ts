import { Expectation } from '../../redaction/conversation/expectation';
import type { CueKind } from '../../redaction/cues/cue';
import { findNumbers } from '../../redaction/normal/numbers';
import { openReading, readText } from '../../redaction/reading';
import { goesOn } from '../../redaction/recognisers/second-part';

/** What the only number of `text` goes on with, behind a message that gave `begun` away. */
function continued(text: string, begun?: CueKind): CueKind | undefined {
  const reading = openReading(readText(text), new Expectation([], false, false, begun), {});
  const [number] = findNumbers(reading.text, reading.pieces, []);
  if (!number) throw new Error(`no number in "${text}"`);
  return goesOn(reading, number);
}

describe('a number that goes on with a secret', () => {
  test.each(['government', 'passcode', 'card'] as const)('is of the kind that was begun: %s', (begun) => {
    expect(continued('the last part is 6507', begun)).toBe(begun);
  });

  test('is none when nothing was begun', () => {
    expect(continued('the last part is 6507')).toBeUndefined();
  });

  test.each(['my rooms are 6507', 'partly 6507', 'blast parts 6507'])('is none without the words: %s', (text) => {
    expect(continued(text, 'government')).toBeUndefined();
  });

  test.each([
    'second half: 6507',
    'and then 6507',
    'la segunda parte 6507',
    'der Rest ist 6507',
    'druga połowa 6507',
    'вторая часть 6507',
    '后半 6507',
  ])('is told by the words of its language: %s', (text) => {
    expect(continued(text, 'government')).toBe('government');
  });

  test('is twelve characters at the most, letters counted', () => {
    expect(continued('last part 123456789012', 'government')).toBe('government');
    expect(continued('last part 1234567890123', 'government')).toBeUndefined();
    expect(continued('last part ab1234567890', 'government')).toBe('government');
    expect(continued('last part ab12345678901', 'government')).toBeUndefined();
  });

  test('is none where a harmless number is named, and is where one is only mentioned', () => {
    expect(continued('last part of my order number 6507', 'government')).toBeUndefined();
    expect(continued('last part for the order 6507', 'government')).toBe('government');
    expect(continued('last part of my passport number 6507', 'government')).toBe('government');
  });
});
