import { checkCount, checkFinite } from '../checks/check-points.ts';
import { allocateFloat64, allocateInt32 } from '../kmeans/problem.ts';

/** Sizes of rows that have numbers and categories; one of the two may have no columns. */
export interface MixedShape {
  rows: number;
  /** Columns of numbers. */
  columns: number;
  /** Columns of categories. */
  categoricalColumns: number;
}

/** Rows of numbers and categories, checked. */
export interface MixedProblem extends MixedShape {
  numbers: Float64Array;
  /** 0..levels-1 in each column, or -1 where it is not known. */
  codes: Int32Array;
  /** Where each column's levels begin in a list of all; one more than there are columns. */
  offsets: Int32Array;
  /** What a category counts for. */
  gamma: number;
}

/** Prototypes: a mean and a mode each. */
export interface Prototypes {
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  /** Row-major, clusters x categorical columns; -1 where no row of the cluster has a known category. */
  modes: Int32Array;
}

/** Checks sizes, numbers and codes; RangeError with the arithmetic otherwise. */
export function checkMixed(numbers: Float64Array, categories: Int32Array, shape: MixedShape): void {
  const { rows, columns, categoricalColumns } = shape;
  checkCount('rows', rows, 1);
  checkCount('columns', columns, 0);
  checkCount('categoricalColumns', categoricalColumns, 0);
  if (columns + categoricalColumns === 0)
    throw new RangeError('columns + categoricalColumns must be at least 1, got 0');
  if (numbers.length !== rows * columns) {
    throw new RangeError(
      `numbers must hold rows x columns = ${rows} x ${columns} = ${rows * columns} numbers, got ${numbers.length}`,
    );
  }
  if (categories.length !== rows * categoricalColumns) {
    throw new RangeError(
      `categories must hold rows x categoricalColumns = ${rows} x ${categoricalColumns} = ${rows * categoricalColumns} codes, got ${categories.length}`,
    );
  }
  checkFinite(numbers, columns);
  for (let p = 0; p < categories.length; p++) {
    if (categories[p] < -1) {
      throw new RangeError(
        `categories must be codes of at least 0, or -1 for a missing one, got ${categories[p]} in row ${Math.floor(p / categoricalColumns)}, column ${p % categoricalColumns} (counted from 0)`,
      );
    }
  }
}

/** The codes of each column in ascending order, without -1. */
export function levelsOf(categories: Int32Array, columns: number): Int32Array[] {
  return Array.from({ length: columns }, (_, j) => {
    const seen = new Set<number>();
    for (let p = j; p < categories.length; p += columns) if (categories[p] >= 0) seen.add(categories[p]);
    return Int32Array.from(seen).sort();
  });
}

/** Copies the rows, codes numbered without gaps, into shared memory where workers have to see them. */
export function copyMixed(
  numbers: Float64Array,
  categories: Int32Array,
  { rows, columns, categoricalColumns }: MixedShape,
  levels: Int32Array[],
  gamma: number,
  shared: boolean,
): MixedProblem {
  const copy = allocateFloat64(numbers.length, shared);
  copy.set(numbers);
  const codes = allocateInt32(categories.length, shared);
  const dense = levels.map((column) => new Map(Array.from(column, (code, at) => [code, at])));
  for (let p = 0; p < codes.length; p++) codes[p] = dense[p % categoricalColumns].get(categories[p]) ?? -1;
  const offsets = new Int32Array(categoricalColumns + 1);
  levels.forEach((column, j) => {
    offsets[j + 1] = offsets[j] + column.length;
  });
  return { numbers: copy, codes, rows, columns, categoricalColumns, offsets, gamma };
}

/** Half the mean of the columns' standard deviations; 1 where that is 0. */
export function usualGamma(numbers: Float64Array, { rows, columns }: MixedShape): number {
  let total = 0;
  for (let j = 0; j < columns; j++) {
    let shift = 0;
    for (let i = 0; i < rows; i++) shift += (numbers[i * columns + j] - numbers[j]) / rows;
    let squares = 0;
    for (let i = 0; i < rows; i++) squares += (numbers[i * columns + j] - numbers[j] - shift) ** 2;
    total += Math.sqrt(squares / rows);
  }
  return total > 0 ? total / columns / 2 : 1;
}

/** Squared distance of the numbers and gamma for each known category that is not the mode. Cost d. */
export function dissimilarity(problem: MixedProblem, row: number, { centers, modes }: Prototypes, c: number): number {
  const { numbers, codes, columns, categoricalColumns, gamma } = problem;
  let squares = 0;
  for (let j = 0, p = row * columns, m = c * columns; j < columns; j++, p++, m++) {
    const difference = numbers[p] - centers[m];
    squares += difference * difference;
  }
  let others = 0;
  for (let j = 0, p = row * categoricalColumns, m = c * categoricalColumns; j < categoricalColumns; j++, p++, m++) {
    if (codes[p] !== modes[m] && codes[p] >= 0) others++;
  }
  return squares + gamma * others;
}
