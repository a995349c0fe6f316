import { chooseRows } from '../../preparation/choose-rows.ts';
import type { Box, RuleProblem } from './box.ts';
import { type CoarseColumn, coarseColumn } from './coarse-column.ts';

/** A smaller problem to search in: some of the rows, fewer cuts. */
export interface SearchSample extends RuleProblem {
  columns: readonly CoarseColumn[];
}

const searchedRows = 20_000;
const searchedCuts = 256;
const sampleSeed = 5;

/** At most 20,000 rows and 256 cuts a column; the segment's rows are drawn apart from the others, so that a small segment keeps enough. */
export function searchSample(all: RuleProblem, segment: number): SearchSample {
  const members = rowsWhere(all.inside, 1);
  const others = rowsWhere(all.inside, 0);
  const mostOthers = Math.max(searchedRows - members.length, searchedRows / 2);
  const takenOthers = draw(others, mostOthers, segment);
  const taken = draw(members, searchedRows - takenOthers.length, segment);
  const rows = Int32Array.from([...taken, ...takenOthers]).sort();
  return {
    columns: all.columns.map((column) => coarseColumn(column, rows, all.inside, searchedCuts)),
    rows: rows.length,
    inside: Uint8Array.from(rows, (row) => all.inside[row] as number),
    weightIn: members.length / taken.length,
    weightOut: others.length / takenOthers.length,
    size: all.size,
  };
}

/** A box found in a sample, in the ranks of all rows. */
export function boxInAll({ columns }: SearchSample, box: Box): Box {
  return box.map((limit) => {
    const { first, last } = columns[limit.column] as CoarseColumn;
    return { ...limit, low: first[limit.low] as number, high: last[limit.high] as number };
  });
}

function rowsWhere(inside: Uint8Array, value: number): Int32Array {
  return Int32Array.from(inside.keys()).filter((row) => inside[row] === value);
}

function draw(rows: Int32Array, most: number, segment: number): Int32Array {
  return chooseRows(rows.length, most, sampleSeed + segment).map((at) => rows[at] as number);
}
