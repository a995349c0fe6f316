import { checkFinite } from '../checks/check-points.ts';
import { numberByMeans } from '../clusters/number-by-means.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';
import { findNearestWithin } from '../neighbours/nearest-within.ts';
import type { DbscanFit } from './dbscan-fit.ts';
import { joinCorePoints } from './join-core-points.ts';
import { markCorePoints } from './mark-core-points.ts';
import { findSet } from './union-find.ts';

/** What the task needs. */
export interface DbscanInput {
  points: Float64Array;
  rows: number;
  columns: number;
  eps: number;
  minSamples: number;
}

/** Small leaves: most of the work is in those that the reach cuts. */
const LEAF_SIZE = 8;
const POINTS_BETWEEN_LOOKS = 1024;

/** The whole of DBSCAN: core points, their sets, and the others with the nearest of them. */
export function fitDbscan({ points, rows, columns, eps, minSamples }: DbscanInput, hooks: Hooks = {}): DbscanFit {
  checkFinite(points, columns);
  const limit = eps * eps;
  const part = (from: number, share: number): Hooks => ({
    ...hooks,
    onProgress: (done) => hooks.onProgress?.(from + share * done),
  });
  const tree = buildKdTree(points, { rows, columns, leafSize: LEAF_SIZE }, part(0, 0.3));
  const isCore = markCorePoints(tree, limit, minSamples, part(0.3, 0.4));
  const sets = joinCorePoints(tree, isCore, limit, part(0.7, 0.2));

  const raw = new Int32Array(rows);
  const core = new Uint8Array(rows);
  const numberOf = new Int32Array(rows).fill(-1);
  let numbers = 0;
  for (let p = 0; p < rows; p++) {
    if (p % POINTS_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(0.9 + (0.1 * p) / rows);
    }
    const owner = isCore[p] === 1 ? p : findNearestWithin(tree, tree.points, p * columns, limit, isCore);
    const row = tree.order[p];
    core[row] = isCore[p];
    if (owner < 0) raw[row] = -1;
    else {
      const set = findSet(sets, owner);
      if (numberOf[set] < 0) numberOf[set] = numbers++;
      raw[row] = numberOf[set];
    }
  }
  const { labels, clusters, sizes, noise } = numberByMeans(points, { rows, columns, labels: raw });
  hooks.onProgress?.(1);
  return { labels, clusters, sizes, noise, core };
}
