export interface CorrelationTables {
  /** Row by row; null where a column does not vary over the rows that have both. */
  pearson: (number | null)[][];
  /** Of ranks, ties with their mean rank. */
  spearman: (number | null)[][];
}

const mostBusyMs = 8;

/**
 * Correlations of each two columns over the rows where both are finite, so that ranks are those among these rows. Costs
 * one sort a column and O(n) a pair; others run every few milliseconds.
 */
export async function correlate(columns: readonly Float64Array[]): Promise<CorrelationTables> {
  const d = columns.length;
  const table = () => Array.from({ length: d }, () => new Array<number | null>(d).fill(null));
  const [pearson, spearman] = [table(), table()];
  const coded = columns.map(codesOf);
  let busySince = performance.now();
  for (let a = 0; a < d; a++)
    for (let b = a; b < d; b++) {
      const rows = rowsWithBoth(columns[a]!, columns[b]!);
      const [x, y] = [columns[a]!, columns[b]!].map((column) => rows.map((row) => column[row]!)) as [
        Float64Array,
        Float64Array,
      ];
      const [rankX, rankY] = [coded[a]!, coded[b]!].map((codes) => ranksOf(codes, rows)) as [
        Float64Array,
        Float64Array,
      ];
      pearson[a]![b] = pearson[b]![a] = correlation(x, y);
      spearman[a]![b] = spearman[b]![a] = correlation(rankX, rankY);
      if (performance.now() - busySince < mostBusyMs) continue;
      await new Promise((resolve) => setTimeout(resolve));
      busySince = performance.now();
    }
  return { pearson, spearman };
}

interface Codes {
  /** For each row the place of its value among the different ones. */
  codes: Int32Array;
  distinct: number;
}

function codesOf(column: Float64Array): Codes {
  const sorted = column.filter(Number.isFinite).sort();
  let distinct = 0;
  for (const value of sorted) if (distinct === 0 || value !== sorted[distinct - 1]) sorted[distinct++] = value;
  const codes = new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    let [low, high] = [0, distinct];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < column[row]!) low = middle + 1;
      else high = middle;
    }
    codes[row] = low;
  }
  return { codes, distinct };
}

function rowsWithBoth(x: Float64Array, y: Float64Array): Float64Array {
  const rows = new Float64Array(x.length);
  let n = 0;
  for (let row = 0; row < x.length; row++) if (Number.isFinite(x[row]) && Number.isFinite(y[row])) rows[n++] = row;
  return rows.subarray(0, n);
}

/** Mean ranks, from 1, among these rows: counted, not sorted. */
function ranksOf({ codes, distinct }: Codes, rows: Float64Array): Float64Array {
  const counts = new Float64Array(distinct);
  for (const row of rows) counts[codes[row]!]! += 1;
  let before = 0;
  for (let code = 0; code < distinct; code++) {
    const count = counts[code]!;
    counts[code] = before + (count + 1) / 2;
    before += count;
  }
  return rows.map((row) => counts[codes[row]!]!);
}

/** Pearson's r; values are scaled by the largest deviation, so that their squares are numbers. */
function correlation(x: Float64Array, y: Float64Array): number | null {
  const [dx, dy] = [deviations(x), deviations(y)];
  if (dx === null || dy === null) return null;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < dx.length; i++) {
    xx += dx[i]! * dx[i]!;
    yy += dy[i]! * dy[i]!;
    xy += dx[i]! * dy[i]!;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function deviations(values: Float64Array): Float64Array | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low < high)) return null;
  const half = high / 2 - low / 2;
  let sum = 0;
  const scaled = values.map((value) => {
    const place = (value / 2 - low / 2) / half;
    sum += place;
    return place;
  });
  const mean = sum / values.length;
  return scaled.map((place) => place - mean);
}
