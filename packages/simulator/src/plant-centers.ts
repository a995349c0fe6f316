import { createRandom, mixSeed } from './random.ts';

const tries = 400;

/**
 * Centres in the cube from 0.18 to 0.82, row-major: each is the one of many random points that lies farthest from
 * those before it (best-candidate sampling, Mitchell 1991).
 */
export function plantCenters(seed: number, groups: number, columns: number): Float64Array {
  const random = createRandom(mixSeed(seed, groups, columns));
  const centers = new Float64Array(groups * columns);
  for (let group = 0; group < groups; group++) {
    let farthest = -1;
    for (let attempt = 0; attempt < tries; attempt++) {
      const point = Float64Array.from({ length: columns }, () => 0.18 + 0.64 * random.next());
      const distance = nearestDistance(centers, group, point);
      if (distance <= farthest) continue;
      farthest = distance;
      centers.set(point, group * columns);
      if (group === 0) break;
    }
  }
  return centers;
}

/** Squared distance to the nearest of the first centres; 0 where there is none. */
function nearestDistance(centers: Float64Array, count: number, point: Float64Array): number {
  let nearest = count === 0 ? 0 : Number.POSITIVE_INFINITY;
  for (let group = 0; group < count; group++) {
    const distance = point.reduce((sum, x, c) => sum + (x - centers[group * point.length + c]!) ** 2, 0);
    nearest = Math.min(nearest, distance);
  }
  return nearest;
}
