import { buildKdTree, type KdTree, squaredDistanceToBox } from '../neighbours/kd-tree.ts';
import type { MergeList } from './dendrogram.ts';
import type { DistinctPoints } from './distinct-points.ts';
import type { Pace } from './pace.ts';

const STACK = 256;

/** The shortest way out of each part, by part; an edge is a pair of points, lower number first. */
interface WaysOut {
  squares: Float64Array;
  low: Int32Array;
  high: Int32Array;
}

/**
 * Minimum spanning tree of points: every part takes its shortest edge to another part, until there is one. Searches a kd-tree, leaving
 * out what lies in the same part, and keeps what a point found until its own part has swallowed it. Its edges are the merges of single
 * linkage (Gower and Ross 1969). Source: Borůvka 1926; March, Ram and Gray 2010. About n log² n where columns are few; memory n x d.
 */
export function spanningTreeByTree(
  { points, columns, count, rowOf }: DistinctPoints,
  { merges, pace, from, to }: { merges: MergeList; pace: Pace; from: number; to: number },
): void {
  const tree = buildKdTree(points, { rows: count, columns, leafSize: 8 });
  const parts = new Parts(tree);
  const ways: WaysOut = {
    squares: new Float64Array(count),
    low: new Int32Array(count),
    high: new Int32Array(count),
  };
  // By position: no point outside the own part is nearer than `least`; the nearest one where it is known, else -1.
  const least = new Float64Array(count);
  const nearest = new Int32Array(count).fill(-1);
  const { order } = tree;
  for (let left = count; left > 1; ) {
    parts.refresh();
    ways.squares.fill(Infinity);
    for (let p = 0; p < count; p++) {
      const part = parts.partAt[p];
      if (least[p] > ways.squares[part]) continue;
      if (nearest[p] < 0 || parts.partAt[nearest[p]] === part) {
        nearest[p] = nearestOutside(tree, parts, p, ways.squares[part]);
        least[p] = nearest[p] < 0 ? ways.squares[part] : squareBetween(tree, p, nearest[p]);
        pace.step(parts.cost, from + (to - from) * (1 - (left / count) * (1 - p / (2 * count))));
      }
      if (nearest[p] >= 0) offer(ways, part, least[p], order[p], order[nearest[p]]);
    }
    for (let part = 0; part < count; part++) {
      if (ways.squares[part] === Infinity || !parts.join(ways.low[part], ways.high[part])) continue;
      merges.add(rowOf[ways.low[part]], rowOf[ways.high[part]], Math.sqrt(ways.squares[part]));
      left--;
    }
  }
}

/** Which points hang together. */
class Parts {
  /** A number for the part of each position, as of the last `refresh`. */
  readonly partAt: Int32Array;
  /** The part all of a node's points are in; -1 where they are in several. */
  readonly partOfNode: Int32Array;
  /** Rough cost in nanoseconds of the last search. */
  cost = 0;
  private readonly tree: KdTree;
  private readonly above: Int32Array;

  constructor(tree: KdTree) {
    this.tree = tree;
    this.partAt = new Int32Array(tree.rows);
    this.partOfNode = new Int32Array(tree.nodes);
    this.above = Int32Array.from(this.partAt.keys());
  }

  /** False where they were together already. */
  join(a: number, b: number): boolean {
    const topA = this.topOf(a);
    const topB = this.topOf(b);
    this.above[Math.max(topA, topB)] = Math.min(topA, topB);
    return topA !== topB;
  }

  refresh(): void {
    const { partAt, partOfNode } = this;
    const tree = this.tree;
    for (let p = 0; p < partAt.length; p++) partAt[p] = this.topOf(tree.order[p]);
    for (let node = tree.nodes - 1; node >= 0; node--) {
      const a = tree.child[node];
      let part = a === 0 ? partAt[tree.begin[node]] : partOfNode[a];
      if (a !== 0) part = part === partOfNode[a + 1] ? part : -1;
      else for (let p = tree.begin[node] + 1; p < tree.end[node]; p++) if (partAt[p] !== part) part = -1;
      partOfNode[node] = part;
    }
  }

  private topOf(point: number): number {
    const { above } = this;
    let top = point;
    while (above[top] !== top) {
      above[top] = above[above[top]];
      top = above[top];
    }
    return top;
  }
}

const stackNodes = new Int32Array(STACK);
const stackSquares = new Float64Array(STACK);

/** The position nearest to `position` in another part, at most `limit` away in squares, the lowest point among equals; -1 for none. */
function nearestOutside(tree: KdTree, parts: Parts, position: number, limit: number): number {
  const { columns, points, order, begin, end, child } = tree;
  const { partAt, partOfNode } = parts;
  const part = partAt[position];
  let found = -1;
  let best = limit;
  parts.cost = 100;
  let height = 1;
  stackNodes[0] = 0;
  stackSquares[0] = 0;
  while (height > 0) {
    height--;
    const node = stackNodes[height];
    if (stackSquares[height] > best || partOfNode[node] === part) continue;
    const left = child[node];
    if (left !== 0) {
      const toLeft = squaredDistanceToBox(tree, left, points, position * columns);
      const toRight = squaredDistanceToBox(tree, left + 1, points, position * columns);
      const isLeftNearer = toLeft <= toRight;
      stackNodes[height] = isLeftNearer ? left + 1 : left;
      stackSquares[height++] = isLeftNearer ? toRight : toLeft;
      stackNodes[height] = isLeftNearer ? left : left + 1;
      stackSquares[height++] = isLeftNearer ? toLeft : toRight;
      continue;
    }
    parts.cost += 100 + 30 * columns;
    for (let p = begin[node]; p < end[node]; p++) {
      if (partAt[p] === part) continue;
      const square = squareBetween(tree, position, p);
      if (square < best || (square === best && (found < 0 || order[p] < order[found]))) {
        best = square;
        found = p;
      }
    }
  }
  return found;
}

function squareBetween({ points, columns }: KdTree, a: number, b: number): number {
  let sum = 0;
  for (let j = 0, p = a * columns, q = b * columns; j < columns; j++, p++, q++) {
    const difference = points[p] - points[q];
    sum += difference * difference;
  }
  return sum;
}

/** Keeps the shorter way; among equals the one between lower points, so that no round can close a ring. */
function offer({ squares, low, high }: WaysOut, part: number, square: number, a: number, b: number): void {
  const lower = Math.min(a, b);
  const upper = Math.max(a, b);
  if (square > squares[part]) return;
  if (square === squares[part] && (lower > low[part] || (lower === low[part] && upper >= high[part]))) return;
  squares[part] = square;
  low[part] = lower;
  high[part] = upper;
}
