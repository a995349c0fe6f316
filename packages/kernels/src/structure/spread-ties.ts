import type { Problem } from '../kmeans/problem.ts';
import { createRandom } from '../random/create-random.ts';

/** A column with fewer distinct values than this share of its rows is rounded, or counts something. */
const FEW_VALUES = 0.5;

/**
 * Spreads the values of rounded columns evenly over what they were rounded from: half way to the next value on either side, and no
 * farther than the other side's gap. So steps between counts are no valleys, and gaps wider than the steps stay. Each column draws from its own
 * stream of the seed. Cost n log n x d.
 */
export function spreadTiesInPlace({ points, rows, columns }: Problem, seed: number): void {
  for (let j = 0; j < columns; j++) {
    const sorted = Float64Array.from({ length: rows }, (_, i) => points[i * columns + j]).sort();
    const values = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
    if (values.length < 2 || values.length >= FEW_VALUES * rows) continue;
    const random = createRandom(seed, -14, j);
    const placeOf = new Map(Array.from(values, (value, v) => [value, v]));
    const gap = (v: number): number => values[v + 1] - values[v];
    for (let i = 0; i < rows; i++) {
      const v = placeOf.get(points[i * columns + j]) ?? 0;
      const below = v > 0 ? gap(v - 1) : gap(v);
      const above = v + 1 < values.length ? gap(v) : gap(v - 1);
      const low = Math.min(below / 2, above);
      const high = Math.min(above / 2, below);
      points[i * columns + j] += random.next() * (low + high) - low;
    }
  }
}
