import { type Hooks, stopIfAsked } from '../hooks.ts';
import { allocateFloat64, allocateInt32, type Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';
import { drawSample } from './draw-sample.ts';

/** Partitions of the same points, to be measured together. */
export interface CellsInput {
  problem: Problem;
  /** One array of labels a partition. */
  labelings: Int32Array[];
  /** Clusters of each partition. */
  clusterCounts: number[];
  /** Rows to use: all of them, or a sample. */
  sampleRows: number;
  /** Blocks into which the rows are cut; each is a random part of a sample. */
  blocks: number;
  seed: number;
  shared: boolean;
}

/** The points in order of block and cell; a cell is the rows that every partition puts together. */
export interface Cells {
  columns: number;
  /** Rows, and one empty place after each run of an odd number of rows. */
  positions: number;
  /** Columns apart: columns x positions. */
  points: Float64Array;
  /** The row at each position; -1 where there is none. */
  rowOf: Int32Array;
  /** The rows of one cell in one block, in threes: first position (even), rows, cell. */
  runs: Int32Array;
  /** First run of each block, and the end of the last. */
  blockRuns: Int32Array;
  /** First position of each block, and the end of the last. */
  blockBegins: Int32Array;
  /** Rows of its cell that each row used stands for: one a cell. */
  weights: Float64Array;
  /** The row in the totals of each cell's cluster in every partition: cells x partitions. */
  targets: Int32Array;
  /** For each partition, the rows in each of its clusters. */
  clusterSizes: Float64Array[];
  exact: boolean;
}

/**
 * Sorts the rows by their labels in all partitions at once, so that the sums of distances to a cell serve every partition.
 * Cost n x partitions + n x d.
 */
export function joinCells(input: CellsInput, hooks: Hooks = {}): Cells {
  const { problem, labelings, clusterCounts, sampleRows, blocks, seed, shared } = input;
  const { cellOf, cells } = numberCells(problem.rows, labelings, clusterCounts, hooks);
  dealCellsInPlace(cellOf, cells, blocks);
  const population = new Float64Array(cells);
  for (let i = 0; i < cellOf.length; i++) population[cellOf[i]]++;
  const sorted = sortByCell(cellOf, population);
  stopIfAsked(hooks);
  hooks.onProgress?.(0.7);

  const exact = sampleRows >= problem.rows;
  const { rows, taken } = exact
    ? { rows: sorted, taken: population }
    : drawSample(sorted, population, sampleRows, createRandom(seed, -3));
  // A sample's rows are dealt to the blocks in turn, so that each block is a sample of its own.
  const layout = layOut(rows, cellOf, blocks, !exact, shared);
  hooks.onProgress?.(0.9);

  const weights = population.map((size, cell) => size / taken[cell]);
  const targets = new Int32Array(cells * labelings.length);
  const clusterSizes = clusterCounts.map((clusters) => new Float64Array(clusters));
  for (let cell = 0, at = 0; cell < cells; at += population[cell], cell++) {
    let before = 0;
    labelings.forEach((labels, l) => {
      const cluster = labels[sorted[at]];
      targets[cell * labelings.length + l] = before + cluster;
      clusterSizes[l][cluster] += population[cell];
      before += clusterCounts[l];
    });
  }
  return {
    columns: problem.columns,
    ...layout,
    ...spread(problem, layout.rowOf, shared),
    weights,
    targets,
    clusterSizes,
    exact,
  };
}

/** Some of the rows of `cells` as a single block. */
export function thinCells(cells: Cells, every: number): Cells {
  const { points, columns, positions, rowOf, runs } = cells;
  const kept: number[] = [];
  const cellOf = new Int32Array(positions);
  for (let r = 0, seen = 0; r < runs.length; r += 3) {
    for (let p = runs[r]; p < runs[r] + runs[r + 1]; p++, seen++) {
      cellOf[p] = runs[r + 2];
      if (seen % every === 0) kept.push(p);
    }
  }
  const shared = points.buffer instanceof SharedArrayBuffer;
  const layout = layOut(Int32Array.from(kept), cellOf, 1, false, shared);
  const thin = allocateFloat64(columns * layout.positions, shared);
  for (let p = 0; p < layout.positions; p++) {
    const from = layout.rowOf[p];
    if (from < 0) continue;
    for (let j = 0; j < columns; j++) thin[j * layout.positions + p] = points[j * positions + from];
    layout.rowOf[p] = rowOf[from];
  }
  return { ...cells, ...layout, points: thin };
}

/** Clusters of all partitions together. */
export function countClusters({ clusterSizes }: Cells): number {
  return clusterSizes.reduce((sum, sizes) => sum + sizes.length, 0);
}

/** The cell at each position; -1 where there is no row. */
export function cellsAt({ runs, positions }: Cells): Int32Array {
  const cellAt = new Int32Array(positions).fill(-1);
  for (let r = 0; r < runs.length; r += 3) cellAt.fill(runs[r + 2], runs[r], runs[r] + runs[r + 1]);
  return cellAt;
}

/** Numbers the combinations of labels that occur, in order of first appearance. */
function numberCells(
  rows: number,
  labelings: Int32Array[],
  clusterCounts: number[],
  hooks: Hooks,
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
    stopIfAsked(hooks);
    hooks.onProgress?.((0.5 * (l + 1)) / labelings.length);
  });
  return { cellOf, cells };
}

