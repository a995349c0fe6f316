import type { Quality } from '@clientele/contracts';
import type { Prepared } from '../preparation/prepare.ts';
import { kernelCalls, type RunEffects } from './kernel-calls.ts';
import type { MeasuredSilhouette } from './measured-range.ts';
import { silhouetteShapes } from './silhouette-shapes.ts';

/** The measures of these very labels, where they have been taken before. */
export interface KnownMeasures {
  inertia: number;
  silhouette: MeasuredSilhouette;
  daviesBouldin: number;
  calinskiHarabasz: number;
}

/** What is measured, and how the silhouette is come by. */
export interface MeasureOptions {
  /** Segment of each cluster. */
  ids: Int32Array;
  /** Of the sample, where there are too many customers for all pairs. */
  seed: number;
  known?: KnownMeasures | undefined;
}

const nothing: Quality = {
  inertia: null,
  silhouette: null,
  silhouetteExact: true,
  silhouetteBound: 0,
  daviesBouldin: null,
  calinskiHarabasz: null,
  silhouettes: [],
};

/**
 * The measures that need labels only, over the customers that are in a segment. Those of separation are not defined for fewer than 2
 * clusters, or as many as customers, and null then.
 */
export async function measureQuality(
  prepared: Prepared,
  { labels, clusters }: { labels: Int32Array; clusters: number },
  { ids, seed, known }: MeasureOptions,
  effects: RunEffects,
): Promise<Quality> {
  const inside = withoutNoise(prepared, labels);
  if (clusters < 2 || clusters >= inside.rows) return nothing;
  const { matrix, rows, columns } = inside;
  const options = { rows, columns, labelings: [inside.labels], seed };
  const measures = known ?? (await kernelCalls(effects, 'Silhouette').measureLabelings(matrix, options))[0];
  if (measures === undefined) return nothing;
  const { silhouette } = measures;
  return {
    inertia: finite(measures.inertia),
    silhouette: finite(silhouette.mean),
    silhouetteExact: silhouette.exact,
    silhouetteBound: silhouette.bound,
    daviesBouldin: finite(measures.daviesBouldin),
    calinskiHarabasz: finite(measures.calinskiHarabasz),
    silhouettes: silhouetteShapes(silhouette, inside.labels, ids),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

interface Inside {
  matrix: Float64Array;
  rows: number;
  columns: number;
  labels: Int32Array;
}

/** The rows that are in a cluster; the very arrays where all are. */
function withoutNoise({ matrix, rows, columns }: Prepared, labels: Int32Array): Inside {
  const inside = labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0);
  if (inside === rows) return { matrix, rows, columns, labels };
  const kept = new Float64Array(inside * columns);
  let next = 0;
  labels.forEach((label, row) => {
    if (label >= 0) kept.set(matrix.subarray(row * columns, (row + 1) * columns), columns * next++);
  });
  return { matrix: kept, rows: inside, columns, labels: labels.filter((label) => label >= 0) };
}
