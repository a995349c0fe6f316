import type { LabelPair } from './best-jaccards.ts';
import { type StabilityGrade, stabilityGrade } from './stability-grade.ts';

/** How well each cluster of one clustering is found again in resamples of its rows. */
export interface ClusterStability {
  /** Mean of the best Jaccards of each cluster, 0 to 1; NaN for a cluster of which no resample had a row. */
  jaccard: Float64Array;
  /** The least of them. */
  minimum: number;
  grades: StabilityGrade[];
  /** Resamples in which each cluster was dissolved: a best Jaccard of at most 0.5. */
  dissolved: Int32Array;
  /** Resamples in which each cluster was found again: a best Jaccard of at least 0.75. */
  recovered: Int32Array;
  resamples: number;
}

const DISSOLVED = 0.5;
const RECOVERED = 0.75;

/** Sums up the best Jaccards of all resamples, one array of clusters each. Resamples without a row of a cluster do not count for it. */
export function clusterStability(clusters: LabelPair['clusters'], best: Float64Array[]): ClusterStability {
  const jaccard = new Float64Array(clusters);
  const seen = new Int32Array(clusters);
  const dissolved = new Int32Array(clusters);
  const recovered = new Int32Array(clusters);
  for (const each of best) {
    for (let c = 0; c < clusters; c++) {
      if (Number.isNaN(each[c])) continue;
      seen[c]++;
      jaccard[c] += each[c];
      if (each[c] <= DISSOLVED) dissolved[c]++;
      if (each[c] >= RECOVERED) recovered[c]++;
    }
  }
  let minimum = Infinity;
  for (let c = 0; c < clusters; c++) {
    jaccard[c] = seen[c] === 0 ? Number.NaN : jaccard[c] / seen[c];
    if (jaccard[c] < minimum) minimum = jaccard[c];
  }
  const grades = Array.from(jaccard, stabilityGrade);
  return { jaccard, minimum, grades, dissolved, recovered, resamples: best.length };
}
