import { type Hooks, stopIfAsked } from '../hooks.ts';
import { squaredDistance } from '../kmeans/problem.ts';
import { createSpanningTree, type SpanningTree } from './spanning-tree.ts';

/** Minimum spanning tree of mutual reachability by Prim's algorithm (1957), for many columns. Cost n² x d, memory n. */
export function spanPlain(points: Float64Array, columns: number, cores: Float64Array, hooks: Hooks = {}): SpanningTree {
  const rows = cores.length;
  const tree = createSpanningTree(rows);
  const rest = new Int32Array(rows - 1);
  for (let i = 1; i < rows; i++) rest[i - 1] = i;
  const reaches = new Float64Array(rows).fill(Infinity);
  const squares = new Float64Array(rows).fill(Infinity);
  const nearest = new Int32Array(rows);
  let at = 0;
  const stepsBetweenLooks = Math.ceil(1e6 / (rows * columns));
  for (let edge = 0; edge < rows - 1; edge++) {
    if (edge % stepsBetweenLooks === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(1 - ((rows - edge) / rows) ** 2);
    }
    const left = rows - 1 - edge;
    let best = 0;
    for (let r = 0; r < left; r++) {
      const i = rest[r];
      const square = squaredDistance(points, i * columns, points, at * columns, columns);
      const reach = Math.max(square, cores[i], cores[at]);
      if (reach < reaches[i] || (reach === reaches[i] && square < squares[i])) {
        reaches[i] = reach;
        squares[i] = square;
        nearest[i] = at;
      }
      const b = rest[best];
      if (reaches[i] < reaches[b] || (reaches[i] === reaches[b] && squares[i] < squares[b])) best = r;
    }
    at = rest[best];
    rest[best] = rest[left - 1];
    tree.from[edge] = nearest[at];
    tree.to[edge] = at;
    tree.reach[edge] = reaches[at];
    tree.square[edge] = squares[at];
  }
  return tree;
}
