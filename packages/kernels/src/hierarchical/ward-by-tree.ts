import { buildKdTree, type KdTree } from '../neighbours/kd-tree.ts';
import type { DistinctPoints } from './distinct-points.ts';
import type { ClusterSpace } from './nearest-neighbour-chain.ts';
import { moveToJointMean, wardDistance } from './ward-distance.ts';

const LEAF_SIZE = 8;
const STACK = 256;
const stackNodes = new Int32Array(STACK);
const stackBounds = new Float64Array(STACK);

/**
 * Ward's distances from means and sizes, searched through a kd-tree of the means. No cluster in a node can be nearer than the node's box
 * with the smallest size in it. A merged cluster takes the place of its larger part and boxes are made to fit again; the tree is built anew
 * whenever half the clusters are gone. About log n a search where columns are few; memory n x d. The same answers as
 * `WardByScan`, bit by bit.
 */
export class WardByTree implements ClusterSpace {
  readonly count: number;
  foundHeight = 0;
  cost = 0;
  private readonly columns: number;
  private left: number;
  /** Its points are the means; a leaf's `end` moves down as clusters go. */
  private tree: KdTree;
  /** By position in the tree. */
  private sizes: Float64Array;
  private clusterAt: Int32Array;
  private leafAt: Int32Array;
  private readonly positionOf: Int32Array;
  private parentOf = new Int32Array(0);
  /** Smallest size in each node; Infinity where a node is empty. */
  private smallest = new Float64Array(0);
  private found = -1;
  private best = Infinity;

  constructor({ points, columns, count, sizes }: DistinctPoints) {
    this.count = count;
    this.columns = columns;
    this.left = count;
    this.positionOf = new Int32Array(count);
    this.sizes = sizes;
    this.clusterAt = Int32Array.from(sizes.keys());
    this.leafAt = new Int32Array(count);
    this.tree = this.build(points);
  }

  nearest(cluster: number, before: number): number {
    const { columns, sizes, positionOf, parentOf } = this;
    const { points, child } = this.tree;
    const position = positionOf[cluster];
    this.found = before;
    this.best = Infinity;
    this.cost = 0;
    if (before >= 0) {
      const other = positionOf[before];
      const share = (sizes[position] * sizes[other]) / (sizes[position] + sizes[other]);
      this.best = wardDistance(points, position * columns, other * columns, columns, share, Infinity);
    }
    let node = this.leafAt[position];
    this.scan(node, position, before);
    while (node !== 0) {
      const parent = parentOf[node];
      const left = child[parent];
      this.search(left === node ? left + 1 : left, position, before);
      node = parent;
    }
    this.foundHeight = Math.sqrt(2 * this.best);
    return this.found;
  }

  merge(a: number, b: number): void {
    const { columns, sizes, positionOf, clusterAt, leafAt, tree } = this;
    const atA = positionOf[a];
    const atB = positionOf[b];
    moveToJointMean(tree.points, atA * columns, sizes[atA], atB * columns, sizes[atB], columns);
    const kept = sizes[atB] > sizes[atA] ? atB : atA;
    const gone = kept === atA ? atB : atA;
    sizes[kept] += sizes[gone];
    clusterAt[kept] = a;
    positionOf[a] = kept;
    const leaf = leafAt[gone];
    const otherLeaf = leafAt[kept];
    const last = --tree.end[leaf];
    tree.points.copyWithin(gone * columns, last * columns, (last + 1) * columns);
    sizes[gone] = sizes[last];
    clusterAt[gone] = clusterAt[last];
    if (last !== gone) positionOf[clusterAt[gone]] = gone;
    this.left--;
    if (2 * this.left <= tree.rows && this.left > LEAF_SIZE) {
      this.rebuild();
      return;
    }
    this.fit(leaf);
    if (otherLeaf !== leaf) this.fit(otherLeaf);
  }

  /** Searches all below `top`, nearer children first. */
  private search(top: number, position: number, before: number): void {
    const { child } = this.tree;
    const first = this.bound(top, position);
    if (!(first <= this.best)) return;
    let height = 1;
    stackNodes[0] = top;
    stackBounds[0] = first;
    while (height > 0) {
      height--;
      if (stackBounds[height] > this.best) continue;
      let node = stackNodes[height];
      while (child[node] !== 0) {
        const left = child[node];
        const toLeft = this.bound(left, position);
        const toRight = this.bound(left + 1, position);
        const isLeftNearer = !(toRight < toLeft);
        const further = isLeftNearer ? toRight : toLeft;
        if (further <= this.best) {
          stackNodes[height] = isLeftNearer ? left + 1 : left;
          stackBounds[height++] = further;
        }
        if (!((isLeftNearer ? toLeft : toRight) <= this.best)) {
          node = -1;
          break;
        }
        node = isLeftNearer ? left : left + 1;
      }
      if (node >= 0) this.scan(node, position, before);
    }
  }

