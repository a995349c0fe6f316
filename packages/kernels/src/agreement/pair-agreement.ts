import { type Contingency, contingency } from './contingency.ts';

/**
 * Ordered pairs of rows, [[apart in both, together in b only], [together in a only, together in both]], as scikit-learn has them.
 * Cost n + cells. RangeError as for {@link contingency}.
 */
export type PairConfusion = readonly [readonly [number, number], readonly [number, number]];

/** Pairs of rows that two labelings put together or apart. Cost n + cells. RangeError as for {@link contingency}. */
export function pairConfusion(a: Int32Array, b: Int32Array): PairConfusion {
  return pairConfusionOf(contingency(a, b));
}

/** As {@link pairConfusion}, of a table. Exact up to 9e7 rows. */
export function pairConfusionOf({ counts, sizesA, sizesB, rows }: Contingency): PairConfusion {
  const both = sumOfSquares(counts);
  const inA = sumOfSquares(sizesA);
  const inB = sumOfSquares(sizesB);
  return [
    [rows * rows - inA - inB + both, inB - both],
    [inA - both, both - rows],
  ];
}

/** Share of the pairs of rows on which two labelings agree, 0 to 1. Source: Rand 1971. 1 of a single row. Cost n + cells. */
export function randIndex(a: Int32Array, b: Int32Array): number {
  return randOf(pairConfusion(a, b));
}

/**
 * Rand index less what chance gives, over the most there is to gain: 1 for the same partition, 0 on average for unrelated ones of the
 * same sizes, at least -0.5. Source: Hubert and Arabie 1985. Cost n + cells. RangeError as for {@link contingency}.
 */
export function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  return adjustedRandOf(pairConfusion(a, b));
}

/**
 * Geometric mean of the shares of the pairs together in one labeling that are together in the other, 0 to 1. Source: Fowlkes and
 * Mallows 1983. 1 where neither has a pair together (scikit-learn: 0). Cost n + cells. RangeError as for {@link contingency}.
 */
export function fowlkesMallows(a: Int32Array, b: Int32Array): number {
  return fowlkesMallowsOf(pairConfusion(a, b));
}

/**
 * Of the pairs together in either labeling, the share together in both, 0 to 1; 1 where neither has a pair together. Source: Jaccard
 * 1912 over pairs. Cost n + cells. RangeError as for {@link contingency}.
 */
export function pairJaccard(a: Int32Array, b: Int32Array): number {
  return pairJaccardOf(pairConfusion(a, b));
}

export function randOf([[apart, onlyB], [onlyA, together]]: PairConfusion): number {
  const pairs = apart + onlyB + onlyA + together;
  return pairs === 0 ? 1 : (apart + together) / pairs;
}

export function adjustedRandOf([[apart, onlyB], [onlyA, together]]: PairConfusion): number {
  if (onlyA === 0 && onlyB === 0) return 1;
  const gained = 2 * (together * apart - onlyA * onlyB);
  return gained / ((together + onlyA) * (onlyA + apart) + (together + onlyB) * (onlyB + apart));
}

export function fowlkesMallowsOf([[, onlyB], [onlyA, together]]: PairConfusion): number {
  if (onlyA === 0 && onlyB === 0) return 1;
  return together === 0 ? 0 : Math.sqrt(together / (together + onlyA)) * Math.sqrt(together / (together + onlyB));
}

export function pairJaccardOf([[, onlyB], [onlyA, together]]: PairConfusion): number {
  const pairs = onlyB + onlyA + together;
  return pairs === 0 ? 1 : together / pairs;
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}
