import { checkCount, checkFinite } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { buildKdTree } from '../neighbours/kd-tree.ts';
import { coreDistances } from './core-distances.ts';

/** A suggestion for DBSCAN's `eps`, with the curve it comes from. */
export interface EpsSuggestion {
  eps: number;
  /** Distances of rows to their `minSamples`-th nearest, ascending; at most 256 of them, evenly spaced, both ends among them. */
  distances: Float64Array;
  /** The part of all rows, 0 to 1, at or before each of `distances`. */
  shares: Float64Array;
  /** Where the knee is, as a part of all rows. */
  kneeShare: number;
}

const CURVE_POINTS = 256;

/**
 * Suggests `eps` from the knee of the sorted distances to the `minSamples`-th nearest point, the point itself counted: the one farthest
 * below the chord from the first to the last. The largest 1 % of distances are left out, for a few outliers would make the rest look flat.
 * Sources: Ester, Kriegel, Sander and Xu 1996 for the curve; Satopää, Albrecht, Irwin and Raghavan 2011 for the knee. Where the knee is at
 * distance 0 (duplicates) the least distance above 0 is taken; 1 where there is none. Cost about n x minSamples + n log n where columns are few.
 * RangeError for sizes that do not fit and for numbers that are not finite.
 */
export function suggestEps(
  points: Float64Array,
  { rows, columns, minSamples }: { rows: number; columns: number; minSamples: number },
  hooks: Hooks = {},
): EpsSuggestion {
  checkCount('minSamples', minSamples, 1);
  const problem = copyProblem(points, { rows, columns }, false);
  checkFinite(problem.points, columns);
  const tree = buildKdTree(problem.points, { rows, columns });
  const squares = coreDistances({ tree, from: 0, to: rows, count: Math.min(minSamples, rows) }, hooks);
  const sorted = squares.map(Math.sqrt).sort();
  const knee = kneeOf(sorted.subarray(0, rows - Math.floor(rows / 100)));
  const above = sorted.find((distance) => distance > 0) ?? 1;
  const count = Math.min(rows, CURVE_POINTS);
  const at = Float64Array.from({ length: count }, (_, i) => Math.round((i * (rows - 1)) / Math.max(1, count - 1)));
  return {
    eps: Math.max(sorted[knee], above),
    distances: at.map((row) => sorted[row]),
    shares: at.map((row) => (row + 1) / rows),
    kneeShare: (knee + 1) / rows,
  };
}

/** The index of the value farthest below the chord from the first to the last of ascending values; the last one of equals. */
function kneeOf(ascending: Float64Array): number {
  const last = ascending.length - 1;
  const rise = ascending[last] - ascending[0];
  if (!(rise > 0)) return last;
  let knee = 0;
  let deepest = -Infinity;
  ascending.forEach((value, i) => {
    const below = i / last - (value - ascending[0]) / rise;
    if (below < deepest) return;
    deepest = below;
    knee = i;
  });
  return knee;
}