  /** No cluster in `node` is nearer; Infinity where it is empty. Leaves off early once none can be the nearest. */
  private bound(node: number, position: number): number {
    const { columns, sizes, smallest } = this;
    const { points, low, high } = this.tree;
    const least = smallest[node];
    if (least === Infinity) return Infinity;
    const size = sizes[position];
    const share = (size * least) / (size + least);
    let square = 0;
    for (let j = 0, box = node * columns, p = position * columns; j < columns; j++, box++, p++) {
      const value = points[p];
      const outside = value < low[box] ? low[box] - value : value > high[box] ? value - high[box] : 0;
      square += outside * outside;
      if ((j & 7) === 7 && share * square > this.best) break;
    }
    return share * square;
  }

  private scan(leaf: number, position: number, before: number): void {
    const { columns, sizes, clusterAt } = this;
    const { points, begin, end } = this.tree;
    const size = sizes[position];
    this.cost += 100 + 30 * columns;
    let { best, found } = this;
    for (let p = begin[leaf], to = end[leaf]; p < to; p++) {
      const share = (size * sizes[p]) / (size + sizes[p]);
      const ward = wardDistance(points, position * columns, p * columns, columns, share, best);
      if (ward > best || p === position) continue;
      const other = clusterAt[p];
      if (ward < best || found < 0 || (found !== before && other < found)) {
        best = ward;
        found = other;
      }
    }
    this.best = best;
    this.found = found;
  }

  /** Makes the boxes from `leaf` up to the root fit their clusters. */
  private fit(leaf: number): void {
    const { columns, sizes, smallest, parentOf } = this;
    const { points, begin, end, child, low, high } = this.tree;
    let least = Infinity;
    for (let p = begin[leaf]; p < end[leaf]; p++) if (sizes[p] < least) least = sizes[p];
    smallest[leaf] = least;
    for (let j = 0; j < columns; j++) {
      let from = Infinity;
      let to = -Infinity;
      for (let p = begin[leaf]; p < end[leaf]; p++) {
        const value = points[p * columns + j];
        if (value < from) from = value;
        if (value > to) to = value;
      }
      low[leaf * columns + j] = from;
      high[leaf * columns + j] = to;
    }
    for (let node = leaf; node !== 0; ) {
      node = parentOf[node];
      const a = child[node];
      least = smallest[a] < smallest[a + 1] ? smallest[a] : smallest[a + 1];
      let isSame = least === smallest[node];
      smallest[node] = least;
      for (let j = 0, box = node * columns, l = a * columns, r = l + columns; j < columns; j++, box++, l++, r++) {
        const from = low[l] < low[r] ? low[l] : low[r];
        const to = high[l] > high[r] ? high[l] : high[r];
        isSame &&= low[box] === from && high[box] === to;
        low[box] = from;
        high[box] = to;
      }
      if (isSame) return;
    }
  }

  private rebuild(): void {
    const { columns, tree, left } = this;
    const means = new Float64Array(left * columns);
    const sizes = new Float64Array(left);
    const clusters = new Int32Array(left);
    let kept = 0;
    for (let node = 0; node < tree.nodes; node++) {
      if (tree.child[node] !== 0) continue;
      for (let p = tree.begin[node]; p < tree.end[node]; p++) {
        for (let j = 0; j < columns; j++) means[kept * columns + j] = tree.points[p * columns + j];
        sizes[kept] = this.sizes[p];
        clusters[kept++] = this.clusterAt[p];
      }
    }
    this.sizes = sizes;
    this.clusterAt = clusters;
    this.tree = this.build(means);
  }

  /** Builds the tree of `means`, whose sizes and clusters are in the same order, and brings these into the tree's order. */
  private build(means: Float64Array): KdTree {
    const columns = this.columns;
    const left = this.left;
    const tree = buildKdTree(means, { rows: left, columns, leafSize: LEAF_SIZE });
    this.sizes = Float64Array.from(tree.order, (i) => this.sizes[i]);
    this.clusterAt = Int32Array.from(tree.order, (i) => this.clusterAt[i]);
    this.clusterAt.forEach((cluster, p) => {
      this.positionOf[cluster] = p;
    });
    this.parentOf = new Int32Array(tree.nodes);
    this.smallest = new Float64Array(tree.nodes);
    for (let node = tree.nodes - 1; node >= 0; node--) {
      const a = tree.child[node];
      if (a === 0) {
        this.leafAt.fill(node, tree.begin[node], tree.end[node]);
        let least = Infinity;
        for (let p = tree.begin[node]; p < tree.end[node]; p++) least = Math.min(least, this.sizes[p]);
        this.smallest[node] = least;
      } else {
        this.parentOf[a] = this.parentOf[a + 1] = node;
        this.smallest[node] = Math.min(this.smallest[a], this.smallest[a + 1]);
      }
    }
    return tree;
  }
}
