import type { SpanningTree } from './spanning-tree.ts';
import { createSets, findSet } from './union-find.ts';

/** Clusters of at least so many points at each density, and where each point leaves them. Cluster 0 holds all; parents come first. */
export interface CondensedTree {
  clusters: number;
  /** -1 for cluster 0. */
  parents: Int32Array;
  /** The lambda, 1 / distance, at which each cluster parts from its parent; 0 for cluster 0. */
  births: Float64Array;
  /** Points in each cluster at its birth. */
  counts: Int32Array;
  /** The largest lambda at which something leaves the cluster: a point, or two clusters that part. */
  deaths: Float64Array;
  /** Excess of mass: the sum over what leaves of points x (lambda - birth). */
  stabilities: Float64Array;
  /** The cluster each position leaves last. */
  clusterOf: Int32Array;
  /** The lambda at which it does. */
  lambdas: Float64Array;
}

/**
 * Single linkage of the spanning tree, condensed: seen from the top, a part of fewer than `minClusterSize` points leaves its cluster point by
 * point, and only where two parts or more are as large do new clusters begin. Edges of equal reach are cut at once, as Campello has it, so
 * that the order of rows makes no difference; a distance of 0 counts as half the least distance above 0 in the tree (as 1 where there is
 * none), so that no lambda is infinite. Source: Campello, Moulavi and Sander 2013; McInnes and Healy 2017. Cost n log n.
 */
export function condenseTree(spanning: SpanningTree, minClusterSize: number): CondensedTree {
  const { reach } = spanning;
  const edges = reach.length;
  const rows = edges + 1;
  const { ranks, left, right, sizes } = mergeInOrder(spanning);
  const lambdaOf = lambdasOf(reach);
  /** Where the points of each node begin in `places`: those of a node lie side by side. */
  const starts = new Int32Array(rows + edges);
  const places = new Int32Array(rows);
  for (let node = rows + edges - 1; node >= 0; node--) {
    if (node < rows) places[starts[node]] = node;
    else {
      const merge = node - rows;
      starts[left[merge]] = starts[node];
      starts[right[merge]] = starts[node] + sizes[left[merge]];
    }
  }

  const most = Math.max(1, 2 * Math.floor(rows / minClusterSize));
  const parents = new Int32Array(most).fill(-1);
  const births = new Float64Array(most);
  const counts = new Int32Array(most);
  const deaths = new Float64Array(most);
  const stabilities = new Float64Array(most);
  const clusterOf = new Int32Array(rows);
  const lambdas = new Float64Array(rows);
  let clusters = 1;
  counts[0] = rows;
  /** The cluster of each node that is large enough to be looked at. */
  const belongs = new Int32Array(rows + edges);

  const parts: number[] = [];
  const gather = (node: number): void => {
    parts.length = 0;
    const rank = ranks[node - rows];
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const merge = next - rows;
      const isSameLevel = merge >= 0 && reach[ranks[merge]] === reach[rank];
      if (isSameLevel) open.push(left[merge], right[merge]);
      else parts.push(next);
    }
  };
  const nodes = edges > 0 ? [rows + edges - 1] : [];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const cluster = belongs[node];
    const lambda = lambdaOf(reach[ranks[node - rows]]);
    gather(node);
    let large = 0;
    for (const part of parts) if (sizes[part] >= minClusterSize) large++;
    for (const part of parts) {
      const size = sizes[part];
      const isLarge = size >= minClusterSize;
      if (isLarge && large === 1) {
        belongs[part] = cluster;
        nodes.push(part);
        continue;
      }
      stabilities[cluster] += (lambda - births[cluster]) * size;
      if (lambda > deaths[cluster]) deaths[cluster] = lambda;
      if (isLarge) {
        parents[clusters] = cluster;
        births[clusters] = lambda;
        counts[clusters] = size;
        belongs[part] = clusters++;
        nodes.push(part);
      } else {
        for (let at = starts[part]; at < starts[part] + size; at++) {
          clusterOf[places[at]] = cluster;
          lambdas[places[at]] = lambda;
        }
      }
    }
  }
  return {
    clusters,
    parents: parents.slice(0, clusters),
    births: births.slice(0, clusters),
    counts: counts.slice(0, clusters),
    deaths: deaths.slice(0, clusters),
    stabilities: stabilities.slice(0, clusters),
    clusterOf,
    lambdas,
  };
}

/** The merges of single linkage: nodes below rows are points, merge m makes node rows + m with the edge `ranks[m]`. */
function mergeInOrder({ from, to, reach, square }: SpanningTree): {
  ranks: Int32Array;
  left: Int32Array;
  right: Int32Array;
  sizes: Int32Array;
} {
  const edges = reach.length;
  const rows = edges + 1;
  const ranks = Int32Array.from(reach, (_, edge) => edge).sort((a, b) => reach[a] - reach[b] || square[a] - square[b]);
  const left = new Int32Array(edges);
  const right = new Int32Array(edges);
  const sizes = new Int32Array(rows + edges).fill(1, 0, rows);
  const sets = createSets(rows + edges);
  for (let merge = 0; merge < edges; merge++) {
    const a = findSet(sets, from[ranks[merge]]);
    const b = findSet(sets, to[ranks[merge]]);
    left[merge] = a;
    right[merge] = b;
    sets[a] = rows + merge;
    sets[b] = rows + merge;
    sizes[rows + merge] = sizes[a] + sizes[b];
  }
  return { ranks, left, right, sizes };
}

function lambdasOf(reach: Float64Array): (square: number) => number {
  let least = Infinity;
  for (const square of reach) if (square > 0 && square < least) least = square;
  const zero = least === Infinity ? 1 : least / 4;
  return (square) => 1 / Math.sqrt(square > 0 ? square : zero);
}
