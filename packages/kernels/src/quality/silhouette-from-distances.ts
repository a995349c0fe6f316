import { checkCount, checkLabels } from '../checks/check-points.ts';
import { type Hooks, stopIfAsked } from '../hooks.ts';
import { needTwoClusters } from './cluster-means.ts';
import { silhouetteOf } from './silhouettes-from-totals.ts';
import type { SilhouetteResult } from './summarise-silhouettes.ts';

/**
 * As `silhouette`, from any dissimilarities: `condensed` holds that of rows 0 and 1, 0 and 2, ..., 1 and 2, ..., rows (rows - 1) / 2
 * numbers of at least 0, and is not changed. Source: Rousseeuw 1987. Cost n²; memory n x k. RangeError for sizes or labels that do not
 * fit, for what is not a finite number of at least 0, and for fewer than 2 clusters.
 */
export function silhouetteFromDistances(
  condensed: Float64Array,
  { rows, labels }: { rows: number; labels: Int32Array },
  hooks: Hooks = {},
): SilhouetteResult {
  checkCount('rows', rows, 1);
  const pairs = (rows * (rows - 1)) / 2;
  if (condensed.length !== pairs) {
    throw new RangeError(
      `distances must hold rows (rows - 1) / 2 = ${rows} x ${rows - 1} / 2 = ${pairs} numbers, got ${condensed.length}`,
    );
  }
  const clusters = checkLabels(labels, rows);
  needTwoClusters('the silhouette', clusters);
  const totals = new Float64Array(rows * clusters);
  for (let i = 0, p = 0; i < rows; i++) {
    if (i % 64 === 0) {
      stopIfAsked(hooks);
      hooks.onProgress?.(p / pairs);
    }
    for (let j = i + 1; j < rows; j++, p++) {
      const distance = condensed[p];
      if (!(distance >= 0 && distance < Infinity)) {
        throw new RangeError(`distances must be finite and at least 0, got ${distance} between rows ${i} and ${j}`);
      }
      totals[i * clusters + labels[j]] += distance;
      totals[j * clusters + labels[i]] += distance;
    }
  }
  const sizes = new Float64Array(clusters);
  for (let i = 0; i < rows; i++) sizes[labels[i]]++;
  const samples = new Float64Array(rows);
  const clusterMeans = new Float64Array(clusters);
  let mean = 0;
  for (let i = 0; i < rows; i++) {
    let nearest = Infinity;
    for (let c = 0; c < clusters; c++) {
      if (c !== labels[i]) nearest = Math.min(nearest, totals[i * clusters + c] / sizes[c]);
    }
    samples[i] = silhouetteOf(totals[i * clusters + labels[i]], sizes[labels[i]], 1, nearest);
    clusterMeans[labels[i]] += samples[i] / sizes[labels[i]];
    mean += samples[i] / rows;
  }
  hooks.onProgress?.(1);
  const sampleRows = Int32Array.from(labels.keys());
  return { mean, samples, sampleRows, clusterMeans, bound: 0, exact: true, method: 'exact', rowsUsed: rows };
}
