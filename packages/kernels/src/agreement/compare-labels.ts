import { type Contingency, contingency } from './contingency.ts';
import { expectedInformationOf } from './expected-information.ts';
import {
  adjustedInformationOf,
  completenessOf,
  homogeneityOf,
  type InformationAverage,
  informationOf,
  normalizedInformationOf,
} from './information.ts';
import { type ClusterMatching, matchingOf } from './match-clusters.ts';
import {
  adjustedRandOf,
  fowlkesMallowsOf,
  type PairConfusion,
  pairConfusionOf,
  pairJaccardOf,
  randOf,
} from './pair-agreement.ts';

/** How far two labelings of the same rows agree. */
export interface LabelComparison {
  table: Contingency;
  pairConfusion: PairConfusion;
  rand: number;
  adjustedRand: number;
  fowlkesMallows: number;
  pairJaccard: number;
  /** In nats. */
  mutualInformation: number;
  /** In nats: what chance gives. */
  expectedMutualInformation: number;
  normalizedMutualInformation: number;
  adjustedMutualInformation: number;
  homogeneity: number;
  completeness: number;
  matching: ClusterMatching;
}

/**
 * Every measure of agreement of two labelings from one table. Symmetric but for homogeneity and completeness (which change places), the table
 * and the matching; free of how the clusters are numbered. Noise, -1, is measured as one cluster, and matched with nothing.
 * Cost n + k³ for k clusters. RangeError as for {@link contingency}.
 */
export function compareLabels(
  a: Int32Array,
  b: Int32Array,
  { average = 'arithmetic' }: { average?: InformationAverage } = {},
): LabelComparison {
  const table = contingency(a, b);
  const pairs = pairConfusionOf(table);
  const information = informationOf(table);
  const expected = expectedInformationOf(table);
  return {
    table,
    pairConfusion: pairs,
    rand: randOf(pairs),
    adjustedRand: adjustedRandOf(pairs),
    fowlkesMallows: fowlkesMallowsOf(pairs),
    pairJaccard: pairJaccardOf(pairs),
    mutualInformation: information.mutual,
    expectedMutualInformation: expected,
    normalizedMutualInformation: normalizedInformationOf(table, information, average),
    adjustedMutualInformation: adjustedInformationOf(table, information, expected, average),
    homogeneity: homogeneityOf(information),
    completeness: completenessOf(information),
    matching: matchingOf(table),
  };
}
