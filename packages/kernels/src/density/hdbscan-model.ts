/** All that scoring needs of an HDBSCAN: every point of the fit with where it stands in the tree of clusters. */
export interface HdbscanModel {
  columns: number;
  minSamples: number;
  /** The points of the fit, row-major. */
  points: Float64Array;
  /** Distance of each to its `minSamples`-th nearest point, itself the first. */
  coreDistances: Float64Array;
  /** The cluster of the tree that each leaves last. */
  clusterOf: Int32Array;
  /** The lambda, 1 / distance, at which it does. */
  lambdas: Float64Array;
  /** The tree of clusters: the parent of each, -1 for the first. */
  parents: Int32Array;
  /** The lambda at which each parts from its parent. */
  births: Float64Array;
  /** The label given to each; -1 for noise. */
  labelOf: Int32Array;
  /** The lambda at which strength is 1, of each cluster's label; 0 for noise. */
  deaths: Float64Array;
}

/**
 * Label and strength of a point that leaves `cluster` at `lambda`. The cluster of all points, where it is selected, has as members only
 * those that stay until it ends, as in McInnes's hdbscan.
 */
export function memberOf(
  { labelOf, deaths }: Pick<HdbscanModel, 'labelOf' | 'deaths'>,
  cluster: number,
  lambda: number,
): { label: number; strength: number } {
  const label = labelOf[cluster];
  const death = deaths[cluster];
  if (label < 0 || (labelOf[0] >= 0 && lambda < death)) return { label: -1, strength: 0 };
  return { label, strength: Math.min(1, lambda / death) };
}
