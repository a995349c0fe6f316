import type { MergeList } from './dendrogram.ts';

/** Each point once, and how many rows have it. */
export interface DistinctPoints {
  /** Row-major, count x columns, in order of the first rows that have them. */
  points: Float64Array;
  columns: number;
  count: number;
  /** Rows at each point. */
  sizes: Float64Array;
  /** The first row at each point. */
  rowOf: Int32Array;
}

/**
 * Copies each point once and merges equal rows at height 0, which every linkage from points does first. Columns far from 0 for
 * their width are moved towards it where that is exact, so means keep their digits. Cost n x d, by a hash table. RangeError for
 * numbers so far apart that their squared distance is not finite.
 */
export function distinctPoints(
  points: Float64Array,
  { rows, columns }: { rows: number; columns: number },
  merges: MergeList,
): DistinctPoints {
  const moved = moveExactly(points, columns);
  const words = new Int32Array(moved.buffer);
  const buckets = 2 ** Math.ceil(Math.log2(2 * rows));
  const table = new Int32Array(buckets).fill(-1);
  const sizes = new Float64Array(rows);
  const rowOf = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    let hash = 0;
    for (let w = 2 * i * columns; w < 2 * (i + 1) * columns; w++) {
      hash = Math.imul(hash ^ words[w], 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    let bucket = hash & (buckets - 1);
    while (table[bucket] >= 0 && !isEqual(moved, table[bucket], i, columns)) bucket = (bucket + 1) & (buckets - 1);
    const found = table[bucket];
    if (found >= 0) {
      sizes[found]++;
      merges.add(rowOf[found], i, 0);
      continue;
    }
    table[bucket] = count;
    rowOf[count] = i;
    sizes[count] = 1;
    moved.copyWithin(count * columns, i * columns, (i + 1) * columns);
    count++;
  }
  return {
    points: moved.subarray(0, count * columns),
    columns,
    count,
    sizes: sizes.subarray(0, count),
    rowOf: rowOf.subarray(0, count),
  };
}

/**
 * A copy, each column less its end nearer to 0 where all values are within twice that: such differences have no rounding
 * (Sterbenz 1974).
 */
function moveExactly(points: Float64Array, columns: number): Float64Array {
  const moved = new Float64Array(points.length);
  let square = 0;
  for (let j = 0; j < columns; j++) {
    let low = Infinity;
    let high = -Infinity;
    for (let p = j; p < points.length; p += columns) {
      low = Math.min(low, points[p]);
      high = Math.max(high, points[p]);
    }
    const offset = low > 0 && high <= 2 * low ? low : high < 0 && low >= 2 * high ? high : 0;
    // Adding 0 makes -0 and 0 the same bits.
    for (let p = j; p < points.length; p += columns) moved[p] = points[p] - offset + 0;
    square += (high - low) ** 2;
  }
  if (!(square * points.length < Infinity)) {
    throw new RangeError(
      `points lie too far apart: the squared diagonal of their box, ${square}, times their number must be finite; scale the columns`,
    );
  }
  return moved;
}

function isEqual(points: Float64Array, a: number, b: number, columns: number): boolean {
  for (let j = 0; j < columns; j++) if (points[a * columns + j] !== points[b * columns + j]) return false;
  return true;
}
