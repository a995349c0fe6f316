import { type ClusterStability, clusterStability } from './cluster-stability.ts';
import { comparePairs } from './compare-pairs.ts';
import { matchClustersOfFit, type ResampleFit } from './match-clusters-of-fit.ts';

/** A clustering of all rows and its refits to resamples of them. */
export interface StabilityInput {
  /** One a row, 0..clusters-1; -1 is in no cluster. */
  labels: Int32Array;
  clusters: number;
  fits: ResampleFit[];
}

/**
 * How stable each cluster is, from fits of the same method to resamples of the rows.
 *
 * In each fit a cluster is matched with the one that has the largest Jaccard coefficient with it over the rows drawn. `plain` is the mean of these
 * coefficients: the figure of clusterboot (R package fpc) with its scheme "subset" (Hennig 2007). There every fit is compared with a clustering
 * that saw the same rows, and both find the same accidents. So the fits are compared with each other too, and what chance gives is taken off. Over
 * the rows drawn in both of two fits let A and B be the matches of a cluster, p and q the parts of these rows in A and in B:
 *
 *     J  = mean of |A ∩ B| / |A ∪ B|               over all pairs of fits
 *     J0 = mean of p q / (p + q - p q)            the same if A and B were independent of each other
 *     agreement = max(0, (J - J0) / (1 - J0))
 *
 * `jaccard`, by which clusters are graded, is the smaller of this agreement between fits and of the same between each fit and the clustering, with
 * A the cluster, B its match, over the rows drawn: fits that agree on something else do not speak for a cluster.
 *
 * Sources: pairs of subsamples over the rows of both, Ben-Hur, Elisseeff and Guyon 2002; the correction has the form of Hubert and Arabie 1985.
 * A cluster of all rows has J = J0 = 1 and counts as 1. Cost: fits² x rows drawn. RangeError for labels and rows that do not fit.
 */
export function stabilityOfFits({ labels, clusters, fits }: StabilityInput): ClusterStability {
  checkLabels(labels, labels.length, clusters);
  for (const { rowOf, labels: own } of fits) {
    if (rowOf.length !== own.length) {
      throw new RangeError(`a fit must give one label a row drawn, rows = ${rowOf.length}, got ${own.length}`);
    }
    const outside = rowOf.find((row) => !(row >= 0 && row < labels.length));
    if (outside !== undefined)
      throw new RangeError(`rows drawn must be from 0 to ${labels.length - 1}, got ${outside}`);
  }
  const matched = fits.map((fit) => matchClustersOfFit(labels, clusters, fit));
  return clusterStability(matched, comparePairs({ rows: labels.length, clusters, fits, matched }));
}

/** Refuses labels that are not one a row, or not of a cluster or noise. */
export function checkLabels(labels: Int32Array, rows: number, clusters: number): void {
  if (labels.length !== rows) throw new RangeError(`labels must be one a row, rows = ${rows}, got ${labels.length}`);
  const outside = labels.find((label) => label < -1 || label >= clusters);
  if (outside !== undefined) throw new RangeError(`labels must be from -1 to ${clusters - 1}, got ${outside}`);
}
