import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { CondensedMatrix, checkMatrixRows, type MonotoneLinkage } from './condensed-matrix.ts';
import { type Dendrogram, MergeList, toDendrogram } from './dendrogram.ts';
import { checkLinkage } from './linkage.ts';
import { type CentreLinkage, mergeNearestPairs } from './merge-nearest-pairs.ts';
import { chainNearest } from './nearest-neighbour-chain.ts';
import { Pace } from './pace.ts';

/** What {@link linkageFromDistances} needs to know. */
export interface DistanceLinkageOptions {
  rows: number;
  linkage: MonotoneLinkage | CentreLinkage;
}

const LINKAGES = ['ward', 'average', 'complete', 'single', 'weighted', 'centroid', 'median'];

/**
 * The whole tree of merges from distances of any kind: `condensed` holds those of the pairs (0, 1), (0, 2), ..., (1, 2), ..., and is not
 * changed. Numbering and heights are scipy's; 'ward', 'centroid' and 'median' mean something for Euclidean distances only, and heights of
 * the last two may fall. Source: Lance and Williams 1967; Murtagh 1983; for the last two Anderberg 1973. Cost n² time ('centroid' and
 * 'median' n³ at worst), 4 n² bytes for a copy. RangeError for more than 15,000 rows, a length that does not fit, and distances that are
 * negative or not finite. Throws `Stopped` where `hooks.shouldStop` says so.
 */
export function linkageFromDistances(
  condensed: Float64Array,
  { rows, linkage }: DistanceLinkageOptions,
  hooks: Hooks = {},
): Dendrogram {
  checkCount('rows', rows, 1);
  checkLinkage(linkage, LINKAGES);
  checkMatrixRows(rows, 'linkage from distances');
  const pairs = (rows * (rows - 1)) / 2;
  if (condensed.length !== pairs) {
    throw new RangeError(
      `condensed must hold rows x (rows - 1) / 2 = ${rows} x ${rows - 1} / 2 = ${pairs} distances, got ${condensed.length}`,
    );
  }
  const wrong = condensed.findIndex((distance) => !(distance >= 0 && distance * distance * rows < Infinity));
  if (wrong >= 0) {
    throw new RangeError(
      `distances must be at least 0, and their squares times rows finite, got ${condensed[wrong]} at ${wrong} (counted from 0)`,
    );
  }
  const pace = new Pace(hooks);
  if (linkage === 'centroid' || linkage === 'median') {
    const squares = condensed.map((distance) => distance * distance);
    return mergeNearestPairs(squares, { rows, linkage, pace });
  }
  const merges = new MergeList(rows);
  const space = new CondensedMatrix(condensed.slice(), new Float64Array(rows).fill(1), linkage);
  const rowOf = Int32Array.from({ length: rows }, (_, i) => i);
  chainNearest(space, { rowOf, merges, pace, from: 0, to: 1 });
  return toDendrogram(rows, merges);
}
