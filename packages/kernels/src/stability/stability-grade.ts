/** How far a cluster can be trusted. */
export type StabilityGrade = 'untrustworthy' | 'doubtful' | 'stable' | 'highly-stable';

/**
 * What a mean bootstrap Jaccard says of a cluster: below 0.6 do not trust it, to 0.75 there is a pattern with doubtful members, from 0.75 it is
 * stable, from 0.85 highly stable. Source: Hennig 2007 and the manual of clusterboot (R package fpc).
 */
export function stabilityGrade(jaccard: number): StabilityGrade {
  if (jaccard >= 0.85) return 'highly-stable';
  if (jaccard >= 0.75) return 'stable';
  return jaccard >= 0.6 ? 'doubtful' : 'untrustworthy';
}
