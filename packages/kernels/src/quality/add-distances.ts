import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createMemoryLayout } from '../simd/memory-layout.ts';
import { simd } from '../simd/simd.ts';
import { addDistancesPlainly, STRIP } from './add-distances-plainly.ts';
import { type Cells, countClusters } from './silhouette-cells.ts';

/** Two blocks whose pairs are to be measured. */
export interface PairOfBlocks {
  cells: Cells;
  a: number;
  b: number;
  /** Weighted sums of distances from each position to each cluster of every partition: clusters of all x positions. */
  totals: Float64Array;
}

/**
 * Adds the distances between two blocks, or within one, to the totals of both: each pair's distance is found once, for both rows and
 * for all partitions. Two calls on the same block must not run at once. Cost pairs x d, and less than one more addition a pair and
 * partition where cells are large.
 */
export function addDistancesInPlace({ cells, a, b, totals }: PairOfBlocks, hooks: Hooks = {}): void {
  const left = blockOf(cells, a, totals);
  measure(left, a === b ? null : blockOf(cells, b, totals), true, hooks);
}

/** Rows to be measured against one block of others. */
export interface RowsAgainstBlock {
  rows: Cells;
  cells: Cells;
  b: number;
}

/** The totals of `rows`, clusters of all x positions, over the rows of one block only. */
export function totalsOfBlock({ rows, cells, b }: RowsAgainstBlock, hooks: Hooks = {}): Float64Array {
  const totals = new Float64Array(countClusters(cells) * rows.positions);
  measure(blockOf(rows, 0, totals), blockOf(cells, b, null), false, hooks);
  return totals;
}

/** Positions of the other block that are taken at once: their totals stay in the near memory. A multiple of the strip. */
const CHUNK = 256;

interface Block {
  cells: Cells;
  from: number;
  size: number;
  /** In threes, counted from the block's first position. */
  runs: Int32Array;
  totals: Float64Array | null;
}

function blockOf(cells: Cells, block: number, totals: Float64Array | null): Block {
  const { blockBegins, blockRuns } = cells;
  const from = blockBegins[block];
  const runs = cells.runs.slice(blockRuns[block] * 3, blockRuns[block + 1] * 3);
  for (let r = 0; r < runs.length; r += 3) runs[r] -= from;
  return { cells, from, size: blockBegins[block + 1] - from, runs, totals };
}

/** Cuts runs where a strip ends; answers the pieces, and the first piece of each strip with the end of the last. */
function cutIntoStrips({ runs, size }: Block, length: number): { pieces: Int32Array; strips: number[] } {
  const pieces: number[] = [];
  const strips = [0];
  for (let r = 0; r < runs.length; r += 3) {
    const end = runs[r] + runs[r + 1];
    for (let from = runs[r]; from < end; ) {
      while (from >= strips.length * length) strips.push(pieces.length / 3);
      const to = Math.min(end, strips.length * length);
      pieces.push(from, to - from, runs[r + 2]);
      from = to;
    }
  }
  while (strips.length * length < size) strips.push(pieces.length / 3);
  strips.push(pieces.length / 3);
  return { pieces: Int32Array.from(pieces), strips };
}

/** Lays both blocks out in the memory of the compiled loops, runs those strip by strip, and brings the totals back. */
function measure(left: Block, right: Block | null, both: boolean, hooks: Hooks): void {
  if (left.size === 0 || right?.size === 0) return;
  const { columns, targets, weights } = left.cells;
  const partitions = left.cells.clusterSizes.length;
  const clusters = countClusters(left.cells);
  const { pieces, strips } = cutIntoStrips(left, STRIP);
  const other = right ?? left;
  // Within a block the other side is cut as finely, so that a strip meets only what comes after it.
  const { pieces: otherPieces, strips: chunks } = right === null ? { pieces, strips } : cutIntoStrips(right, CHUNK);

  const layout = createMemoryLayout();
  const { place } = layout;
  const a = place(columns * left.size * 8);
  const b = right === null ? a : place(columns * right.size * 8);
  const runsA = place(pieces.length * 4);
  const runsB = right === null ? runsA : place(otherPieces.length * 4);
  const targetsAt = place(targets.length * 4);
  const weightsAt = place(weights.length * 8);
  const totalsA = place(clusters * left.size * 8);
  const totalsB = !both ? 0 : right === null ? totalsA : place(clusters * right.size * 8);
  const sums = place((otherPieces.length / 3) * STRIP * 8);
  const columnSums = place(other.size * 8);

  const loops = simd();
  const memory = loops?.reserve(layout.bytes()) ?? new ArrayBuffer(layout.bytes());
  const addDistances = loops?.addDistances ?? addDistancesPlainly.bind(null, memory);
  for (const [block, points, totals] of [
    [left, a, totalsA],
    [other, b, totalsB],
  ] as const) {
    exchange(memory, points, block.cells.points, columns, block, false);
    if (totals !== 0 && block.totals !== null) exchange(memory, totals, block.totals, clusters, block, false);
  }
  new Int32Array(memory, runsA, pieces.length).set(pieces);
  if (right !== null) new Int32Array(memory, runsB, otherPieces.length).set(otherPieces);
  new Int32Array(memory, targetsAt, targets.length).set(targets);
  new Float64Array(memory, weightsAt, weights.length).set(weights);

  const run = (strip: number, from: number, to: number, into: number): void =>
    addDistances(
      columns,
      a,
      left.size,
      runsA + strips[strip] * 12,
      strips[strip + 1] - strips[strip],
      b,
      other.size,
      runsB + from * 12,
      to - from,
      targetsAt,
      partitions,
      weightsAt,
      totalsA,
      into,
      sums,
      columnSums,
    );
  const chunksAtOnce = right === null ? CHUNK / STRIP : 1;
  for (let chunk = 0; chunk + 1 < chunks.length; chunk += chunksAtOnce) {
    stopIfAsked(hooks);
    const chunkEnd = Math.min(chunks.length - 1, chunk + chunksAtOnce);
    for (let strip = 0; strip + 1 < strips.length; strip++) {
      if (right !== null) run(strip, chunks[chunk], chunks[chunkEnd], totalsB);
      else if (strip < chunkEnd) {
        if (strip >= chunk) run(strip, strips[strip], strips[strip + 1], 0);
        run(strip, chunks[Math.max(chunk, strip + 1)], chunks[chunkEnd], totalsB);
      }
    }
    hooks.onProgress?.(chunkEnd / (chunks.length - 1));
  }
  for (const [block, totals] of [
    [left, totalsA],
    [other, totalsB],
  ] as const) {
    if (totals !== 0 && block.totals !== null) exchange(memory, totals, block.totals, clusters, block, true);
  }
}

/** Copies a block's part of rows that lie apart into the memory at `at`, or back out of it. */
function exchange(
  memory: ArrayBuffer,
  at: number,
  values: Float64Array,
  rows: number,
  { cells, from, size }: Block,
  out: boolean,
): void {
  const inside = new Float64Array(memory, at, rows * size);
  for (let j = 0; j < rows; j++) {
    const outside = values.subarray(j * cells.positions + from, j * cells.positions + from + size);
    if (out) outside.set(inside.subarray(j * size, (j + 1) * size));
    else inside.set(outside, j * size);
  }
}
