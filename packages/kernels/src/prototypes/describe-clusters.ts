import type { MixedProblem, Prototypes } from './mixed-problem.ts';

/** What the rows of each cluster have. */
export interface MixedClusters extends Prototypes {
  mass: Int32Array;
  /** Rows of each cluster with each level: clusters x levels of all columns. */
  counts: Int32Array;
}

/** Means, modes (the lowest code among equals) and counts of a partition. Cost n x d. */
export function describeClusters(problem: MixedProblem, labels: Int32Array, clusters: number): MixedClusters {
  const { numbers, codes, rows, columns, categoricalColumns, offsets } = problem;
  const levels = offsets[categoricalColumns];
  const mass = new Int32Array(clusters);
  const centers = new Float64Array(clusters * columns);
  const counts = new Int32Array(clusters * levels);
  for (let i = 0, p = 0, q = 0; i < rows; i++) {
    const c = labels[i];
    mass[c]++;
    // Around the first row, so that a constant column gives exactly its value.
    for (let j = 0, m = c * columns; j < columns; j++, p++, m++) centers[m] += numbers[p] - numbers[j];
    for (let j = 0; j < categoricalColumns; j++, q++) if (codes[q] >= 0) counts[c * levels + offsets[j] + codes[q]]++;
  }
  for (let m = 0; m < centers.length; m++) {
    centers[m] = numbers[m % columns] + centers[m] / Math.max(1, mass[Math.floor(m / columns)]);
  }
  const modes = new Int32Array(clusters * categoricalColumns);
  for (let m = 0; m < modes.length; m++) {
    const c = Math.floor(m / categoricalColumns);
    modes[m] = modeOf(problem, counts, c, m % categoricalColumns);
  }
  return { mass, centers, counts, modes };
}

/** The commonest level of a column in a cluster; -1 where none is known. */
export function modeOf({ offsets }: MixedProblem, counts: Int32Array, c: number, column: number): number {
  const at = c * offsets[offsets.length - 1] + offsets[column];
  let mode = -1;
  let most = 0;
  for (let level = 0; level < offsets[column + 1] - offsets[column]; level++) {
    if (counts[at + level] > most) {
      most = counts[at + level];
      mode = level;
    }
  }
  return mode;
}
