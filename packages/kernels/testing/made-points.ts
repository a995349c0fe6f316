import fc from 'fast-check';
import { createRandom } from '../src/random/create-random.ts';
import type { Points } from './load-points.ts';

/** Normal clouds around `clusters` centres, the same for the same seed. */
export function clouds(rows: number, columns: number, clusters: number, seed = 1): Points {
  const random = createRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const centers = Array.from({ length: clusters * columns }, () => normal() * 3);
  const points = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const c = random.integer(clusters);
    for (let j = 0; j < columns; j++) points[i * columns + j] = centers[c * columns + j] + normal();
  }
  return { points, rows, columns };
}

/** Small sets of points, on a coarse grid so that ties and duplicates are common. */
export const gridPoints: fc.Arbitrary<Points> = fc
  .record({ rows: fc.integer({ min: 2, max: 24 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc
      .array(fc.integer({ min: -6, max: 6 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((values) => ({ points: Float64Array.from(values), rows, columns })),
  );

/** Points with labels that use every number from 0 up, at least two. */
export const labelledPoints: fc.Arbitrary<Points & { labels: Int32Array }> = gridPoints.chain((points) =>
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: points.rows, maxLength: points.rows }).map((raw) => {
    raw[0] = 0;
    raw[1] = 1;
    const used = [...new Set(raw)].sort((a, b) => a - b);
    return { ...points, labels: Int32Array.from(raw, (label) => used.indexOf(label)) };
  }),
);
