import { csvChunks } from './csv-chunks.ts';
import { categoryColumn, numericColumns } from './customer-columns.ts';
import { plantCenters } from './plant-centers.ts';
import { createRandom, mixSeed } from './random.ts';
import { checkWhole } from './simulate-shop.ts';
import { pickIndex, runningSums } from './weighted.ts';

/** Standard deviation of a group in each column, as a share of the column's range. */
const groupSpread = 0.06;

export interface CustomerTableOptions {
  /** A whole number from 0 to 4294967295. */
  seed?: number;
  /** 1 to 10,000,000. */
  rows?: number;
  /** Planted groups, 1 to 10. */
  groups?: number;
  /** Numeric columns, 1 to 8: age, annual income, spending score and so on. */
  columns?: number;
}

/** A made-up table of customers with planted groups. */
export interface CustomerTable {
  /** Names of the numeric columns. */
  columns: string[];
  /** Row-major, rows by columns, as rounded in the CSV. */
  values: Float64Array;
  /** Planted group of each row, 0 to groups - 1. */
  labels: Int32Array;
  /** Planted centres before rounding, row-major, groups by columns. */
  centers: Float64Array;
  category: {
    name: string;
    values: readonly string[];
    /** Index into `values` for each row. */
    codes: Uint8Array;
  };
  /** Columns: Customer ID, the numeric ones, the category. Chunks of about 64 k characters. */
  csv(): Generator<string, void, undefined>;
}

/**
 * Makes up a table of customers: spherical Gaussian groups (in columns scaled to their range) with well separated
 * centres, the last group up to twice as large as the first, and a category that leans with the group. One or two
 * columns cannot hold many groups apart.
 * @throws ClienteleError `usage` where an option is out of its range.
 */
export function simulateCustomers(options: CustomerTableOptions = {}): CustomerTable {
  const { seed = 1, rows = 1000, groups = 5, columns = 3 } = options;
  checkWhole('seed', seed, 0, 4294967295);
  checkWhole('rows', rows, 1, 10_000_000);
  checkWhole('groups', groups, 1, 10);
  checkWhole('columns', columns, 1, numericColumns.length);
  const chosen = numericColumns.slice(0, columns);
  const unitCenters = plantCenters(seed, groups, columns);
  const random = createRandom(mixSeed(seed, rows, 11));
  const groupSums = runningSums(Array.from({ length: groups }, (_, group) => groups + group));
  const values = new Float64Array(rows * columns);
  const labels = new Int32Array(rows);
  const codes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const group = pickIndex(groupSums, random.next());
    labels[row] = group;
    for (const [c, { min, max, decimals }] of chosen.entries()) {
      const unit = unitCenters[group * columns + c]! + groupSpread * random.normal();
      const value = min + (max - min) * Math.min(1, Math.max(0, unit));
      values[row * columns + c] = Number(value.toFixed(decimals));
    }
    const leaning = (group + (random.next() < 0.55 ? 0 : random.below(4))) % 4;
    codes[row] = leaning;
  }
  const names = chosen.map(({ name }) => name);
  const csv = () => csvChunks(tableLines(names, values, codes));
  const centers = unitCenters.map((unit, i) => {
    const { min, max } = chosen[i % columns]!;
    return min + (max - min) * unit;
  });
  const category = { name: categoryColumn.name, values: categoryColumn.values, codes };
  return { columns: names, values, labels, centers, category, csv };
}

function* tableLines(names: string[], values: Float64Array, codes: Uint8Array): Generator<string, void, undefined> {
  yield ['Customer ID', ...names, categoryColumn.name].join(',');
  for (let row = 0; row < codes.length; row++) {
    const cells = values.subarray(row * names.length, (row + 1) * names.length).join(',');
    yield `${row + 1},${cells},${categoryColumn.values[codes[row]!]!}`;
  }
}
