import { createRandom } from '../src/random/create-random.ts';
import type { Sample } from './every-method.ts';
import { clouds } from './made-points.ts';

/** Rows with a category each: those below the middle of the first column have 0, the others 1. */
export function withCategories(data: Omit<Sample, 'categories'>): Sample {
  const { points, rows, columns } = data;
  const first = Array.from({ length: rows }, (_, i) => points[i * columns]);
  const middle =
    (first.reduce((a, b) => Math.min(a, b), Infinity) + first.reduce((a, b) => Math.max(a, b), -Infinity)) / 2;
  return { points, rows, columns, categories: Int32Array.from(first, (value) => Number(value > middle)) };
}

/** Clouds that run into each other, with a few rows far from all. */
export function messy(rows: number, columns: number, seed = 1): Sample {
  const data = clouds(rows, columns, 4, seed);
  for (let i = 0; i < rows; i += 37) data.points[i * columns] += 40 + i;
  return withCategories(data);
}

/** Three groups that nobody could mistake, rows in random order. */
export function separated(rows: number, columns: number, seed = 1): Sample {
  const random = createRandom(seed, 7);
  const points = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const group = i < 3 ? i : random.integer(3);
    for (let j = 0; j < columns; j++) {
      const around = j === 0 ? [0, 24, 56][group] : [32, 0, 16][group];
      points[i * columns + j] = around + random.next() * 2;
    }
  }
  return withCategories({ points, rows, columns });
}

/** The rows in the order given. */
export function rowsOf({ points, columns, categories }: Sample, order: ArrayLike<number>): Sample {
  const rows = order.length;
  const picked = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) picked.set(points.subarray(order[i] * columns, (order[i] + 1) * columns), i * columns);
  return { points: picked, rows, columns, categories: Int32Array.from(order, (row) => categories[row]) };
}

/** 0..rows-1 in random order. */
export function shuffled(rows: number, seed = 1): Int32Array {
  const random = createRandom(seed, 8);
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  for (let i = rows - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Each number by `change`; the categories stay. */
export function changed(sample: Sample, change: (value: number, column: number) => number): Sample {
  return { ...sample, points: sample.points.map((value, p) => change(value, p % sample.columns)) };
}
