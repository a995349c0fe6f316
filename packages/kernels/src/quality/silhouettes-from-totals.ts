import { type Hooks, stopIfAsked } from '../hooks.ts';
import { createMemoryLayout } from '../simd/memory-layout.ts';
import { type Simd, simd } from '../simd/simd.ts';
import { type Cells, countClusters } from './silhouette-cells.ts';

/** Sums of distances, and the block of rows whose silhouettes are wanted. */
export interface TotalsInput {
  cells: Cells;
  /** Clusters of all partitions x positions. */
  totals: Float64Array;
  block: number;
}

/**
 * Silhouettes of the rows of a block in every partition: partitions x positions of the block; 0 at positions without a row, and for a row
 * alone in its cluster. Cost rows x clusters.
 */
export function silhouettesFromTotals({ cells, totals, block }: TotalsInput, hooks: Hooks = {}): Float64Array {
  stopIfAsked(hooks);
  const { clusterSizes, targets, weights, positions, blockBegins, blockRuns } = cells;
  const from = blockBegins[block];
  const stride = blockBegins[block + 1] - from;
  const runs = cells.runs.slice(blockRuns[block] * 3, blockRuns[block + 1] * 3);
  for (let r = 0; r < runs.length; r += 3) runs[r] -= from;
  const sizes = Float64Array.from(clusterSizes.flatMap((of) => Array.from(of)));
  const begins = new Int32Array(clusterSizes.length + 1);
  clusterSizes.forEach(({ length }, l) => {
    begins[l + 1] = begins[l] + length;
  });
  const clusters = countClusters(cells);

  const layout = createMemoryLayout();
  const runsAt = layout.place(runs.byteLength);
  const targetsAt = layout.place(targets.byteLength);
  const weightsAt = layout.place(weights.byteLength);
  const sizesAt = layout.place(sizes.byteLength);
  const beginsAt = layout.place(begins.byteLength);
  const totalsAt = layout.place(clusters * stride * 8);
  const valuesAt = layout.place(clusterSizes.length * stride * 8);
  const loops = simd();
  const memory = loops?.reserve(layout.bytes()) ?? new ArrayBuffer(layout.bytes());
  new Int32Array(memory, runsAt, runs.length).set(runs);
  new Int32Array(memory, targetsAt, targets.length).set(targets);
  new Float64Array(memory, weightsAt, weights.length).set(weights);
  new Float64Array(memory, sizesAt, sizes.length).set(sizes);
  new Int32Array(memory, beginsAt, begins.length).set(begins);
  const inside = new Float64Array(memory, totalsAt, clusters * stride);
  for (let c = 0; c < clusters; c++) {
    inside.set(totals.subarray(c * positions + from, c * positions + from + stride), c * stride);
  }
  const values = new Float64Array(memory, valuesAt, clusterSizes.length * stride).fill(0);
  const run = loops?.silhouettes ?? silhouettesPlainly.bind(null, memory);
  const partitions = clusterSizes.length;
  run(runsAt, runs.length / 3, targetsAt, partitions, weightsAt, sizesAt, beginsAt, totalsAt, stride, valuesAt);
  return values.slice();
}

/** From the sum of distances to a cluster of `size` in which the row itself stands for `weight` rows. */
export function silhouetteOf(inside: number, size: number, weight: number, nearest: number): number {
  const others = size - weight;
  // A row of a sample stands for others of its kind, but not where it is the only one seen.
  if (!(others > size * 1e-9)) return 0;
  const mean = inside / others;
  const larger = Math.max(mean, nearest);
  return larger > 0 ? (nearest - mean) / larger : 0;
}

/** As `silhouettes` of the compiled loops, over the same memory and to the same bits. */
function silhouettesPlainly(memory: ArrayBuffer, ...addresses: Parameters<Simd['silhouettes']>): void {
  const [runs, count, targets, partitions, weights, sizes, begins, totals, stride, values] = addresses;
  const numbers = new Float64Array(memory);
  const integers = new Int32Array(memory);
  for (let r = runs / 4; r < runs / 4 + count * 3; r += 3) {
    const cell = integers[r + 2];
    for (let l = 0; l < partitions; l++) {
      const own = integers[targets / 4 + cell * partitions + l];
      for (let i = integers[r]; i < integers[r] + integers[r + 1]; i++) {
        let nearest = Infinity;
        for (let c = integers[begins / 4 + l]; c < integers[begins / 4 + l + 1]; c++) {
          if (c !== own) nearest = Math.min(nearest, numbers[totals / 8 + c * stride + i] / numbers[sizes / 8 + c]);
        }
        const inside = numbers[totals / 8 + own * stride + i];
        const weight = numbers[weights / 8 + cell];
        numbers[values / 8 + l * stride + i] = silhouetteOf(inside, numbers[sizes / 8 + own], weight, nearest);
      }
    }
  }
}
