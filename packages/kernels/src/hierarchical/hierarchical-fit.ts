import type { Dendrogram, Linkage } from './dendrogram.ts';

/** The clusters of a cut, and the tree they were cut from. */
export interface HierarchicalFit {
  /** The cluster of each row, 0..clusters-1; clusters are numbered by their means, first column first. */
  labels: Int32Array;
  /** Clusters found: fewer than asked for where there are fewer distinct points. */
  clusters: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
  /** Row-major, clusters x columns. */
  means: Float64Array;
  /** The share of the rows that {@link hierarchicalPredict} puts where the tree has them, 0 to 1. */
  agreement: number;
  linkage: Linkage;
  /** The height asked for, or halfway between the last merge kept and the first undone. */
  cutHeight: number;
  dendrogram: Dendrogram;
}