/** Renumbers the cells so that small ones, which come up last and cost most a row, are spread over the blocks. */
function dealCellsInPlace(cellOf: Int32Array, cells: number, blocks: number): void {
  const numberOf = new Int32Array(cells);
  let number = 0;
  for (let block = 0; block < blocks; block++) {
    for (let cell = block; cell < cells; cell += blocks) numberOf[cell] = number++;
  }
  for (let i = 0; i < cellOf.length; i++) cellOf[i] = numberOf[cellOf[i]];
}

function sortByCell(cellOf: Int32Array, population: Float64Array): Int32Array {
  const next = new Int32Array(population.length);
  for (let g = 1; g < population.length; g++) next[g] = next[g - 1] + population[g - 1];
  const sorted = new Int32Array(cellOf.length);
  for (let i = 0; i < cellOf.length; i++) sorted[next[cellOf[i]]++] = i;
  return sorted;
}

type Layout = Pick<Cells, 'positions' | 'rowOf' | 'runs' | 'blockRuns' | 'blockBegins'>;

/** Gives each of the rows, which come sorted by cell, its position: blocks follow each other, or are dealt the rows in turn. */
function layOut(rows: Int32Array, cellOf: Int32Array, blocks: number, dealt: boolean, shared: boolean): Layout {
  const places = new Int32Array(rows.length * 2);
  const runs = new Int32Array(rows.length * 3);
  const blockRuns = new Int32Array(blocks + 1);
  const blockBegins = new Int32Array(blocks + 1);
  const begin = (block: number): number => (dealt ? block : Math.ceil((block * rows.length) / blocks));
  let at = 0;
  let run = -3;
  for (let block = 0; block < blocks; block++) {
    const end = dealt ? rows.length : begin(block + 1);
    const step = dealt ? blocks : 1;
    let cell = -1;
    for (let place = begin(block); place < end; place += step) {
      const row = rows[place];
      if (cellOf[row] !== cell) {
        if (at % 2 === 1) places[at++] = -1;
        cell = cellOf[row];
        run += 3;
        runs[run] = at;
        runs[run + 2] = cell;
      }
      places[at++] = row;
      runs[run + 1]++;
    }
    if (at % 2 === 1) places[at++] = -1;
    blockRuns[block + 1] = run / 3 + 1;
    blockBegins[block + 1] = at;
  }
  const rowOf = keep(places.subarray(0, at), shared);
  return { positions: at, rowOf, runs: keep(runs.subarray(0, run + 3), shared), blockRuns, blockBegins };
}

function keep(values: Int32Array, shared: boolean): Int32Array {
  const kept = allocateInt32(values.length, shared);
  kept.set(values);
  return kept;
}

function spread({ points, columns }: Problem, rowOf: Int32Array, shared: boolean): Pick<Cells, 'points'> {
  const apart = allocateFloat64(columns * rowOf.length, shared);
  for (let p = 0; p < rowOf.length; p++) {
    if (rowOf[p] < 0) continue;
    for (let j = 0, from = rowOf[p] * columns; j < columns; j++) apart[j * rowOf.length + p] = points[from + j];
  }
  return { points: apart };
}
