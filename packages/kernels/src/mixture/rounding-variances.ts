import type { Problem } from '../kmeans/problem.ts';
import { varianceOfColumns } from './prepare-mixture.ts';

/** A value far from all others is not rounded so far: a seventh of the column's standard deviation at most. */
const LARGEST_SHARE = 1 / 49;

/**
 * The variance that the rounding of each column's values stands for: a twelfth of the square of the step from a value to its nearest other one, at the
 * median of the rows, within limits. Next to nothing for measures, something for counts. Source: Sheppard 1898. Cost n log n x d.
 */
export function roundingVariances(problem: Problem): Float64Array {
  const { points, rows, columns } = problem;
  const variances = varianceOfColumns(problem);
  return Float64Array.from({ length: columns }, (_, j) => {
    const values = Float64Array.from({ length: rows }, (_, i) => points[i * columns + j]).sort();
    const steps = stepsOf(values).sort();
    return steps.length === 0 ? 0 : Math.min(steps[steps.length >> 1] ** 2 / 12, variances[j] * LARGEST_SHARE);
  });
}

/** For each of some ascending values how far the nearest other value is; none where all are equal. */
function stepsOf(values: Float64Array): Float64Array {
  const n = values.length;
  if (n === 0 || values[0] === values[n - 1]) return new Float64Array(0);
  const steps = new Float64Array(n);
  let below = Infinity;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && values[to] === values[from]) to++;
    const above = to < n ? values[to] - values[from] : Infinity;
    steps.fill(Math.min(below, above), from, to);
    below = above;
    from = to;
  }
  return steps;
}
