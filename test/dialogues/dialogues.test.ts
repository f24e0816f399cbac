import {
  evaluateSignals,
  misses,
  type Outcome,
  type SignalName,
  type SignalReport,
  scoreOf,
} from '../../scripts/evaluate-signals';

let corpus: SignalReport;
let holdout: SignalReport;
let all: Outcome[];
beforeAll(async () => {
  const [first, second] = await evaluateSignals();
  if (!first || !second) throw new Error('the corpus and its held-out part are missing');
  [corpus, holdout] = [first, second];
  all = [...corpus.outcomes, ...holdout.outcomes];
});

const floors: [SignalName, recall: number, falseAlarms: number][] = [
  ['explicit_request', 0.95, 0.01],
  ['repeated_dissatisfaction', 0.9, 0.02],
  ['sensitive_topic', 0.9, 0.02],
  ['acute_distress', 0.9, 0.02],
];

describe('the dialogue corpus', () => {
  it.each(floors)(
    'has %s heard in at least %d of its dialogues, with false alarms in at most %d',
    (signal, recall, rate) => {
      const score = scoreOf(all, signal);
      expect({ signal, heard: score.caught / score.positives >= recall, misses: misses(corpus) }).toMatchObject({
        heard: true,
      });
      expect(score.falseAlarms / score.negatives).toBeLessThanOrEqual(rate);
    },
  );

  it('is heard better, with fewer false alarms, than by tight patterns', () => {
    for (const [signal] of floors) {
      const baseline = scoreOf(all, signal, (outcome) => outcome.baseline);
      expect(scoreOf(all, signal).caught).toBeGreaterThan(baseline.caught);
    }
  });

  it('has at least as many dialogues in which nothing may fire as such in which a signal must', () => {
    for (const [signal] of floors) {
      const { positives, negatives } = scoreOf(all, signal);
      expect(negatives).toBeGreaterThan(positives);
    }
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all.map(({ one }) => one.language)).size).toBeGreaterThanOrEqual(12);
  });

  it('speaks other languages than English in more than half of its dialogues, each line under an id of its own', () => {
    expect(new Set(all.map(({ one }) => one.id)).size).toBe(all.length);
    const english = all.filter(({ one }) => one.language === 'en').length;
    expect(english / all.length).toBeLessThan(0.5);
  });

  it('gives the same verdict when it is asked again', async () => {
    const again = await evaluateSignals();
    const fired = (reports: readonly SignalReport[]) =>
      reports.flatMap(({ outcomes }) => outcomes.map(({ one, fired: keys }) => [one.id, ...keys]));
    expect(fired(again)).toEqual(fired([corpus, holdout]));
  });
});
