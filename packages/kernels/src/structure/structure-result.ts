import type { DipTestResult } from './dip-test.ts';
import type { GapResult } from './gap-statistic.ts';
import type { HopkinsResult } from './hopkins.ts';
import type { ReferenceKind } from './reference-findings.ts';

/** One number of clusters, and what parts them. */
export interface StructureCandidate {
  clusters: number;
  /** Groups left after clusters without a valley between them are joined. */
  parted: number;
  /** Logarithm to base 10 of the combined p-value of the valleys between these groups; 0 where there is one. */
  evidence: number;
  /** Dip of the two neighbouring groups that are parted least; 0 where there is one group. */
  weakestDip: number;
  /** Its p-value; 1 where there is one group. */
  weakestPValue: number;
  /** Of the clusters, on up to 400 rows. */
  silhouette: number;
  inertia: number;
  /** Rows in the smallest cluster. */
  smallest: number;
}

/** What the same search finds in data without groups. */
export interface StructureReferences {
  kind: ReferenceKind;
  sets: number;
  /** Mean silhouette at each number of clusters, in the order of the candidates. */
  silhouettes: Float64Array;
  /** Standard deviation of the silhouettes. */
  deviations: Float64Array;
  /** The largest silhouette. */
  largest: Float64Array;
  /** The most groups that any set would be said to have. Permuted columns show the groups that single columns have by themselves. */
  partedMost: number;
  /** The strongest evidence for them in any set, a logarithm as that of the candidates. */
  strongestEvidence: number;
}

/** Whether there are natural groups, how many, and what says so. */
export interface StructureResult {
  /** Natural groups: 1 where there are none to tell apart. */
  groups: number;
  /** Ascending; without those above the number of distinct points. */
  candidates: StructureCandidate[];
  references: StructureReferences[];
  /** With a box along the principal axes. */
  gap: GapResult;
  /** Of the distances; null for fewer than 2 rows. */
  dip: DipTestResult | null;
  /** Null where all rows are equal. */
  hopkins: HopkinsResult | null;
  /** The group of each row, of all rows; 0 where there is one. */
  labels: Int32Array;
  /** Clusters the groups were made of, at least `groups`; 1 where there is one. */
  clusters: number;
  /** Rows used that lie in clusters too small to be a group (under 1 % or 5 rows): outliers. They have the label of the nearest group. */
  outlierRows: number;
  /** Columns with at most two values: they part rows in any case, and so tell nothing of valleys and are left out of the search for them. */
  binaryColumns: Int32Array;
  rows: number;
  /** True where all rows were used. */
  exact: boolean;
  sampledRows: number;
}
