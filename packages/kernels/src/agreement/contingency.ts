/** How two labelings of the same rows meet: the rows in each pair of clusters. */
export interface Contingency {
  /** Row-major, one row of the table a cluster of `a`, one column a cluster of `b`. */
  counts: Float64Array;
  /** The label of each row of the table, ascending, noise (-1) last. */
  labelsA: Int32Array;
  /** The label of each column of the table, ascending, noise (-1) last. */
  labelsB: Int32Array;
  /** Sum of each row of the table. */
  sizesA: Float64Array;
  /** Sum of each column of the table. */
  sizesB: Float64Array;
  /** Rows labelled. */
  rows: number;
}

/** Cells of a table at most: 128 MiB. */
const MOST_CELLS = 2 ** 24;
/** The largest label may be this, or four a row. */
const LARGEST_LABEL = 1_000_000;

/**
 * Counts the rows that cluster i of `a` and cluster j of `b` have in common. Labels are whole numbers of at least -1 with or without gaps;
 * noise, -1, is a row (column) of its own at the end of the table, and so a cluster like any other to the measures made from it.
 * Cost n + cells. RangeError for different lengths, no rows, other labels, and more than 2^24 cells.
 */
export function contingency(a: Int32Array, b: Int32Array): Contingency {
  if (a.length !== b.length) {
    throw new RangeError(`two labelings must label the same rows, got ${a.length} and ${b.length} labels`);
  }
  if (a.length === 0) throw new RangeError('two labelings must label at least 1 row, got 0');
  const [labelsA, placeA] = placesOf('a', a);
  const [labelsB, placeB] = placesOf('b', b);
  const cells = labelsA.length * labelsB.length;
  if (cells > MOST_CELLS) {
    throw new RangeError(
      `the table must have at most ${MOST_CELLS} cells, got ${labelsA.length} x ${labelsB.length} = ${cells}`,
    );
  }
  const counts = new Float64Array(cells);
  const sizesA = new Float64Array(labelsA.length);
  const sizesB = new Float64Array(labelsB.length);
  for (let i = 0; i < a.length; i++) {
    const row = placeA[a[i] + 1];
    const column = placeB[b[i] + 1];
    counts[row * labelsB.length + column]++;
    sizesA[row]++;
    sizesB[column]++;
  }
  return { counts, labelsA, labelsB, sizesA, sizesB, rows: a.length };
}

/** The labels in use, noise last, and the place of each label + 1 among them. */
function placesOf(name: string, labels: Int32Array): [Int32Array, Int32Array] {
  const most = Math.max(LARGEST_LABEL, labels.length * 4);
  let largest = -1;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < -1 || labels[i] > most) {
      throw new RangeError(`labels of ${name} must be -1 to ${most}, got ${labels[i]} in row ${i}`);
    }
    if (labels[i] > largest) largest = labels[i];
  }
  const place = new Int32Array(largest + 2).fill(-1);
  for (let i = 0; i < labels.length; i++) place[labels[i] + 1] = 0;
  const used: number[] = [];
  for (let key = 1; key < place.length; key++) {
    if (place[key] < 0) continue;
    place[key] = used.length;
    used.push(key - 1);
  }
  if (place[0] === 0) {
    place[0] = used.length;
    used.push(-1);
  }
  return [Int32Array.from(used), place];
}

/** True where every cluster of one labeling is a cluster of the other. */
export function isSamePartition({ counts, sizesA, sizesB }: Contingency): boolean {
  if (sizesA.length !== sizesB.length) return false;
  return (
    counts.every((count, cell) => count === 0 || count === sizesA[Math.floor(cell / sizesB.length)]) &&
    counts.every((count, cell) => count === 0 || count === sizesB[cell % sizesB.length])
  );
}
