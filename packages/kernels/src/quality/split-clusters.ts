import { type Hooks, stopIfAsked } from '../hooks.ts';
import { allocateInt32, type Problem } from '../kmeans/problem.ts';

/** Rows brought into an order in which each cluster, and each part of it, lies together. */
export interface SplitClusters {
  rows: Int32Array;
  /** First place in `rows` of each part, and the end of the last. */
  begins: Int32Array;
  /** The cluster of each part, ascending. */
  clusterOf: Int32Array;
}

/** Rows of a part at most, unless they are all equal. */
const MOST_ROWS = 65_536;
/** Rows looked at for the median. */
const LOOKED_AT = 255;

/**
 * Splits the rows by cluster, and large clusters into neighbouring parts, at about the median of the widest column each time: parts can be
 * worked on at once, and a look at whether to stop fits between them. Cost n x d x log(n / 65,536).
 */
export function splitClusters(
  { problem, labels, clusters, shared }: { problem: Problem; labels: Int32Array; clusters: number; shared: boolean },
  hooks: Hooks = {},
): SplitClusters {
  const next = new Int32Array(clusters + 1);
  for (let i = 0; i < labels.length; i++) next[labels[i] + 1]++;
  for (let c = 0; c < clusters; c++) next[c + 1] += next[c];
  const ends = next.slice(1);
  const rows = allocateInt32(labels.length, shared);
  for (let i = 0; i < labels.length; i++) rows[next[labels[i]]++] = i;

  const begins = [0];
  const clusterOf: number[] = [];
  for (let c = 0, from = 0; c < clusters; c++) {
    const waiting = [ends[c]];
    for (let to = waiting.pop(); to !== undefined; to = waiting.pop()) {
      stopIfAsked(hooks);
      const middle = to - from > MOST_ROWS ? partitionRows(problem, rows, from, to) : to;
      if (middle < to) {
        waiting.push(to, middle);
        continue;
      }
      begins.push(to);
      clusterOf.push(c);
      hooks.onProgress?.(to / rows.length);
      from = to;
    }
  }
  return { rows, begins: Int32Array.from(begins), clusterOf: Int32Array.from(clusterOf) };
}

/** Parts rows[from..to) in two and answers where the second begins: `to` where all are equal. */
function partitionRows({ points, columns }: Problem, rows: Int32Array, from: number, to: number): number {
  let widest = 0;
  let width = -1;
  let middleOfBox = 0;
  for (let j = 0; j < columns; j++) {
    let low = Infinity;
    let high = -Infinity;
    for (let p = from; p < to; p++) {
      const value = points[rows[p] * columns + j];
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > width) {
      width = high - low;
      widest = j;
      middleOfBox = low + (high - low) / 2;
    }
  }
  if (!(width > 0)) return to;
  const some = Float64Array.from({ length: LOOKED_AT }, (_, s) => {
    const place = from + Math.floor(((s + 0.5) * (to - from)) / LOOKED_AT);
    return points[rows[place] * columns + widest];
  }).sort();
  const at = partitionAt(points, columns, widest, rows, from, to, some[(LOOKED_AT - 1) / 2]);
  // Where most values are equal the median may be the largest: the middle of the box parts what is different.
  return at < to ? at : partitionAt(points, columns, widest, rows, from, to, middleOfBox);
}

/** Brings the rows whose value is at most `limit` to the front and answers how far they go. */
function partitionAt(
  points: Float64Array,
  columns: number,
  column: number,
  rows: Int32Array,
  from: number,
  to: number,
  limit: number,
): number {
  let at = from;
  for (let p = from; p < to; p++) {
    const row = rows[p];
    if (points[row * columns + column] > limit) continue;
    rows[p] = rows[at];
    rows[at++] = row;
  }
  return at;
}
