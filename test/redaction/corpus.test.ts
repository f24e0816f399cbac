import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, evaluate, type Row } from './evaluate';

const rows = (name: string) =>
  readFileSync(join(__dirname, 'corpus', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row);

const share = ([hit, of]: Count = [0, 0]) => hit / of;

const inRound = (round: number, numbers: string) =>
  numbers
    .trim()
    .split(/\s+/)
    .map((number) => `unseen-r${round}-${number}`);

/** Rows that are known to fail; what is mended leaves the list, nothing joins it unnoticed. */
const KNOWN_TO_FAIL = {
  dev: [],
  hard: [],
  general: ['general-0604', 'general-0722'],
  unseen: ['unseen-r6-119', 'unseen-r6-142', 'unseen-r8-079', 'unseen-r8-132', 'unseen-r8-136'],
  'unseen-12': ['unseen-r12-033'],
  'unseen-13': ['unseen-r13-114'],
  'unseen-14': [],
  'unseen-15': ['unseen-r15-011', 'unseen-r15-195'],
  'unseen-16': [
    'unseen-r16-066',
    'unseen-r16-107',
    'unseen-r16-111',
    'unseen-r16-113',
    'unseen-r16-162',
    'unseen-r16-206',
  ],
  'unseen-17': [],
  'unseen-18': ['unseen-r18-011', 'unseen-r18-047', 'unseen-r18-052', 'unseen-r18-071'],
  'unseen-19': ['unseen-r19-061'],
  'unseen-20': ['unseen-r20-001', 'unseen-r20-026', 'unseen-r20-029'],
  'unseen-21': ['unseen-r21-002', 'unseen-r21-119', 'unseen-r21-135'],
  'unseen-22': [
    'unseen-r22-002',
    'unseen-r22-024',
    'unseen-r22-035',
    'unseen-r22-051',
    'unseen-r22-058',
    'unseen-r22-174',
  ],
  'unseen-23': [
    'unseen-r23-002',
    'unseen-r23-005',
    'unseen-r23-029',
    'unseen-r23-044',
    'unseen-r23-055',
    'unseen-r23-078',
  ],
  'unseen-24': inRound(
    24,
    `
      002 003 004 006 007 009 010 012 016 020 022 023 024 025 027 030 031 033 035 038 040 041 044 045 047 049
      050 059 060 069 070 076 077 081 085 088 090 091 094 095 096 097 100 104 107 116 125 131 132 134 136 148
      149 157 158 163 167 168 169 172 175 177 180 181 182 183 185 186 187 188 189 214 217
    `,
  ),
  'unseen-25': [
    ...inRound(
      25,
      `
      001 002 003 004 005 006 007 008 009 010 013 014 015 017 018 019 020 022 023 024 025 026 027 029 030 033
      034 035 036 038 039 041 042 043 044 045 046 047 048 052 053 055 056 058 059 060 061 062 063 064 068 079
      083 084 098
    `,
    ),
    ...inRound(26, '005 006 007 028'),
    ...inRound(27, '001 002 014 021 024 025'),
  ],
};

describe('redaction of the labelled corpus', () => {
  test.each(Object.entries(KNOWN_TO_FAIL))('fails on no row of %s but those known', (name, known) => {
    const failed = evaluate(rows(name)).misses.map((miss) => miss.split(/ +/)[1]);
    expect([...new Set(failed)]).toEqual(known);
  });

  const dev = evaluate(rows('dev'));

  test.each([
    ['PAYMENT_CARD', 0.995],
    ['GOVERNMENT_ID', 0.99],
    ['ONE_TIME_PASSCODE', 0.985],
  ])('covers %s on at least %d of the spans', (type, floor) => {
    expect(share(dev.byType.get(type))).toBeGreaterThanOrEqual(floor);
  });

  test('leaves harmless rows and numbers next to secrets alone', () => {
    expect(share(dev.harmless)).toBeLessThanOrEqual(0.006);
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

  test('holds up on the rows that were each scored before anything was done for them', () => {
    const unseen = evaluate(rows('unseen'));
    for (const [type, floor] of [
      ['PAYMENT_CARD', 0.995],
      ['GOVERNMENT_ID', 0.99],
      ['ONE_TIME_PASSCODE', 0.985],
    ] as const) {
      expect([type, share(unseen.byType.get(type)) >= floor]).toEqual([type, true]);
      expect([type, share(unseen.precision.get(type)) >= 0.98]).toEqual([type, true]);
    }
    expect(share(unseen.harmless)).toBeLessThanOrEqual(0.01);
    expect(share(unseen.leaked)).toBeLessThanOrEqual(0.005);
  });

  test('covers the hand-written hard rows', () => {
    const hard = evaluate(rows('hard'));
    expect(share(hard.all)).toBeGreaterThanOrEqual(0.95);
    expect(hard.harmless[0]).toBe(0);
  });
});
