import { checkCount } from '../checks/check-points.ts';
import type { Dendrogram } from './dendrogram.ts';

/** The top of a tree, small enough to draw. Its `rows` are leaves, in order from left to right: no two branches cross. */
export interface TruncatedDendrogram extends Dendrogram {
  /** The node of the whole tree that each leaf stands for. */
  leafNodes: Int32Array;
  /** Rows in each leaf; `sizes` counts rows as well. */
  leafSizes: Int32Array;
  /** The cluster of each leaf; -1 where its rows are in several. Null without labels. */
  leafClusters: Int32Array | null;
}

/**
 * Keeps the last `leaves - 1` merges of a tree; what lies below each becomes a leaf. With fewer rows than that every row is a leaf.
 * `labels`, one a row, say which leaves lie in which cluster. Cost n. RangeError for fewer than 1 leaf and for labels of another length.
 */
export function truncateDendrogram(
  dendrogram: Dendrogram,
  { leaves, labels }: { leaves: number; labels?: Int32Array },
): TruncatedDendrogram {
  const { rows, merges, heights, sizes } = dendrogram;
  checkCount('leaves', leaves, 1);
  if (labels !== undefined && labels.length !== rows) {
    throw new RangeError(`labels must hold one number a row, rows = ${rows}, got ${labels.length}`);
  }
  const count = Math.min(leaves, rows);
  const firstKept = rows - count;
  const leafNodes = nodesFromLeftToRight(dendrogram, rows + firstKept);
  const numberOf = new Map(Array.from(leafNodes, (node, leaf) => [node, leaf]));
  const kept = new Int32Array(2 * (count - 1));
  for (let m = 0; m < count - 1; m++) {
    const [a, b] = [0, 1].map((side) => {
      const node = merges[2 * (firstKept + m) + side];
      return numberOf.get(node) ?? node - rows - firstKept + count;
    });
    kept[2 * m] = Math.min(a, b);
    kept[2 * m + 1] = Math.max(a, b);
  }
  const clusterOf = labels && clusterOfNodes(dendrogram, labels);
  return {
    rows: count,
    merges: kept,
    heights: heights.slice(firstKept),
    sizes: sizes.slice(firstKept),
    leafNodes,
    leafSizes: leafNodes.map((node) => (node < rows ? 1 : sizes[node - rows])),
    leafClusters: clusterOf ? leafNodes.map((node) => clusterOf[node]) : null,
  };
}

/** The nodes below `firstKept` that hang from those above, each merge's first node to the left. */
function nodesFromLeftToRight({ rows, merges }: Dendrogram, firstKept: number): Int32Array {
  const found: number[] = [];
  const open = [2 * rows - 2];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node < firstKept) found.push(node);
    else open.push(merges[2 * (node - rows) + 1], merges[2 * (node - rows)]);
  }
  return Int32Array.from(found);
}

/** The label that all rows under a node have, -1 where they differ. */
function clusterOfNodes({ rows, merges }: Dendrogram, labels: Int32Array): Int32Array {
  const clusterOf = new Int32Array(2 * rows - 1);
  clusterOf.set(labels);
  for (let m = 0; m < rows - 1; m++) {
    const a = clusterOf[merges[2 * m]];
    clusterOf[rows + m] = a === clusterOf[merges[2 * m + 1]] ? a : -1;
  }
  return clusterOf;
}
