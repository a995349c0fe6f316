import { createRandom } from '@clientele/kernels';
import type { Prepared } from '../preparation/prepare.ts';

/** Some rows of a prepared matrix; the very matrix where all are taken. */
export interface RowSample {
  matrix: Float64Array;
  rows: number;
  columns: number;
  /** False where rows were left out. */
  isWhole: boolean;
}

/** At most `most` rows, drawn without replacement and kept in their order (Knuth's selection sampling, algorithm S). */
export function sampleRows({ matrix, rows, columns }: Prepared, most: number, seed: number): RowSample {
  if (rows <= most) return { matrix, rows, columns, isWhole: true };
  const random = createRandom(seed, rows);
  const sample = new Float64Array(most * columns);
  let taken = 0;
  for (let row = 0; taken < most; row++) {
    if (random.next() * (rows - row) >= most - taken) continue;
    sample.set(matrix.subarray(row * columns, (row + 1) * columns), columns * taken++);
  }
  return { matrix: sample, rows: most, columns, isWhole: false };
}
