import type { RuleColumn } from './rule-columns.ts';

/** A column in which ranks next to each other are one, of some of the rows. */
export interface CoarseColumn extends RuleColumn {
  /** By rank, the first and the last rank of the fine column that are in it. */
  first: Int32Array;
  last: Int32Array;
}

/**
 * The column of some rows with fewer ranks: a new one begins where the last has a share of one in `most` of the rows, or of those in the
 * segment. Categories keep their values; columns of fewer distinct values too. O(rows + distinct values).
 */
export function coarseColumn(column: RuleColumn, rows: Int32Array, inside: Uint8Array, most: number): CoarseColumn {
  const { size } = column;
  const all = new Int32Array(size);
  const hits = new Int32Array(size);
  let members = 0;
  for (const row of rows) {
    const rank = column.ranks[row] as number;
    members += inside[row] as number;
    if (rank < 0) continue;
    all[rank] = (all[rank] as number) + 1;
    hits[rank] = (hits[rank] as number) + (inside[row] as number);
  }
  const isFine = column.kind === 'category' || size <= most;
  const next = new Int32Array(size);
  const first: number[] = [];
  const last: number[] = [];
  let [sumAll, sumHits] = [0, 0];
  for (let rank = 0; rank < size; rank++) {
    if (rank === 0 || isFine || sumAll * most >= rows.length * 2 || sumHits * most >= members * 2) {
      first.push(rank);
      last.push(rank);
      [sumAll, sumHits] = [0, 0];
    }
    sumAll += all[rank] as number;
    sumHits += hits[rank] as number;
    next[rank] = first.length - 1;
    last[first.length - 1] = rank;
  }
  return {
    ...column,
    ranks: Int32Array.from(rows, (row) => next[column.ranks[row] as number] ?? -1),
    size: first.length,
    first: Int32Array.from(first),
    last: Int32Array.from(last),
  };
}
