/** Clusters of dense points, and noise. */
export interface DbscanFit {
  /** The cluster of each row, 0..clusters-1, numbered by their means, first column first; -1 for noise. */
  labels: Int32Array;
  clusters: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
  /** Rows without a cluster. */
  noise: number;
  /** 1 for each row that is a core point. */
  core: Uint8Array;
}
