import { type Contingency, contingency } from './contingency.ts';

/** One cluster of `a` and the one of `b` laid beside it. */
export interface ClusterPair {
  /** Label in `a`. */
  a: number;
  /** Label in `b`. */
  b: number;
  /** Rows in both. */
  shared: number;
  /** Rows in both over rows in either, 0 to 1. */
  jaccard: number;
}

/** Two labelings side by side. */
export interface ClusterMatching {
  /** By label of `a`; pairs without a common row are left out. */
  pairs: ClusterPair[];
  /** Clusters of `a` that stand alone. */
  aloneA: Int32Array;
  /** Clusters of `b` that stand alone. */
  aloneB: Int32Array;
  /** Share of all rows that lie in matched clusters, 0 to 1. */
  overlap: number;
}

/**
 * The best one-to-one matching of the clusters of two labelings: the one with the most rows in common. Noise, -1, is matched with nothing.
 * Source: Kuhn 1955, by shortest augmenting paths (Jonker and Volgenant 1987). Cost n + k³. RangeError as for {@link contingency}.
 */
export function matchClusters(a: Int32Array, b: Int32Array): ClusterMatching {
  return matchingOf(contingency(a, b));
}

/** As {@link matchClusters}, of a table. */
export function matchingOf({ counts, labelsA, labelsB, sizesA, sizesB, rows }: Contingency): ClusterMatching {
  const clustersA = labelsA.length - (labelsA[labelsA.length - 1] === -1 ? 1 : 0);
  const clustersB = labelsB.length - (labelsB[labelsB.length - 1] === -1 ? 1 : 0);
  const columns = labelsB.length;
  const isWide = clustersA <= clustersB;
  const gain = isWide
    ? (i: number, j: number): number => counts[i * columns + j]
    : (i: number, j: number): number => counts[j * columns + i];
  const partner = assignMost(Math.min(clustersA, clustersB), Math.max(clustersA, clustersB), gain);
  const pairs: ClusterPair[] = [];
  partner.forEach((other, one) => {
    const [i, j] = isWide ? [one, other] : [other, one];
    const shared = counts[i * columns + j];
    if (shared === 0) return;
    pairs.push({ a: labelsA[i], b: labelsB[j], shared, jaccard: shared / (sizesA[i] + sizesB[j] - shared) });
  });
  pairs.sort((p, q) => p.a - q.a);
  const usedA = new Set(pairs.map((pair) => pair.a));
  const usedB = new Set(pairs.map((pair) => pair.b));
  return {
    pairs,
    aloneA: labelsA.filter((label) => label >= 0 && !usedA.has(label)),
    aloneB: labelsB.filter((label) => label >= 0 && !usedB.has(label)),
    overlap: pairs.reduce((sum, pair) => sum + pair.shared, 0) / rows,
  };
}

/** For each of `few` rows a column of its own among `many`, with the largest sum of gains. */
function assignMost(few: number, many: number, gain: (row: number, column: number) => number): Int32Array {
  const rowPrice = new Float64Array(few);
  const columnPrice = new Float64Array(many);
  const rowOf = new Int32Array(many).fill(-1);
  const from = new Int32Array(many);
  const slack = new Float64Array(many);
  const isSeen = new Uint8Array(many);
  for (let start = 0; start < few; start++) {
    slack.fill(Infinity);
    isSeen.fill(0);
    let row = start;
    let column = -1;
    do {
      if (column >= 0) isSeen[column] = 1;
      let least = Infinity;
      let next = -1;
      for (let j = 0; j < many; j++) {
        if (isSeen[j] === 1) continue;
        const reduced = -gain(row, j) - rowPrice[row] - columnPrice[j];
        if (reduced < slack[j]) {
          slack[j] = reduced;
          from[j] = column;
        }
        if (slack[j] < least) {
          least = slack[j];
          next = j;
        }
      }
      rowPrice[start] += least;
      for (let j = 0; j < many; j++) {
        if (isSeen[j] === 1) {
          rowPrice[rowOf[j]] += least;
          columnPrice[j] -= least;
        } else slack[j] -= least;
      }
      column = next;
      row = rowOf[column];
    } while (row >= 0);
    while (column >= 0) {
      const before = from[column];
      rowOf[column] = before >= 0 ? rowOf[before] : start;
      column = before;
    }
  }
  const columnOf = new Int32Array(few);
  rowOf.forEach((row, column) => {
    if (row >= 0) columnOf[row] = column;
  });
  return columnOf;
}
