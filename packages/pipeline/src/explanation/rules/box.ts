import type { RuleColumn } from './rule-columns.ts';

/** What a box asks of one column: a rank from `low` to `high`, or for a category one that is allowed. A missing value is in none. */
export interface Limit {
  column: number;
  low: number;
  high: number;
  allowed: Uint8Array | null;
}

/** Limits that must all hold, one a column. */
export type Box = readonly Limit[];

/** One segment against all others, on all rows or on a sample whose rows stand for more than themselves. */
export interface RuleProblem {
  columns: readonly RuleColumn[];
  rows: number;
  /** By row: 1 in the segment. */
  inside: Uint8Array;
  /** How many customers a row in the segment stands for, and one outside. */
  weightIn: number;
  weightOut: number;
  /** Customers in the segment. */
  size: number;
}

/** Customers that match, and those of them in the segment. */
export interface Tally {
  matched: number;
  hits: number;
}

export const f1 = ({ hits, matched }: Tally, size: number): number =>
  matched + size === 0 ? 0 : (2 * hits) / (matched + size);

/** By row 1 where all limits hold but those of `skipped`, and the row is not taken. */
export function rowsIn({ columns, rows }: RuleProblem, box: Box, taken: Uint8Array | null, skipped = -1): Uint8Array {
  const alive = new Uint8Array(rows).fill(1);
  if (taken !== null) for (let row = 0; row < rows; row++) alive[row] = 1 - (taken[row] ?? 0);
  for (const { column, low, high, allowed } of box) {
    const ranks = columns[column]?.ranks;
    if (column === skipped || ranks === undefined) continue;
    if (allowed !== null) {
      for (let row = 0; row < rows; row++) if (allowed[ranks[row] as number] !== 1) alive[row] = 0;
    } else {
      for (let row = 0; row < rows; row++) {
        const rank = ranks[row] as number;
        if (rank < low || rank > high) alive[row] = 0;
      }
    }
  }
  return alive;
}

export function tally({ rows, inside, weightIn, weightOut }: RuleProblem, alive: Uint8Array): Tally {
  let hits = 0;
  let matched = 0;
  for (let row = 0; row < rows; row++) {
    if (alive[row] !== 1) continue;
    matched++;
    hits += inside[row] as number;
  }
  return { hits: hits * weightIn, matched: hits * weightIn + (matched - hits) * weightOut };
}

/** By rank of a column, the customers of the rows that are alive, and those of them in the segment. */
export function tallyRanks(
  { columns, rows, inside, weightIn, weightOut }: RuleProblem,
  column: number,
  alive: Uint8Array,
): { matched: Float64Array; hits: Float64Array } {
  const { ranks, size } = columns[column] as RuleColumn;
  const matched = new Float64Array(size);
  const hits = new Float64Array(size);
  for (let row = 0; row < rows; row++) {
    const rank = ranks[row] as number;
    if (alive[row] !== 1 || rank < 0) continue;
    if (inside[row] === 1) {
      hits[rank] = (hits[rank] as number) + weightIn;
      matched[rank] = (matched[rank] as number) + weightIn;
    } else matched[rank] = (matched[rank] as number) + weightOut;
  }
  return { matched, hits };
}
