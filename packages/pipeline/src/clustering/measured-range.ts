import type { Candidate } from '@clientele/contracts';
import type { SilhouetteResult } from '@clientele/kernels';
import type { Partition } from './partition.ts';

/** The gap at one k, from 1 up. */
export interface KGap {
  k: number;
  gap: number;
  error: number;
}

/** A method's partitions over a range of k, each with its measures; index by index the same k. */
export interface MeasuredRange {
  candidates: Candidate[];
  partitions: Partition[];
  silhouettes: MeasuredSilhouette[];
  /** Ascending; where evidence was asked for and the method's own measures give it. */
  gaps?: KGap[];
}

/** How much the measures made of many quick fits may cost: together about what the fits and silhouettes of 4,000 customers do. */
export const evidenceEffort = { references: 12, repeats: 8, resamples: 30, fewStarts: 2, box: 'pca' } as const;

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
