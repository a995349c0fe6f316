import { beyondChance } from './beyond-chance.ts';
import type { MatchedFit } from './match-clusters-of-fit.ts';
import { type StabilityGrade, stabilityGrade } from './stability-grade.ts';

/** How well each cluster of one clustering is found again in resamples of its rows. */
export interface ClusterStability {
  /** How far resamples agree with each other and with the clustering on each cluster, beyond chance, 0 to 1 (`stabilityOfFits`); NaN where none can tell. */
  jaccard: Float64Array;
  /** Mean Jaccard of each cluster with its matches, not corrected; NaN for a cluster of which no resample had a row. */
  plain: Float64Array;
  /** The least `jaccard`; NaN where none could be told. */
  minimum: number;
  grades: StabilityGrade[];
  /** Resamples in which each cluster was dissolved: a Jaccard with its match of at most 0.5. */
  dissolved: Int32Array;
  /** Resamples in which each cluster was found again: a Jaccard with its match of at least 0.75. */
  recovered: Int32Array;
  resamples: number;
}

const DISSOLVED = 0.5;
const RECOVERED = 0.75;

/**
 * Sums up the matches in all resamples; `agreement` is how far these agree with each other on each cluster. Resamples without a row of a cluster do
 * not count for it.
 */
export function clusterStability(matched: MatchedFit[], agreement: Float64Array): ClusterStability {
  const clusters = agreement.length;
  const plain = new Float64Array(clusters);
  const byChance = new Float64Array(clusters);
  const seen = new Int32Array(clusters);
  const dissolved = new Int32Array(clusters);
  const recovered = new Int32Array(clusters);
  for (const { best, chance } of matched) {
    for (let c = 0; c < clusters; c++) {
      if (Number.isNaN(best[c])) continue;
      seen[c]++;
      plain[c] += best[c];
      byChance[c] += chance[c];
      if (best[c] <= DISSOLVED) dissolved[c]++;
      if (best[c] >= RECOVERED) recovered[c]++;
    }
  }
  const jaccard = new Float64Array(clusters);
  for (let c = 0; c < clusters; c++) {
    plain[c] = seen[c] === 0 ? Number.NaN : plain[c] / seen[c];
    jaccard[c] = Math.min(agreement[c], beyondChance(plain[c], byChance[c] / seen[c]));
  }
  const told = jaccard.filter((value) => !Number.isNaN(value));
  const minimum = told.length === 0 ? Number.NaN : told.reduce((least, value) => Math.min(least, value));
  const grades = Array.from(jaccard, stabilityGrade);
  return { jaccard, plain, minimum, grades, dissolved, recovered, resamples: matched.length };
}
