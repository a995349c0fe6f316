import { checkFinite, checkShape } from '../checks/check-points.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';
import { kthSquare } from './core-distances.ts';
import { type HdbscanModel, memberOf } from './hdbscan-model.ts';
import { createReachSearch } from './reach-search.ts';

/**
 * Scores points against a fit: each goes with the point of the fit that is nearest in mutual reachability (then in distance, then the
 * lowest row), to the cluster that one is in at the density at which the two meet. Gives the rows of the fit its labels and strengths.
 *
 * As `approximate_predict` of McInnes's hdbscan, but the nearest is sought among all points where that looks at the 2 x minSamples nearest,
 * and a point is no stronger than the one it goes with. Cost about (n + rows of the fit) x (minSamples + log n) where columns are few, n x rows of the
 * fit x d at most. RangeError for sizes that do not fit and for numbers that are not finite.
 */
export function hdbscanPredict(
  model: HdbscanModel,
  points: Float64Array,
  shape: { rows: number; columns: number },
): HdbscanAssignment {
  return createHdbscanPredictor(model)(points, shape);
}

/** The label of each point and how firmly it belongs there, 0 to 1. */
export interface HdbscanAssignment {
  labels: Int32Array;
  strengths: Float64Array;
}

/** As {@link hdbscanPredict}, for many calls: the tree over the points of the fit is built once. */
export function createHdbscanPredictor(
  model: HdbscanModel,
): (points: Float64Array, shape: { rows: number; columns: number }) => HdbscanAssignment {
  const { columns: fittedColumns, coreDistances, clusterOf, lambdas, parents, births } = model;
  const fitted = coreDistances.length;
  const tree = buildKdTree(model.points, { rows: fitted, columns: fittedColumns });
  const cores = Float64Array.from(tree.order, (row) => coreDistances[row] ** 2);
  const search = createReachSearch(tree, cores, new Int32Array(fitted));
  const count = Math.min(model.minSamples, fitted);
  const room = new Float64Array(Math.max(64, 4 * count));
  return (points, { rows, columns }) => {
    checkShape(points, rows, columns);
    if (columns !== fittedColumns)
      throw new RangeError(`columns must be those of the fit, ${fittedColumns}, got ${columns}`);
    checkFinite(points, columns);
    const labels = new Int32Array(rows);
    const strengths = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      // By way of the distance, so that a point of the fit has the bits that the model holds.
      const core = Math.sqrt(kthSquare(tree, points, i * columns, count, Infinity, room)) ** 2;
      const row = tree.order[search.findFor(points, i * columns, core)];
      const lambda = 1 / Math.sqrt(search.reach());
      // Rounding of the square root must not part a point from itself.
      const isApart = lambda * (1 + 1e-12) < lambdas[row];
      let cluster = clusterOf[row];
      while (isApart && cluster > 0 && births[cluster] >= lambda) cluster = parents[cluster];
      const member = memberOf(model, cluster, isApart ? lambda : lambdas[row]);
      labels[i] = member.label;
      strengths[i] = member.strength;
    }
    return { labels, strengths };
  };
}
