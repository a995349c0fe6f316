import { type Cells, cellsAt } from './silhouette-cells.ts';
import { silhouetteOf } from './silhouettes-from-totals.ts';

/** What was found from a sample whose blocks are samples of their own. */
export interface SampledTotals {
  cells: Cells;
  /** For each partition, the silhouettes at all positions. */
  silhouettes: Float64Array[];
  /** Some of the rows as one block. */
  rows: Cells;
  /** Totals of those rows over each block. */
  blockTotals: Float64Array[];
}

/** Quantile of Student's t at 97.5 % with 15 degrees of freedom, for the 16 blocks of a sample. */
const STUDENT = 2.131;

/**
 * Half-width of a 95 % interval of each partition's mean silhouette, by leaving out one block of the sample after the other: as rows that
 * are measured and as rows that others are measured against. What leaving a block out does to the silhouettes of the other rows is
 * found on `rows`. Clusters seen whole add no error. Source: the grouped jackknife, Quenouille 1956 and Tukey 1958.
 */
export function samplingErrors(sampled: SampledTotals): Float64Array {
  const { cells, blockTotals } = sampled;
  const blocks = blockTotals.length;
  const offsets = cells.clusterSizes.map((_, l) =>
    cells.clusterSizes.slice(0, l).reduce((sum, sizes) => sum + sizes.length, 0),
  );
  return Float64Array.from(cells.clusterSizes, (_, l) => {
    const direct = effectAsRows(sampled, l, offsets[l]);
    const indirect = effectAsOthers(sampled, l, offsets[l]);
    const effects = Array.from(direct, (effect, g) => effect + indirect[g]);
    const middle = effects.reduce((sum, effect) => sum + effect, 0) / blocks;
    const squares = effects.reduce((sum, effect) => sum + (effect - middle) ** 2, 0);
    const error = STUDENT * Math.sqrt((squares * (blocks - 1)) / blocks);
    // Quenouille's estimate of the bias: the nearest of several clusters comes out too near where few rows are seen.
    return error + Math.abs(middle) * (blocks - 1);
  });
}

/** Share of a cluster that was not seen, as a factor for its standard error. */
function unseen(seen: number, size: number): number {
  return Math.sqrt(Math.max(0, 1 - seen / size));
}

/** Change of the mean when the rows of each block are left out of it. */
function effectAsRows({ cells, silhouettes }: SampledTotals, l: number, offset: number): Float64Array {
  const { runs, blockRuns, targets, weights, clusterSizes } = cells;
  const sizes = clusterSizes[l];
  const partitions = clusterSizes.length;
  const blocks = blockRuns.length - 1;
  const mass = Array.from({ length: blocks }, () => new Float64Array(sizes.length));
  const sums = Array.from({ length: blocks }, () => new Float64Array(sizes.length));
  const seen = new Float64Array(sizes.length);
  const allSums = new Float64Array(sizes.length);
  for (let g = 0; g < blocks; g++) {
    for (let r = blockRuns[g] * 3; r < blockRuns[g + 1] * 3; r += 3) {
      const cluster = targets[runs[r + 2] * partitions + l] - offset;
      const weight = weights[runs[r + 2]];
      let sum = 0;
      for (let p = runs[r]; p < runs[r] + runs[r + 1]; p++) sum += silhouettes[l][p];
      seen[cluster] += runs[r + 1];
      mass[g][cluster] += weight * runs[r + 1];
      sums[g][cluster] += weight * sum;
      allSums[cluster] += weight * sum;
    }
  }
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  return Float64Array.from(mass, (own, g) => {
    let effect = 0;
    for (let c = 0; c < sizes.length; c++) {
      const left = sizes[c] - own[c];
      if (left <= sizes[c] * 1e-9) continue;
      const change = (allSums[c] - sums[g][c]) / left - allSums[c] / sizes[c];
      effect += (sizes[c] / rows) * unseen(seen[c], sizes[c]) * change;
    }
    return effect;
  });
}

/** Change of the mean when the rows of each block are left out of those that others are measured against. */
function effectAsOthers({ cells, rows, blockTotals }: SampledTotals, l: number, offset: number): Float64Array {
  const { runs, blockRuns, targets, weights, clusterSizes } = cells;
  const sizes = clusterSizes[l];
  const partitions = clusterSizes.length;
  const blocks = blockRuns.length - 1;
  const mass = Array.from({ length: blocks }, () => new Float64Array(sizes.length));
  const seen = new Float64Array(sizes.length);
  const blockOf = new Map<number, number>();
  for (let g = 0; g < blocks; g++) {
    for (let r = blockRuns[g] * 3; r < blockRuns[g + 1] * 3; r += 3) {
      const cluster = targets[runs[r + 2] * partitions + l] - offset;
      seen[cluster] += runs[r + 1];
      mass[g][cluster] += weights[runs[r + 2]] * runs[r + 1];
      for (let p = runs[r]; p < runs[r] + runs[r + 1]; p++) blockOf.set(cells.rowOf[p], g);
    }
  }
  const cellAt = cellsAt(rows);
  const effects = new Float64Array(blocks);
  let rowMass = 0;
  const totals = new Float64Array(sizes.length);
  for (let p = 0; p < rows.positions; p++) {
    const cell = cellAt[p];
    if (cell < 0) continue;
    const own = targets[cell * partitions + l] - offset;
    const weight = weights[cell];
    rowMass += weight;
    totals.fill(0);
    for (const part of blockTotals) {
      for (let c = 0; c < sizes.length; c++) totals[c] += part[(offset + c) * rows.positions + p];
    }
    let whole = 0;
    for (let g = -1; g < blocks; g++) {
      let inside = 0;
      let nearest = Infinity;
      for (let c = 0; c < sizes.length; c++) {
        const self = c === own ? weight : 0;
        const mean = totals[c] / (sizes[c] - self);
        let changed = mean;
        if (g >= 0) {
          const left = sizes[c] - self - (mass[g][c] - (blockOf.get(rows.rowOf[p]) === g ? self : 0));
          const without = (totals[c] - blockTotals[g][(offset + c) * rows.positions + p]) / left;
          if (left > sizes[c] * 1e-9) changed = mean + unseen(seen[c], sizes[c]) * (without - mean);
        }
        if (c === own) inside = changed;
        else nearest = Math.min(nearest, changed);
      }
      const value = sizes[own] > weight * (1 + 1e-9) ? silhouetteOf(inside, 2, 1, nearest) : 0;
      if (g < 0) whole = value;
      else effects[g] += weight * (value - whole);
    }
  }
  return effects.map((effect) => effect / rowMass);
}
