import { type Hooks, stopIfAsked } from '../hooks.ts';
import { checkMixed, type MixedShape } from './mixed-problem.ts';

/** Rows of numbers and categories with their sizes. */
export interface MixedRows extends MixedShape {
  numbers: Float64Array;
  categories: Int32Array;
}

/** Largest less smallest number of each column. Cost n x d. */
export function gowerRanges({ numbers, rows, columns }: Pick<MixedRows, 'numbers' | 'rows' | 'columns'>): Float64Array {
  const ranges = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let least = Infinity;
    let most = -Infinity;
    for (let i = 0; i < rows; i++) {
      least = Math.min(least, numbers[i * columns + j]);
      most = Math.max(most, numbers[i * columns + j]);
    }
    ranges[j] = most - least;
  }
  return ranges;
}

/**
 * Gower's distance between two rows, 0 to 1: the mean, over the columns known in both, of |difference| / range for numbers and of 0 or 1 for
 * categories that agree or differ. Source: Gower 1971. A column whose range is 0 adds 0 and counts; a category of -1 is unknown, and its
 * column does not count for that pair; rows that share no known column are at distance 1. Cost d. Does not check its input.
 */
export function gowerDistance(data: MixedRows, a: number, b: number, ranges: Float64Array): number {
  const { numbers, categories, columns, categoricalColumns } = data;
  let sum = 0;
  for (let j = 0, p = a * columns, q = b * columns; j < columns; j++, p++, q++) {
    if (ranges[j] > 0) sum += Math.abs(numbers[p] - numbers[q]) / ranges[j];
  }
  let known = columns;
  for (let j = 0, p = a * categoricalColumns, q = b * categoricalColumns; j < categoricalColumns; j++, p++, q++) {
    if (categories[p] < 0 || categories[q] < 0) continue;
    known++;
    if (categories[p] !== categories[q]) sum++;
  }
  return known === 0 ? 1 : sum / known;
}

/**
 * {@link gowerDistance} of all pairs, condensed: rows 0 and 1, 0 and 2, ..., 1 and 2, ...; n(n - 1)/2 numbers. For few rows: 10,000 take
 * 400 MB. Cost n² d. RangeError for sizes that do not fit and for numbers that are not finite. Throws `Stopped` where `hooks.shouldStop`
 * says so.
 */
export function gowerDistances(
  numbers: Float64Array,
  categories: Int32Array,
  shape: MixedShape,
  hooks: Hooks = {},
): Float64Array {
  checkMixed(numbers, categories, shape);
  const data: MixedRows = { ...shape, numbers, categories };
  const ranges = gowerRanges(data);
  const { rows } = shape;
  const distances = new Float64Array((rows * (rows - 1)) / 2);
  for (let a = 0, at = 0; a < rows; a++) {
    stopIfAsked(hooks);
    for (let b = a + 1; b < rows; b++) distances[at++] = gowerDistance(data, a, b, ranges);
    if (a % 64 === 0) hooks.onProgress?.(at / Math.max(1, distances.length));
  }
  hooks.onProgress?.(1);
  return distances;
}
