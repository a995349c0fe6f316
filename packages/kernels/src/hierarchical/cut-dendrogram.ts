import { checkCount } from '../checks/check-points.ts';
import type { Dendrogram } from './dendrogram.ts';

/** Where to cut a tree: into so many clusters, or so that no cluster has a merge above a height. */
export type Cut = { clusters: number; height?: undefined } | { height: number; clusters?: undefined };

/**
 * The cluster of each row after a cut, numbered in order of their first rows. By `clusters` the last merges are undone until there are so
 * many; merges at height 0 are never undone, so fewer may come out. By `height` those at most so high are kept, with all below them.
 * Cost n. RangeError where not exactly one of the two is given, or it makes no sense.
 */
export function cutDendrogram(dendrogram: Dendrogram, cut: Cut): Int32Array {
  checkCut(cut);
  const { rows, merges } = dendrogram;
  const isKept = keptMerges(dendrogram, cut);
  const above = new Int32Array(2 * rows - 1).fill(-1);
  for (let m = 0; m < rows - 1; m++) {
    if (isKept[m] === 1) above[merges[2 * m]] = above[merges[2 * m + 1]] = rows + m;
  }
  for (let node = 2 * rows - 2; node >= 0; node--) above[node] = above[node] < 0 ? node : above[above[node]];
  const labelOf = new Int32Array(2 * rows - 1).fill(-1);
  const labels = new Int32Array(rows);
  let clusters = 0;
  for (let i = 0; i < rows; i++) {
    if (labelOf[above[i]] < 0) labelOf[above[i]] = clusters++;
    labels[i] = labelOf[above[i]];
  }
  return labels;
}

/** RangeError where a cut does not say exactly one thing. */
export function checkCut({ clusters, height }: { clusters?: number; height?: number }): void {
  if ((clusters === undefined) === (height === undefined)) {
    throw new RangeError(`a cut needs either clusters or height, got clusters ${clusters} and height ${height}`);
  }
  if (clusters !== undefined) checkCount('clusters', clusters, 1);
  if (height !== undefined && !(height >= 0)) throw new RangeError(`height must be at least 0, got ${height}`);
}

/** 1 for each merge that a cut leaves in place. */
function keptMerges({ rows, merges, heights }: Dendrogram, cut: Cut): Uint8Array {
  const isKept = new Uint8Array(rows - 1);
  if (cut.clusters !== undefined) {
    let zeros = 0;
    while (zeros < rows - 1 && heights[zeros] === 0) zeros++;
    return isKept.fill(1, 0, Math.max(zeros, rows - cut.clusters));
  }
  const isWhole = (node: number): boolean => node < rows || isKept[node - rows] === 1;
  for (let m = 0; m < rows - 1; m++) {
    if (heights[m] <= cut.height && isWhole(merges[2 * m]) && isWhole(merges[2 * m + 1])) isKept[m] = 1;
  }
  return isKept;
}
