import type { Random } from '../random/create-random.ts';
import { simd } from '../simd/simd.ts';
import { seedCompiled } from './compiled.ts';
import { type Problem, squaredDistance } from './problem.ts';

/**
 * Greedy k-means++: each next centre is the best of 2 + floor(ln k) points drawn in proportion to their squared distance to the
 * centres so far. Source: Arthur and Vassilvitskii 2007; the greedy form as in scikit-learn. Cost n x k x d x (2 + ln k).
 * Gives fewer centres than asked where there are fewer distinct points of positive weight.
 */
export function seedCenters(problem: Problem, clusters: number, random: Random): Float64Array {
  const { points, rows, columns, weights } = problem;
  const tries = 2 + Math.floor(Math.log(clusters));
  const loops = simd();
  if (loops !== null) return seedCompiled(loops, problem, clusters, tries, random);
  const centers = new Float64Array(clusters * columns);
  const cumulative = new Float64Array(rows);
  const closest = new Float64Array(rows).fill(Infinity);

  let total = 0;
  for (let i = 0; i < rows; i++) cumulative[i] = total += weights === null ? 1 : weights[i];
  let chosen = drawRow(cumulative, total, random);

  for (let found = 0; ; ) {
    centers.set(points.subarray(chosen * columns, (chosen + 1) * columns), found * columns);
    total = 0;
    for (let i = 0; i < rows; i++) {
      const distance = squaredDistance(points, i * columns, points, chosen * columns, columns);
      if (distance < closest[i]) closest[i] = distance;
      cumulative[i] = total += weights === null ? closest[i] : weights[i] * closest[i];
    }
    found++;
    if (found === clusters) return centers;
    if (!(total > 0)) return centers.slice(0, found * columns);

    let least = Infinity;
    for (let t = 0; t < tries; t++) {
      const row = drawRow(cumulative, total, random);
      const potential = potentialWith(problem, closest, row, least);
      if (potential < least || t === 0) {
        least = potential;
        chosen = row;
      }
    }
  }
}

/** A row drawn in proportion to the steps of `cumulative`; never one whose step is 0. */
export function drawRow(cumulative: Float64Array, total: number, random: Random): number {
  const target = random.next() * total;
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle] > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sum of squared distances if `row` were a centre too; stops early once it exceeds `limit`. */
function potentialWith(problem: Problem, closest: Float64Array, row: number, limit: number): number {
  const { points, rows, columns, weights } = problem;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const distance = Math.min(closest[i], squaredDistance(points, i * columns, points, row * columns, columns));
    sum += weights === null ? distance : weights[i] * distance;
    if (sum > limit) return sum;
  }
  return sum;
}
