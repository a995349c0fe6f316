import type { Quality } from '@clientele/contracts';
import { silhouetteProfile } from '@clientele/kernels';
import type { MeasuredSilhouette } from './measured-range.ts';

type Shape = Quality['silhouettes'][number];

/** Quantiles kept of each segment: enough to draw its silhouettes, whatever its size. */
const valuesKept = 101;

/** The silhouettes of each segment for a plot, in segment order. `labels` are those that were measured. */
export function silhouetteShapes(silhouette: MeasuredSilhouette, labels: Int32Array, ids: Int32Array): Shape[] {
  const profile = silhouetteProfile(silhouette, labels, { values: valuesKept });
  const shapes = profile.map(
    ({ mean, shareBelowZero, values }, cluster): Shape => ({
      segment: ids[cluster] ?? cluster,
      mean: rounded(mean),
      negative: rounded(shareBelowZero),
      values: Array.from(values, rounded),
    }),
  );
  return shapes.sort((a, b) => a.segment - b.segment);
}

/** Four figures are more than a plot can show. */
const rounded = (value: number): number => Number(value.toFixed(4));
