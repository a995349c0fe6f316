import type { Quality } from '@clientele/contracts';
import type { MeasuredSilhouette } from './measured-range.ts';

type Shape = Quality['silhouettes'][number];

/** Quantiles kept of each segment: enough to draw its silhouettes, whatever its size. */
const mostValues = 101;

/** The silhouettes of each segment, highest first, thinned to quantiles; in segment order. `labels` are those that were measured. */
export function silhouetteShapes(
  { samples, sampleRows, clusterMeans }: MeasuredSilhouette,
  labels: Int32Array,
  ids: Int32Array,
): Shape[] {
  const values: number[][] = Array.from(ids, () => []);
  samples.forEach((value, at) => {
    values[labels[sampleRows[at] ?? 0] ?? 0]?.push(value);
  });
  const shapes = values.map((own, cluster): Shape => {
    const sorted = Float64Array.from(own).sort().reverse();
    return {
      segment: ids[cluster] ?? cluster,
      mean: rounded(clusterMeans[cluster] ?? 0),
      negative: rounded(sorted.reduce((count, value) => count + (value < 0 ? 1 : 0), 0) / Math.max(1, sorted.length)),
      values: thinned(sorted).map(rounded),
    };
  });
  return shapes.sort((a, b) => a.segment - b.segment);
}

function thinned(sorted: Float64Array): number[] {
  if (sorted.length <= mostValues) return Array.from(sorted);
  const step = (sorted.length - 1) / (mostValues - 1);
  return Array.from({ length: mostValues }, (_, i) => sorted[Math.round(i * step)] ?? 0);
}

/** Four figures are more than a plot can show. */
const rounded = (value: number): number => Number(value.toFixed(4));
