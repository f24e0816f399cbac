/**
 * Which answer a question belongs to, by Gaussian process regression on the example questions nearest to it: each
 * example votes for its answer, and examples that say the same as one another share their vote. Nothing is trained
 * ahead, so a knowledge of thousands of examples is ready at once. (Rasmussen and Williams, Gaussian Processes for
 * Machine Learning, 2006, equations 2.25 and 2.26.)
 */

/** Doubt about an example's label; larger makes the votes more alike. */
const NOISE = 0.1;

export interface Neighbour {
  phrase: number;
  /** Of the question, 0 to 1. */
  kernel: number;
  /** Added to `NOISE`: how much less this phrase says than an example question. */
  doubt: number;
}

export interface Votes {
  /** By position in the list of neighbours. */
  weights: Float64Array;
  /** What stays unexplained of the question, 0 to 1: high where nothing like it is known. */
  variance: number;
}

/** `kernel` gives the likeness of two phrases; positive definite, 1 for a phrase with itself. */
export function votes(neighbours: readonly Neighbour[], kernel: (a: number, b: number) => number): Votes {
  const size = neighbours.length;
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const { phrase, doubt } = neighbours[row] as Neighbour;
    for (let column = 0; column < row; column += 1)
      factor[row * size + column] = kernel(phrase, (neighbours[column] as Neighbour).phrase);
    factor[row * size + row] = 1 + NOISE + doubt;
  }
  factorise(factor, size);
  const question = Float64Array.from(neighbours, (one) => one.kernel);
  const weights = solve(factor, question, size);
  let explained = 0;
  for (let index = 0; index < size; index += 1) explained += (question[index] as number) * (weights[index] as number);
  return { weights, variance: Math.max(0, 1 - explained) };
}

/** Cholesky, in place in the lower triangle. */
function factorise(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    const start = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      const rest = (matrix[start + column] as number) - product(matrix, start, other, column);
      matrix[start + column] =
        column === row ? Math.sqrt(Math.max(rest, 1e-9)) : rest / (matrix[other + column] as number);
    }
  }
}

/** Of the first entries of two rows; four sums at a time, which wait for one another less than one does. */
function product(matrix: Float64Array, one: number, other: number, count: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let index = 0;
  for (; index + 3 < count; index += 4) {
    first += (matrix[one + index] as number) * (matrix[other + index] as number);
    second += (matrix[one + index + 1] as number) * (matrix[other + index + 1] as number);
    third += (matrix[one + index + 2] as number) * (matrix[other + index + 2] as number);
    fourth += (matrix[one + index + 3] as number) * (matrix[other + index + 3] as number);
  }
  for (; index < count; index += 1) first += (matrix[one + index] as number) * (matrix[other + index] as number);
  return first + second + (third + fourth);
}

function solve(factor: Float64Array, right: Float64Array, size: number): Float64Array {
  const found = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = found[row] as number;
    for (let index = 0; index < row; index += 1)
      sum -= (factor[row * size + index] as number) * (found[index] as number);
    found[row] = sum / (factor[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = found[row] as number;
    for (let index = row + 1; index < size; index += 1)
      sum -= (factor[index * size + row] as number) * (found[index] as number);
    found[row] = sum / (factor[row * size + row] as number);
  }
  return found;
}
