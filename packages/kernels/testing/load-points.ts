import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Points as the kernels take them. */
export interface Points {
  points: Float64Array;
  rows: number;
  columns: number;
}

/** Rows of equal length as flat points. */
export function flat(rows: number[][]): Points {
  return { points: Float64Array.from(rows.flat()), rows: rows.length, columns: rows[0].length };
}

/** Fisher's iris, 150 x 4, as scikit-learn has it (public domain). */
export function iris(): Points {
  return flat(readCsv(join(import.meta.dirname, 'iris.csv')).map((cells) => cells.map(Number)));
}

/** The cells of Mall_Customers.csv without its heading; null, with the reason printed, where the file is not there. */
export function mallCustomers(): string[][] | null {
  const folder = process.env.CLIENTELE_DATA ?? join(import.meta.dirname, '../../../../shared/data');
  const path = join(folder, 'Mall_Customers.csv');
  if (existsSync(path)) return readCsv(path);
  console.log(`skipped: no ${path}; set CLIENTELE_DATA to the folder that has it`);
  return null;
}

/** Each column less its mean, over its population standard deviation. */
export function standardised({ points, rows, columns }: Points): Points {
  const result = points.slice();
  for (let j = 0; j < columns; j++) {
    const column = Array.from({ length: rows }, (_, i) => points[i * columns + j]);
    const mean = column.reduce((a, b) => a + b) / rows;
    const deviation = Math.sqrt(column.reduce((sum, v) => sum + (v - mean) ** 2, 0) / rows);
    for (let i = 0; i < rows; i++) result[i * columns + j] = (column[i] - mean) / deviation;
  }
  return { points: result, rows, columns };
}

function readCsv(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(','));
}
