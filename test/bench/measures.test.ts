import { accuracy, auroc, bins, calibrationError, coverageAt, percentile } from '../../bench/evaluate/measures';
import { reliabilityPlot } from '../../bench/evaluate/reliability-plot';

const judged = (sure: number, right: boolean, known = true) => ({ sure, right, known });

describe('the measures of confidence', () => {
  it('count accuracy over what has an answer', () => {
    expect(accuracy([judged(0.9, true), judged(0.2, false), judged(0.9, false, false)])).toBe(0.5);
  });

  it('are zero error where what is said comes true, and the gap where it does not', () => {
    const honest = Array.from({ length: 10 }, (_, index) => judged(0.8, index < 8));
    expect(calibrationError(honest)).toBeCloseTo(0, 6);
    expect(calibrationError(honest.map((one) => ({ ...one, right: false })))).toBeCloseTo(0.8, 6);
  });

  it('rank known above unknown: all, none, and halves of ties', () => {
    expect(auroc([judged(0.9, true), judged(0.1, false, false)])).toBe(1);
    expect(auroc([judged(0.1, true), judged(0.9, false, false)])).toBe(0);
    expect(auroc([judged(0.5, true), judged(0.5, false, false)])).toBe(0.5);
  });

  it('cover what lies above the threshold that is precise enough, and nothing where none is', () => {
    const sharp = Array.from({ length: 200 }, (_, index) => judged(index / 200, index >= 100));
    expect(coverageAt(sharp).coverage).toBeCloseTo(0.525, 1);
    const hopeless = Array.from({ length: 200 }, (_, index) => judged(index / 200, index % 4 < 2));
    expect(coverageAt(hopeless).coverage).toBeLessThan(0.1);
  });

  it('give a percentile that was measured', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([], 0.5)).toBe(0);
  });

  it('are drawn with every set in its own colour', () => {
    const plot = reliabilityPlot([
      { name: 'one', bins: bins([judged(0.15, false), judged(0.85, true)]) },
      { name: 'two', bins: bins([judged(0.55, true)]) },
    ]);
    expect(plot.match(/<circle/g)).toHaveLength(3);
    expect(plot).toContain('>two</text>');
  });
});
