import type { Comparison } from '@clientele/contracts';
import { compareLabels } from '@clientele/kernels';

type Side = Comparison['first'];

/** Customers by segment of the first and of the second: the number of the segments means no segment, null that it does not know them. */
export interface Overlap {
  first: number | null;
  second: number | null;
  customers: number;
}

/** Two segmentations side by side, from the counts of their customers. Customers without a segment are measured as one group more, and matched with nothing. */
export function compareCounts(first: Side, second: Side, overlaps: readonly Overlap[]): Comparison {
  const table = Array.from({ length: first.segments.length + 1 }, () =>
    new Array<number>(second.segments.length + 1).fill(0),
  );
  let customers = 0;
  let onlyFirst = 0;
  let onlySecond = 0;
  for (const overlap of overlaps) {
    const row = overlap.first === null ? undefined : table[overlap.first];
    if (overlap.second === null) onlyFirst += overlap.customers;
    else if (row === undefined) onlySecond += overlap.customers;
    else {
      row[overlap.second] = (row[overlap.second] ?? 0) + overlap.customers;
      customers += overlap.customers;
    }
  }
  return { first, second, customers, onlyFirst, onlySecond, table, ...agreement(table, customers) };
}

type Agreement = Pick<Comparison, 'adjustedRandIndex' | 'adjustedMutualInformation' | 'matches' | 'matched'>;

function agreement(table: readonly (readonly number[])[], customers: number): Agreement {
  if (customers === 0) return { adjustedRandIndex: null, adjustedMutualInformation: null, matches: [], matched: 0 };
  const { first, second } = labelsOf(table, customers);
  const { adjustedRand, adjustedMutualInformation, matching } = compareLabels(first, second);
  const isEnough = customers > 1;
  return {
    adjustedRandIndex: isEnough ? adjustedRand : null,
    adjustedMutualInformation: isEnough ? adjustedMutualInformation : null,
    matches: matching.pairs.map(({ a, b, shared, jaccard }) => ({ first: a, second: b, customers: shared, jaccard })),
    matched: matching.overlap,
  };
}

/** Labels that make the table: what the measures are made of, in an order that they do not depend on. */
function labelsOf(table: readonly (readonly number[])[], customers: number) {
  const first = new Int32Array(customers);
  const second = new Int32Array(customers);
  let at = 0;
  table.forEach((row, i) => {
    row.forEach((count, j) => {
      first.fill(i === table.length - 1 ? -1 : i, at, at + count);
      second.fill(j === row.length - 1 ? -1 : j, at, at + count);
      at += count;
    });
  });
  return { first, second };
}
