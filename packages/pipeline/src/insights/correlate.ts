export interface CorrelationTables {
  /** Row by row; null where a column does not vary over the rows that have both. */
  pearson: (number | null)[][];
  /** Of ranks, ties with their mean rank. */
  spearman: (number | null)[][];
}

const mostBusyMs = 8;

/**
 * Correlations of each two columns over the rows where both are finite, so that ranks are those among these rows. Costs
 * one sort a column and O(n) a pair, least where no value is missing; others run every few milliseconds.
 */
export async function correlate(columns: readonly Float64Array[]): Promise<CorrelationTables> {
  const d = columns.length;
  const table = () => Array.from({ length: d }, () => new Array<number | null>(d).fill(null));
  const [pearson, spearman] = [table(), table()];
  const coded = columns.map(codesOf);
  const whole = columns.map((column, c) => (column.every(Number.isFinite) ? deviationsOf(column, coded[c]!) : null));
  let busySince = performance.now();
  for (let a = 0; a < d; a++)
    for (let b = a; b < d; b++) {
      let [left, right] = [whole[a]!, whole[b]!];
      if (left === null || right === null) {
        const rows = rowsWithBoth(columns[a]!, columns[b]!);
        left = deviationsOf(columns[a]!, coded[a]!, rows);
        right = deviationsOf(columns[b]!, coded[b]!, rows);
      }
      pearson[a]![b] = pearson[b]![a] = correlation(left.values, right.values);
      spearman[a]![b] = spearman[b]![a] = correlation(left.ranks, right.ranks);
      if (performance.now() - busySince < mostBusyMs) continue;
      await new Promise((resolve) => setTimeout(resolve));
      busySince = performance.now();
    }
  return { pearson, spearman };
}

/** From the mean, scaled; null where nothing varies. */
interface Deviations {
  values: Float64Array | null;
  ranks: Float64Array | null;
}

function deviationsOf(column: Float64Array, { codes, distinct }: Codes, rows?: Float64Array): Deviations {
  if (rows === undefined) return { values: deviations(column), ranks: deviations(ranksOf(codes, distinct)) };
  const among = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) among[i] = codes[rows[i]!]!;
  return { values: deviations(rows.map((row) => column[row]!)), ranks: deviations(ranksOf(among, distinct)) };
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

/** Mean ranks, from 1, of coded values: counted, not sorted. */
function ranksOf(codes: Int32Array, distinct: number): Float64Array {
  const counts = new Float64Array(distinct);
  for (const code of codes) counts[code]! += 1;
  let before = 0;
  for (let code = 0; code < distinct; code++) {
    const count = counts[code]!;
    counts[code] = before + (count + 1) / 2;
    before += count;
  }
  const ranks = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) ranks[i] = counts[codes[i]!]!;
  return ranks;
}

/** Pearson's r of deviations. */
function correlation(dx: Float64Array | null, dy: Float64Array | null): number | null {
  if (dx === null || dy === null) return null;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < dx.length; i++) {
    xx += dx[i]! * dx[i]!;
    yy += dy[i]! * dy[i]!;
    xy += dx[i]! * dy[i]!;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Scaled by half the range, so that their squares are numbers. */
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
