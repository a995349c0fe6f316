import { allocateFloat64, type Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';

/** Partitions of the same points, to be measured together. */
export interface CellsInput {
  problem: Problem;
  /** One array of labels a partition. */
  labelings: Int32Array[];
  /** Clusters of each partition. */
  clusterCounts: number[];
  /** Above so many rows a sample is drawn. */
  maxExactRows: number;
  seed: number;
  shared: boolean;
}

/** The points in order of cell: rows that every partition puts together. */
export interface Cells {
  /** Row-major, the cells' rows one after the other. */
  points: Float64Array;
  columns: number;
  /** The row that each of `points` was. */
  rowOf: Int32Array;
  /** Where each cell begins in `points`, and the end of the last. */
  begins: Int32Array;
  /** Rows in each cell before sampling. */
  population: Float64Array;
  /** For each partition, the cluster of each cell: partitions x cells. */
  clusterOf: Int32Array;
  /** For each partition, the rows in each of its clusters. */
  clusterSizes: Float64Array[];
  exact: boolean;
}

/**
 * Sorts the rows by their labels in all partitions at once, so that one sum of distances a cell serves every partition.
 * Above `maxExactRows` each cell gives its share of a sample, at least two rows where it has them: with very many cells the sample can
 * be somewhat larger than `maxExactRows`.
 * Cost n x partitions + n x d.
 */
export function joinCells(input: CellsInput): Cells {
  const { problem, labelings, clusterCounts, maxExactRows, seed, shared } = input;
  const { rows, columns } = problem;
  const { cellOf, cells } = numberCells(rows, labelings, clusterCounts);
  const exact = rows <= maxExactRows;

  const population = new Float64Array(cells);
  for (let i = 0; i < rows; i++) population[cellOf[i]]++;
  const taken = exact ? population.slice() : allotSample(population, maxExactRows);
  const sorted = sortByCell(cellOf, population);
  const clusterOf = new Int32Array(labelings.length * cells);
  const clusterSizes = clusterCounts.map((clusters) => new Float64Array(clusters));

  const begins = new Int32Array(cells + 1);
  for (let g = 0; g < cells; g++) begins[g + 1] = begins[g] + taken[g];
  const rowOf = new Int32Array(begins[cells]);
  const random = createRandom(seed, -3);
  for (let g = 0, from = 0; g < cells; from += population[g], g++) {
    const members = sorted.subarray(from, from + population[g]);
    for (let t = 0; t < taken[g] && !exact; t++) {
      const other = t + random.integer(members.length - t);
      const row = members[other];
      members[other] = members[t];
      members[t] = row;
    }
    rowOf.set(members.subarray(0, taken[g]), begins[g]);
    labelings.forEach((labels, l) => {
      const cluster = labels[members[0]];
      clusterOf[l * cells + g] = cluster;
      clusterSizes[l][cluster] += population[g];
    });
  }

  const points = allocateFloat64(rowOf.length * columns, shared);
  for (let s = 0; s < rowOf.length; s++) {
    for (let j = 0; j < columns; j++) points[s * columns + j] = problem.points[rowOf[s] * columns + j];
  }
  return { points, columns, rowOf, begins, population, clusterOf, clusterSizes, exact };
}

/** Rows to take from each cell: at least an even part of a quarter of the sample, so that small cells are seen whole where possible. */
function allotSample(population: Float64Array, wanted: number): Float64Array {
  const fewest = Math.max(2, Math.floor(wanted / 4 / population.length));
  const rows = population.reduce((sum, size) => sum + size, 0);
  const isSmall = (size: number): boolean => (size * wanted) / rows <= fewest;
  let left = wanted;
  let rest = rows;
  for (const size of population) {
    if (!isSmall(size)) continue;
    left -= Math.min(size, fewest);
    rest -= size;
  }
  return population.map((size) =>
    Math.min(size, isSmall(size) ? fewest : Math.max(fewest, Math.round((size * left) / rest))),
  );
}

/** Numbers the combinations of labels that occur, in order of first appearance. */
function numberCells(
  rows: number,
  labelings: Int32Array[],
  clusterCounts: number[],
): { cellOf: Int32Array; cells: number } {
  const cellOf = new Int32Array(rows);
  let cells = 1;
  labelings.forEach((labels, l) => {
    const clusters = clusterCounts[l];
    const numberOf = new Int32Array(cells * clusters).fill(-1);
    cells = 0;
    for (let i = 0; i < rows; i++) {
      const key = cellOf[i] * clusters + labels[i];
      if (numberOf[key] < 0) numberOf[key] = cells++;
      cellOf[i] = numberOf[key];
    }
  });
  return { cellOf, cells };
}

function sortByCell(cellOf: Int32Array, population: Float64Array): Int32Array {
  const next = new Int32Array(population.length);
  for (let g = 1; g < population.length; g++) next[g] = next[g - 1] + population[g - 1];
  const sorted = new Int32Array(cellOf.length);
  for (let i = 0; i < cellOf.length; i++) sorted[next[cellOf[i]]++] = i;
  return sorted;
}
