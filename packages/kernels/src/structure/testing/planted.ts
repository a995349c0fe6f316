import type { Points } from '../../../testing/load-points.ts';
import { createRandom } from '../../random/create-random.ts';

/** Round normal clouds, the first at 0 and each next one `apart` along a column of its own, in order of cloud. */
export function planted(seed: number, sizes: number[], columns: number, apart: number): Points {
  const random = createRandom(seed, 99);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const points: number[] = [];
  sizes.forEach((size, cloud) => {
    const column = (cloud - 1) % columns;
    const far = apart * (1 + Math.floor((cloud - 1) / columns));
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < columns; j++) points.push(normal() + (cloud > 0 && j === column ? far : 0));
    }
  });
  return { points: Float64Array.from(points), rows: points.length / columns, columns };
}

/** Points evenly at random between 0 and 1. */
export function even(seed: number, rows: number, columns: number): Points {
  const random = createRandom(seed, 98);
  return { points: Float64Array.from({ length: rows * columns }, () => random.next()), rows, columns };
}
