import type { Segment } from '@clientele/contracts';
import type { FitInput } from '../clustering/method.ts';
import { orderSegments } from '../clustering/order-segments.ts';
import type { Partition } from '../clustering/partition.ts';
import { describeSegments } from '../segments/describe-segments.ts';

/** The segments that a k gives, named and ordered as the user will see them. */
export interface SegmentsAt {
  /** For each row of the prepared matrix its segment. */
  labels: Int32Array;
  segments: Segment[];
}

/** Orders, profiles and names the segments of a partition. */
export function segmentsAt(
  { table, prepared, recipe }: Pick<FitInput, 'table' | 'prepared' | 'recipe'>,
  { labels: clusters, clusters: k }: Pick<Partition, 'labels' | 'clusters'>,
): SegmentsAt {
  const ids = orderSegments(clusters, k, table, prepared);
  const labels = clusters.map((cluster) => (cluster < 0 ? -1 : (ids[cluster] ?? 0)));
  const { currency } = recipe.data.mapping;
  return { labels, segments: describeSegments({ table, prepared, labels, k, currency, groups: null }).segments };
}
