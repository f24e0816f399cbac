/** The numbers that say what a confidence is worth. All take what was said (`sure`, 0 to 1) and whether it was right. */

export interface Judged {
  sure: number;
  right: boolean;
  /** The question has an answer in the knowledge. */
  known: boolean;
}

export const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

export function accuracy(judged: readonly Judged[]): number {
  const known = judged.filter((one) => one.known);
  return share(known.filter(({ right }) => right).length, known.length);
}

export interface Bin {
  said: number;
  right: number;
  count: number;
}

export function bins(judged: readonly Judged[], count = 10): Bin[] {
  return Array.from({ length: count }, (_, bin) => {
    const inside = judged.filter(({ sure }) => Math.min(count - 1, Math.floor(sure * count)) === bin);
    return {
      said: share(
        inside.reduce((sum, { sure }) => sum + sure, 0),
        inside.length,
      ),
      right: share(inside.filter(({ right }) => right).length, inside.length),
      count: inside.length,
    };
  });
}

/** Expected calibration error over ten bins. */
export function calibrationError(judged: readonly Judged[]): number {
  return bins(judged).reduce(
    (sum, { said, right, count }) => sum + (Math.abs(said - right) * count) / judged.length,
    0,
  );
}

/** Probability that a known question is surer than an unknown one. */
export function auroc(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((a, b) => a.sure - b.sure);
  let below = 0;
  let won = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.sure === sorted[start]?.sure) end += 1;
    const tied = sorted.slice(start, end);
    const unknown = tied.filter(({ known }) => !known).length;
    won += (tied.length - unknown) * (below + unknown / 2);
    below += unknown;
    start = end;
  }
  return share(won, below * (judged.length - below));
}

/**
 * Share of the known questions answered, and how many of the answers were right, at the threshold that reaches
 * `precision` on one half; measured on the other half, and both ways round.
 */
export function coverageAt(judged: readonly Judged[], precision = 0.95): { coverage: number; precision: number } {
  const halves = [0, 1].map((half) => judged.filter((_, index) => index % 2 === half));
  const results = halves.map((tuned, half) => {
    const threshold = thresholdFor(tuned, precision);
    const other = halves[1 - half] ?? [];
    const answered = other.filter(({ sure }) => sure >= threshold);
    return {
      answered: answered.filter(({ known }) => known).length,
      known: other.filter(({ known }) => known).length,
      right: answered.filter(({ right }) => right).length,
      all: answered.length,
    };
  });
  const sum = (key: 'answered' | 'known' | 'right' | 'all') => results.reduce((total, one) => total + one[key], 0);
  return { coverage: share(sum('answered'), sum('known')), precision: share(sum('right'), sum('all')) };
}

/** The lowest threshold above which the precision is reached; above 1 where none is. */
function thresholdFor(judged: readonly Judged[], precision: number): number {
  const sorted = [...judged].sort((a, b) => b.sure - a.sure);
  let right = 0;
  let threshold = 2;
  sorted.forEach((one, index) => {
    if (one.right) right += 1;
    if (right / (index + 1) >= precision) threshold = one.sure;
  });
  return threshold;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
