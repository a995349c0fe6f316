/** Data without groups: even in the box along the principal axes, one Gaussian of the same covariance, or the columns permuted each for itself. */
export type ReferenceKind = 'box' | 'gaussian' | 'permuted';

/** What the same search finds in data without groups. */
export interface StructureReference {
  /** Of each number of clusters asked for; NaN where there are not so many distinct points. */
  silhouettes: Float64Array;
  /** The groups it would be said to have. */
  groups: number;
  /** What would say so: logarithm to base 10 of a combined p-value; 0 where there is one group. */
  evidence: number;
}
