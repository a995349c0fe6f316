import type { DendrogramTop, Linkage, Problem } from '@clientele/contracts';
import { assignNearest, type Dendrogram, numberByMeans, truncateDendrogram } from '@clientele/kernels';
import { countOf, formatNumber } from '../../preparation/format-value.ts';
import type { Prepared } from '../../preparation/prepare.ts';
import { type Partition, rowsInSegmentOrder } from '../partition.ts';
import type { RowSample } from '../sample-rows.ts';

/** Leaves of the drawn tree: at least a few for each segment. */
const leavesDrawn = { least: 40, perSegment: 4 };

interface TreeInput {
  linkage: Linkage;
  prepared: Prepared;
  sample: RowSample;
  dendrogram: Dendrogram;
  /** Of the rows of the sample. */
  labels: Int32Array;
}

/** The partition of a cut tree. Customers outside the sample go to the nearest mean, the rule for new customers too. */
export function treePartition({ linkage, prepared, sample, dendrogram, labels: cut }: TreeInput): Partition {
  const { matrix, rows, columns } = prepared;
  const grown = numberByMeans(sample.matrix, { rows: sample.rows, columns, labels: cut });
  const { clusters, means } = grown;
  const nearest = assignNearest(matrix, { rows, columns, centers: means, clusters });
  const labels = sample.isWhole ? grown.labels : nearest.labels;
  const same = labels.reduce((count, label, row) => count + (label === nearest.labels[row] ? 1 : 0), 0);
  const inertia = nearest.distances.reduce((sum, square) => sum + square, 0);
  return {
    labels,
    clusters,
    iterations: 0,
    converged: true,
    quality: {},
    doubts: sample.isWhole ? [] : [sampledDoubt(sample.rows, rows)],
    model: (ids) => ({
      method: linkage,
      k: clusters,
      centers: rowsInSegmentOrder(ids, means, columns),
      variance: inertia / rows / columns,
      agreement: same / rows,
      dendrogram: topOf(dendrogram, grown.labels, clusters, ids),
    }),
  };
}

function sampledDoubt(sampled: number, rows: number): Problem {
  const message = `The tree was grown from a sample of ${countOf(sampled, 'customer')}; the other ${formatNumber(rows - sampled, 0)} were given the segment with the nearest mean.`;
  return { severity: 'info', code: 'fitted-to-sample', message, count: sampled };
}

function topOf(dendrogram: Dendrogram, labels: Int32Array, clusters: number, ids: Int32Array): DendrogramTop {
  const leaves = Math.max(leavesDrawn.least, leavesDrawn.perSegment * clusters);
  const top = truncateDendrogram(dendrogram, { leaves, labels });
  const { rows, heights } = dendrogram;
  return {
    leaves: Array.from(top.leafSizes, (size, leaf) => ({ size, segment: ids[top.leafClusters?.[leaf] ?? -1] ?? -1 })),
    merges: Array.from(top.heights, (height, merge) => ({
      left: top.merges[2 * merge] ?? 0,
      right: top.merges[2 * merge + 1] ?? 0,
      height,
    })),
    cut: { below: heights[rows - clusters - 1] ?? 0, above: heights[rows - clusters] ?? null },
  };
}
