/**
 * Logistic regression, small and exact: Newton's method with a ridge. Used to weigh evidence when calibrating
 * (`npm run calibrate`) and, over a handful of numbers, to learn how sure a knowledge's own examples are of each other.
 */

export interface Logistic {
  bias: number;
  weights: number[];
}

export interface Observation {
  values: readonly number[];
  right: boolean;
  /** How much it counts; 1 unless given. */
  weight?: number;
}

const ROUNDS = 25;

export function fitLogistic(observations: readonly Observation[], { ridge = 1 }: { ridge?: number } = {}): Logistic {
  const size = (observations[0]?.values.length ?? 0) + 1;
  let found = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { gradient, curvature } = slopes(observations, found, ridge);
    const step = solveSymmetric(curvature, gradient);
    found = found.map((value, index) => value + (step[index] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  const [bias = 0, ...weights] = found;
  return { bias, weights };
}

export function evaluate({ bias, weights }: Logistic, values: readonly number[]): number {
  let sum = bias;
  for (let index = 0; index < weights.length; index += 1) sum += (weights[index] ?? 0) * (values[index] ?? 0);
  return sigmoid(sum);
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

/** Gradient and negative Hessian of the penalised likelihood; the bias is not penalised. */
function slopes(observations: readonly Observation[], at: readonly number[], ridge: number) {
  const size = at.length;
  const gradient = at.map((value, index) => (index === 0 ? 0 : -ridge * value));
  const curvature = at.map((_, row) => at.map((__, column) => (row === column ? (row === 0 ? 1e-6 : ridge) : 0)));
  for (const { values, right, weight = 1 } of observations) {
    const [bias = 0, ...weights] = at;
    const sure = evaluate({ bias, weights }, values);
    const row = [1, ...values];
    const error = weight * ((right ? 1 : 0) - sure);
    const bend = weight * Math.max(sure * (1 - sure), 1e-6);
    for (let i = 0; i < size; i += 1) {
      gradient[i] = (gradient[i] ?? 0) + error * (row[i] ?? 0);
      const line = curvature[i] as number[];
      for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + bend * (row[i] ?? 0) * (row[j] ?? 0);
    }
  }
  return { gradient, curvature };
}

/** Gaussian elimination with pivots: the systems here have a dozen unknowns. */
function solveSymmetric(matrix: readonly number[][], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const head = rows[column] as number[];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const line = rows[row] as number[];
      const factor = (line[column] ?? 0) / (head[column] || 1e-12);
      for (let index = column; index <= size; index += 1)
        line[index] = (line[index] ?? 0) - factor * (head[index] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] || 1e-12));
}
