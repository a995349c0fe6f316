import { checkCount, checkLabels } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { needTwoClusters } from '../quality/cluster-means.ts';
import { inertia } from '../quality/inertia.ts';
import { MAX_EXACT_ROWS, measureSilhouette } from '../quality/silhouette.ts';
import { silhouetteEach } from '../quality/silhouette-each.ts';
import type { SilhouetteResult } from '../quality/summarise-silhouettes.ts';

/** Partitions of the same points, whatever method made them. */
export interface MeasureLabelingsOptions {
  rows: number;
  columns: number;
  /** Each 0..clusters-1 without a gap, at least two clusters. */
  labelings: Int32Array[];
  /** Above so many rows the silhouette is estimated. */
  maxExactRows?: number;
  seed?: number;
}

/** The measures of one partition that need its labels only. */
export interface LabelingMeasures {
  clusters: number;
  /** Sum of squared distances to the own cluster's mean. */
  inertia: number;
  silhouette: SilhouetteResult;
  daviesBouldin: number;
  calinskiHarabasz: number;
  /** Rows in the smallest cluster. */
  smallest: number;
}

/**
 * Inertia, silhouette, Davies-Bouldin and Calinski-Harabasz of several partitions of the same points: what a dendrogram cut at several
 * heights needs. A single partition has its silhouette as from `silhouette`; those of several share their pair distances. `points` is row-major and is not changed. RangeError for labels with a gap
 * and for a single cluster. Cost n² x d once.
 */
export function measureLabelings(
  points: Float64Array,
  options: MeasureLabelingsOptions,
  hooks: Hooks = {},
): LabelingMeasures[] {
  return runPlan(planMeasureLabelings(points, options, false), hooks);
}

/** The work of {@link measureLabelings} in parts. */
export function* planMeasureLabelings(
  points: Float64Array,
  options: MeasureLabelingsOptions,
  shared: boolean,
): Plan<LabelingMeasures[]> {
  const { rows, columns, labelings, maxExactRows = MAX_EXACT_ROWS, seed = 1 } = options;
  checkCount('maxExactRows', maxExactRows, 1);
  const clusterCounts = labelings.map((labels) => checkLabels(labels, rows));
  for (const clusters of clusterCounts) needTwoClusters('a measure of separation', clusters);
  const problem = copyProblem(points, { rows, columns }, shared);
  yield* each('centre', [{ problem, shared, summary: false }], 0.02);
  const separations = yield* each(
    'measure',
    labelings.map((labels, l) => ({ problem, labels, clusters: clusterCounts[l] })),
    0.08,
  );
  const how = { maxExactRows, seed };
  const prepared = { problem, shared };
  const silhouettes =
    labelings.length === 1
      ? [yield* measureSilhouette(prepared, labelings[0], clusterCounts[0], how, 0.9)]
      : yield* silhouetteEach(prepared, labelings, clusterCounts, how, 0.9);
  return labelings.map((labels, l) => {
    const sizes = new Int32Array(clusterCounts[l]);
    for (let i = 0; i < rows; i++) sizes[labels[i]]++;
    return {
      clusters: clusterCounts[l],
      inertia: inertia(points, { rows, columns, labels }),
      silhouette: silhouettes[l],
      ...separations[l],
      smallest: sizes.reduce((least, size) => Math.min(least, size)),
    };
  });
}
