import { checkCount } from '../checks/check-points.ts';
import type { SilhouetteResult } from './summarise-silhouettes.ts';

/** One cluster's outline in a silhouette plot. */
export interface SilhouetteOutline {
  /** Rows of the cluster that were used. */
  rows: number;
  mean: number;
  /** Part of the rows below 0, 0 to 1: they are nearer to another cluster. */
  shareBelowZero: number;
  /** Silhouettes from the highest to the lowest, evenly spread over the rows: all of them where there are few enough. */
  values: Float64Array;
}

/**
 * What a silhouette plot draws, small enough to be sent and kept whatever the number of rows: each cluster's silhouettes in falling order,
 * thinned to at most `values` of them, first and last included. `labels` are those of all rows. Source: Rousseeuw 1987. Cost n log n.
 * RangeError for labels that do not fit the silhouettes, and for fewer than 2 values.
 */
export function silhouetteProfile(
  { samples, sampleRows, clusterMeans }: Pick<SilhouetteResult, 'samples' | 'sampleRows' | 'clusterMeans'>,
  labels: Int32Array,
  { values = 200 }: { values?: number } = {},
): SilhouetteOutline[] {
  checkCount('values', values, 2);
  const clusters = clusterMeans.length;
  const sizes = new Int32Array(clusters);
  for (let i = 0; i < sampleRows.length; i++) {
    const label = labels[sampleRows[i]];
    if (!(label >= 0 && label < clusters)) {
      throw new RangeError(
        `labels must be 0 to ${clusters - 1} in every row used, got ${label} in row ${sampleRows[i]}`,
      );
    }
    sizes[label]++;
  }
  const sorted = Array.from(sizes, (size) => new Float64Array(size));
  const next = new Int32Array(clusters);
  for (let i = 0; i < sampleRows.length; i++) {
    const label = labels[sampleRows[i]];
    sorted[label][next[label]++] = samples[i];
  }
  return sorted.map((own, c) => {
    own.sort().reverse();
    let below = 0;
    while (below < own.length && own[own.length - 1 - below] < 0) below++;
    const kept = Math.min(values, own.length);
    return {
      rows: own.length,
      mean: clusterMeans[c],
      shareBelowZero: own.length > 0 ? below / own.length : 0,
      values: Float64Array.from({ length: kept }, (_, v) =>
        kept === own.length ? own[v] : own[Math.round((v * (own.length - 1)) / (kept - 1))],
      ),
    };
  });
}
