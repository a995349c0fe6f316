import { allocateFloat64, type Problem } from '../kmeans/problem.ts';

/** The columns that can have valleys, and those that cannot. */
export interface VariedColumns {
  /** Columns of at least three values. */
  varied: number[];
  /** Columns of two values, as those of categories. */
  binary: number[];
}

/** Sorts the columns by how many values they have. Cost n x d at most. */
export function variedColumns({ points, rows, columns }: Problem): VariedColumns {
  const found: VariedColumns = { varied: [], binary: [] };
  for (let j = 0; j < columns; j++) {
    const values = new Set<number>();
    for (let i = 0; i < rows && values.size < 3; i++) values.add(points[i * columns + j]);
    if (values.size > 2) found.varied.push(j);
    else if (values.size === 2) found.binary.push(j);
  }
  return found;
}

/** A copy of the named columns, moved so that their means are 0, and what was taken off them. Cost n x d. */
export function centredColumns(
  { points, rows, columns }: Problem,
  taken: readonly number[],
  shared: boolean,
): { problem: Problem; offsets: Float64Array } {
  const width = taken.length;
  const copy = allocateFloat64(rows * width, shared);
  const offsets = new Float64Array(width);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) {
      copy[i * width + j] = points[i * columns + taken[j]];
      offsets[j] += copy[i * width + j] / rows;
    }
  }
  for (let p = 0; p < copy.length; p++) copy[p] -= offsets[p % width];
  return { problem: { points: copy, rows, columns: width, weights: null }, offsets };
}
