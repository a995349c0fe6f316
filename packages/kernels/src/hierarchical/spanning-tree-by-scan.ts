import { squaredDistance } from '../kmeans/problem.ts';
import type { MergeList } from './dendrogram.ts';
import type { DistinctPoints } from './distinct-points.ts';
import type { Pace } from './pace.ts';

/**
 * Minimum spanning tree of points: adds the point nearest to the tree, again and again; the lowest number among equals. Its edges are
 * the merges of single linkage (Gower and Ross 1969). Source: Prim 1957. Cost n² x d time, n memory: for many columns, and the reference
 * for `spanningTreeByTree`.
 */
export function spanningTreeByScan(
  { points, columns, count, rowOf }: DistinctPoints,
  { merges, pace, from, to }: { merges: MergeList; pace: Pace; from: number; to: number },
): void {
  const left = Int32Array.from({ length: count - 1 }, (_, i) => i + 1);
  const nearest = new Int32Array(count);
  const squares = new Float64Array(count).fill(Infinity);
  let added = 0;
  for (let end = count - 1; end > 0; end--) {
    let next = 0;
    for (let l = 0; l < end; l++) {
      const i = left[l];
      const square = squaredDistance(points, i * columns, points, added * columns, columns);
      if (square < squares[i]) {
        squares[i] = square;
        nearest[i] = added;
      }
      if (squares[i] < squares[left[next]] || (squares[i] === squares[left[next]] && i < left[next])) next = l;
    }
    added = left[next];
    left[next] = left[end - 1];
    merges.add(rowOf[nearest[added]], rowOf[added], Math.sqrt(squares[added]));
    pace.step(end * (columns + 4), to - (to - from) * (end / count) ** 2);
  }
}
