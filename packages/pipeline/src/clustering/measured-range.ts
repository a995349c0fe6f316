import type { Candidate } from '@clientele/contracts';
import type { SilhouetteResult } from '@clientele/kernels';
import type { Partition } from './partition.ts';

/** A method's partitions over a range of k, each with its measures; index by index the same k. */
export interface MeasuredRange {
  candidates: Candidate[];
  partitions: Partition[];
  silhouettes: MeasuredSilhouette[];
}

/** What of a silhouette is looked at. */
export type MeasuredSilhouette = Pick<
  SilhouetteResult,
  'mean' | 'bound' | 'exact' | 'samples' | 'sampleRows' | 'clusterMeans'
>;

/** What a range recommends, and why. */
export interface KRecommendation {
  k: number;
  why: string;
}
