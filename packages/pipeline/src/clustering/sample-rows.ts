import { chooseRows } from '../preparation/choose-rows.ts';
import type { Prepared } from '../preparation/prepare.ts';

/** Some rows of a prepared matrix; the very matrix where all are taken. */
export interface RowSample {
  matrix: Float64Array;
  rows: number;
  columns: number;
  /** False where rows were left out. */
  isWhole: boolean;
}

/** At most `most` rows, drawn without replacement and kept in their order. */
export function sampleRows({ matrix, rows, columns }: Prepared, most: number, seed: number): RowSample {
  if (rows <= most) return { matrix, rows, columns, isWhole: true };
  const sample = new Float64Array(most * columns);
  chooseRows(rows, most, seed).forEach((row, i) => {
    sample.set(matrix.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { matrix: sample, rows: most, columns, isWhole: false };
}
