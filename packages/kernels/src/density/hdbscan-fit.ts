import type { HdbscanModel } from './hdbscan-model.ts';

/** Clusters of any density, and noise. */
export interface HdbscanFit {
  /** The cluster of each row, 0..clusters-1, numbered by their means, first column first; -1 for noise. */
  labels: Int32Array;
  clusters: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
  /** Rows without a cluster. */
  noise: number;
  /** How firmly each row belongs to its cluster, 0 to 1; 0 for noise. */
  strengths: Float64Array;
  /** How long each cluster lasts over the densities, 0 to 1. */
  persistence: Float64Array;
  /** For `hdbscanPredict`. */
  model: HdbscanModel;
}
