import { checkFinite, checkShape } from '../checks/check-points.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';
import { findNearestWithin } from '../neighbours/nearest-within.ts';
import { checkEps } from './dbscan.ts';
import type { DbscanFit } from './dbscan-fit.ts';

/** All that scoring needs: the core points. Border points and noise are not kept. */
export interface DbscanModel {
  columns: number;
  eps: number;
  /** The core points, row-major, in the order of rows. */
  points: Float64Array;
  /** The cluster of each core point. */
  labels: Int32Array;
}

/** Picks the core points of a fit out of the points it was made from. Exact: nothing that scoring needs is left out. Cost n x d. */
export function dbscanModel(
  points: Float64Array,
  { rows, columns, eps }: { rows: number; columns: number; eps: number },
  { labels, core }: Pick<DbscanFit, 'labels' | 'core'>,
): DbscanModel {
  checkShape(points, rows, columns);
  checkEps(eps);
  if (labels.length !== rows || core.length !== rows) {
    throw new RangeError(`the fit must be of rows = ${rows}, got ${labels.length} labels, ${core.length} core marks`);
  }
  const isCore = (row: number): boolean => core[row] === 1;
  return {
    columns,
    eps,
    points: points.filter((_, p) => isCore(Math.floor(p / columns))),
    labels: labels.filter((_, row) => isCore(row)),
  };
}

/**
 * The cluster of each point: that of the nearest core point within `eps`, the lowest row among equals; -1 where there is none. Gives the
 * rows of the fit the labels of the fit. Cost about (n + core points) x log(core points) where columns are few. RangeError for sizes that do not fit
 * and for numbers that are not finite.
 */
export function dbscanPredict(
  model: DbscanModel,
  points: Float64Array,
  shape: { rows: number; columns: number },
): Int32Array {
  return createDbscanPredictor(model)(points, shape);
}

/** As {@link dbscanPredict}, for many calls: the tree over the core points is built once. */
export function createDbscanPredictor({
  columns: fitted,
  eps,
  points: corePoints,
  labels: coreLabels,
}: DbscanModel): (points: Float64Array, shape: { rows: number; columns: number }) => Int32Array {
  const tree = coreLabels.length === 0 ? null : buildKdTree(corePoints, { rows: coreLabels.length, columns: fitted });
  return (points, { rows, columns }) => {
    checkShape(points, rows, columns);
    if (columns !== fitted) throw new RangeError(`columns must be those of the fit, ${fitted}, got ${columns}`);
    checkFinite(points, columns);
    const labels = new Int32Array(rows).fill(-1);
    for (let i = 0; i < rows && tree !== null; i++) {
      const found = findNearestWithin(tree, points, i * columns, eps * eps, null);
      if (found >= 0) labels[i] = coreLabels[tree.order[found]];
    }
    return labels;
  };
}
