import { numberByMeans } from '../clusters/number-by-means.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { KdTree } from '../neighbours/kd-tree.ts';
import { findNearestWithin } from '../neighbours/nearest-within.ts';
import type { DbscanFit } from './dbscan-fit.ts';
import { joinCorePoints } from './join-core-points.ts';
import { findSet } from './union-find.ts';

/** What the task needs. */
export interface DbscanInput {
  points: Float64Array;
  tree: KdTree;
  /** By position in the tree. */
  isCore: Uint8Array;
  /** Squared. */
  limit: number;
}

const POINTS_BETWEEN_LOOKS = 1024;

/** From core points to clusters: the sets they form, and the others with the nearest of them. */
export function fitDbscan({ points, tree, isCore, limit }: DbscanInput, hooks: Hooks = {}): DbscanFit {
  const { rows, columns } = tree;
  const part: Hooks = { ...hooks, onProgress: (done) => hooks.onProgress?.(done * 0.6) };
  const sets = joinCorePoints(tree, isCore, limit, part);

  const raw = new Int32Array(rows);
  const core = new Uint8Array(rows);
  const numberOf = new Int32Array(rows).fill(-1);
  let numbers = 0;
  for (let p = 0; p < rows; p++) {
    if (p % POINTS_BETWEEN_LOOKS === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(0.6 + (0.4 * p) / rows);
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
