import { type Hooks, stopIfAsked } from '../hooks.ts';
import { fillEmptyClusters, moveCenters, moveRow, sumClusters } from './cluster-sums.ts';
import { nearestOfAny } from './nearest-two.ts';
import type { Fixed, Problem } from './problem.ts';

/**
 * Lloyd's iteration without bounds: the reference for {@link lloydBounded}, which must give the same answer to the last bit.
 * Source: Lloyd 1982. Cost n x k x d a pass.
 */
export function lloydPlain(
  problem: Problem,
  initial: Float64Array,
  clusters: number,
  maxIterations: number,
  hooks: Hooks = {},
): Fixed {
  const { points, rows, columns } = problem;
  const centers = initial.slice();
  const two = new Float64Array(2);
  const moved = new Float64Array(clusters);
  const labels = new Int32Array(rows);
  for (let i = 0; i < rows; i++) labels[i] = nearestOfAny(points, i * columns, centers, clusters, columns, two);
  const cluster = sumClusters(problem, labels, clusters);
  fillEmptyClusters(problem, cluster, labels, centers);

  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    stopIfAsked(hooks);
    moveCenters(cluster, centers, columns, moved);
    let changes = 0;
    for (let i = 0; i < rows; i++) {
      const best = nearestOfAny(points, i * columns, centers, clusters, columns, two);
      if (best === labels[i]) continue;
      moveRow(problem, cluster, i, labels[i], best);
      labels[i] = best;
      changes++;
    }
    if (fillEmptyClusters(problem, cluster, labels, centers)) changes++;
    if (changes === 0) return { labels, centers, iterations, converged: true };
  }
  return { labels, centers, iterations: maxIterations, converged: false };
}
