import { checkFinite, checkShape } from '../checks/check-points.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import { CondensedMatrix, checkMatrixRows, pairDistances } from './condensed-matrix.ts';
import { type Dendrogram, type Linkage, MergeList, toDendrogram } from './dendrogram.ts';
import { type DistinctPoints, distinctPoints } from './distinct-points.ts';
import { type ClusterSpace, chainNearest } from './nearest-neighbour-chain.ts';
import { Pace } from './pace.ts';
import { spanningTreeByScan } from './spanning-tree-by-scan.ts';
import { spanningTreeByTree } from './spanning-tree-by-tree.ts';
import { WardByScan } from './ward-by-scan.ts';
import { WardByTree } from './ward-by-tree.ts';

/** What {@link linkage} needs to know. */
export interface LinkageOptions {
  rows: number;
  columns: number;
  /** Distance of two clusters: by the sum of squares a merge adds, or the mean, largest or smallest distance of their rows. */
  linkage?: Linkage;
}

/** The linkages {@link linkage} knows. */
export const POINT_LINKAGES: readonly Linkage[] = ['ward', 'average', 'complete', 'single'];

/** In more columns boxes keep nothing out, and looking at all is faster. */
export const MAX_TREE_COLUMNS = 16;

/**
 * The whole tree of merges of points, from single rows to one cluster, with scipy's numbering and heights: for 'ward'
 * sqrt(2 |a| |b| / (|a| + |b|)) times the distance of the means, else a Euclidean distance. Sources: Ward 1963; nearest-neighbour chain,
 * Murtagh 1983; single linkage by the minimum spanning tree, Gower and Ross 1969.
 *
 * `points` is row-major and is not changed. Equal rows merge first. Where distances are equal the tree is one of several valid ones, and
 * the same every time. Cost of 'ward' and 'single': n x d memory; about n log² n x d time where columns are few, up to n² x d where
 * they are many (beyond 16 all clusters are looked at).
 * 'average' and 'complete': n² time and 4 n² bytes, at most 15,000 different rows. RangeError for sizes that do not fit,
 * for more rows than that, and for numbers that are not finite. Throws `Stopped` where `hooks.shouldStop` says so.
 */
export function linkage(points: Float64Array, options: LinkageOptions, hooks: Hooks = {}): Dendrogram {
  const { rows, columns, linkage = 'ward' } = options;
  checkShape(points, rows, columns);
  checkLinkage(linkage, POINT_LINKAGES);
  checkFinite(points, columns);
  stopIfAsked(hooks);
  const merges = new MergeList(rows);
  const distinct = distinctPoints(points, { rows, columns }, merges);
  stopIfAsked(hooks);
  const run = { rowOf: distinct.rowOf, merges, pace: new Pace(hooks), from: 0, to: 1 };
  const isTreeUseful = columns <= MAX_TREE_COLUMNS;
  if (linkage === 'single') (isTreeUseful ? spanningTreeByTree : spanningTreeByScan)(distinct, run);
  else if (linkage === 'ward') chainNearest(isTreeUseful ? new WardByTree(distinct) : new WardByScan(distinct), run);
  else chainNearest(matrixOf(distinct, linkage, run.pace), { ...run, from: 0.3 });
  hooks.onProgress?.(1);
  return toDendrogram(rows, merges);
}

/** RangeError for a linkage that is not among `known`. */
export function checkLinkage(linkage: string, known: readonly string[]): void {
  if (!known.includes(linkage)) throw new RangeError(`linkage must be one of ${known.join(', ')}, got ${linkage}`);
}

function matrixOf(distinct: DistinctPoints, linkage: 'average' | 'complete', pace: Pace): ClusterSpace {
  checkMatrixRows(distinct.count, `linkage ${linkage}`);
  return new CondensedMatrix(pairDistances(distinct, { pace, from: 0, to: 0.3 }), distinct.sizes, linkage);
}
