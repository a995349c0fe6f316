import { type Contingency, contingency, isSamePartition } from './contingency.ts';
import { expectedInformationOf } from './expected-information.ts';

/** What the mutual information is set against: a mean of the two entropies. */
export type InformationAverage = 'arithmetic' | 'geometric' | 'max' | 'min';

/** Mutual information of two labelings of the same rows, and the entropies it is set against, in nats. */
export interface Information {
  mutual: number;
  entropyA: number;
  entropyB: number;
}

/** What one labeling tells of the other, in nats, at least 0. Source: Shannon 1948. Cost n + cells. RangeError as for {@link contingency}. */
export function mutualInformation(a: Int32Array, b: Int32Array): number {
  return informationOf(contingency(a, b)).mutual;
}

/**
 * Mutual information over a mean of the entropies, the arithmetic one unless asked otherwise: 0 to 1, 1 for the same partition. Rises with
 * the number of clusters; {@link adjustedMutualInformation} does not. Source: Strehl and Ghosh 2002. Cost n + cells.
 */
export function normalizedMutualInformation(
  a: Int32Array,
  b: Int32Array,
  { average = 'arithmetic' }: { average?: InformationAverage } = {},
): number {
  const table = contingency(a, b);
  return normalizedInformationOf(table, informationOf(table), average);
}

/**
 * Mutual information less what chance gives, over the most there is to gain: 1 for the same partition, 0 on average for unrelated ones of
 * the same sizes. Source: Vinh, Epps and Bailey 2010. Cost n + cells + that of {@link expectedMutualInformation}.
 */
export function adjustedMutualInformation(
  a: Int32Array,
  b: Int32Array,
  { average = 'arithmetic' }: { average?: InformationAverage } = {},
): number {
  const table = contingency(a, b);
  return adjustedInformationOf(table, informationOf(table), expectedInformationOf(table), average);
}

/** 1 where every cluster of `b` has rows of one cluster of `a` only, 0 where `b` tells nothing of `a`. Source: Rosenberg and Hirschberg 2007. */
export function homogeneity(a: Int32Array, b: Int32Array): number {
  return homogeneityOf(informationOf(contingency(a, b)));
}

/** 1 where every cluster of `a` lies in one cluster of `b`, 0 where `a` tells nothing of `b`. Source: Rosenberg and Hirschberg 2007. */
export function completeness(a: Int32Array, b: Int32Array): number {
  return completenessOf(informationOf(contingency(a, b)));
}

export function informationOf(table: Contingency): Information {
  const { counts, sizesA, sizesB, rows } = table;
  const entropyA = entropy(sizesA, rows);
  const entropyB = entropy(sizesB, rows);
  if (isSamePartition(table)) return { mutual: entropyA, entropyA, entropyB: entropyA };
  let mutual = 0;
  for (let i = 0, cell = 0; i < sizesA.length; i++) {
    for (let j = 0; j < sizesB.length; j++, cell++) {
      const count = counts[cell];
      if (count > 0) mutual += (count / rows) * Math.log((count * rows) / (sizesA[i] * sizesB[j]));
    }
  }
  return { mutual: Math.min(Math.max(0, mutual), entropyA, entropyB), entropyA, entropyB };
}

export function normalizedInformationOf(
  table: Contingency,
  { mutual, entropyA, entropyB }: Information,
  average: InformationAverage,
): number {
  if (isSamePartition(table)) return 1;
  return mutual === 0 ? 0 : mutual / averageOf(entropyA, entropyB, average);
}

export function adjustedInformationOf(
  table: Contingency,
  { mutual, entropyA, entropyB }: Information,
  expected: number,
  average: InformationAverage,
): number {
  if (isSamePartition(table)) return 1;
  const most = averageOf(entropyA, entropyB, average) - expected;
  // One of the two tells nothing, or chance gives all there is: rounding is all that is left of both differences.
  return Math.abs(most) < 1e-14 ? 0 : (mutual - expected) / most;
}

export function homogeneityOf({ mutual, entropyA }: Information): number {
  return entropyA === 0 ? 1 : mutual / entropyA;
}

export function completenessOf({ mutual, entropyB }: Information): number {
  return entropyB === 0 ? 1 : mutual / entropyB;
}

function entropy(sizes: Float64Array, rows: number): number {
  let sum = 0;
  for (let i = 0; i < sizes.length; i++) sum -= (sizes[i] / rows) * Math.log(sizes[i] / rows);
  return Math.max(0, sum);
}

function averageOf(a: number, b: number, average: InformationAverage): number {
  if (average === 'max') return Math.max(a, b);
  if (average === 'min') return Math.min(a, b);
  return average === 'geometric' ? Math.sqrt(a * b) : (a + b) / 2;
}
