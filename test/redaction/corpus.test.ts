import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, evaluate, type Row } from './evaluate';

const rows = (name: string) =>
  readFileSync(join(__dirname, 'corpus', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row);

const share = ([hit, of]: Count = [0, 0]) => hit / of;

describe('redaction of the labelled corpus', () => {
  const dev = evaluate(rows('dev'));

  test.each([
    ['PAYMENT_CARD', 0.99],
    ['GOVERNMENT_ID', 0.98],
    ['ONE_TIME_PASSCODE', 0.98],
  ])('covers %s on at least %d of the spans', (type, floor) => {
    expect(share(dev.byType.get(type))).toBeGreaterThanOrEqual(floor);
  });

  test('leaves harmless rows and numbers next to secrets alone', () => {
    expect(share(dev.harmless)).toBeLessThanOrEqual(0.01);
    expect(dev.decoys[0]).toBe(0);
  });

  test('leaks next to no character of a secret', () => {
    expect(share(dev.leaked)).toBeLessThanOrEqual(0.005);
  });

  test('serves every language of the corpus', () => {
    for (const [language, count] of dev.byLanguage) expect([language, share(count) >= 0.8]).toEqual([language, true]);
  });

  test('holds up on messages of other shapes, in thirty languages', () => {
    const general = evaluate(rows('general'));
    expect(share(general.all)).toBeGreaterThanOrEqual(0.97);
    expect(share(general.harmless)).toBeLessThanOrEqual(0.01);
  });

  test('covers the hand-written hard rows', () => {
    const hard = evaluate(rows('hard'));
    expect(share(hard.all)).toBeGreaterThanOrEqual(0.95);
    expect(hard.harmless[0]).toBe(0);
  });
});
