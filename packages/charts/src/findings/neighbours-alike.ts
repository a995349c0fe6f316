import type { Projection } from '@clientele/contracts';

/** So many neighbours say what a place is like; a fifth of all where there are few. */
const mostAsked = 50;
const shareAsked = 0.2;

/** Of the customers drawn nearest to a place, how many are in this segment (-1: in none). Cost n log n. */
export function neighboursAlike(
  { x, y, points }: Pick<Projection, 'x' | 'y' | 'points'>,
  place: { x: number; y: number },
  segment: number,
): { alike: number; of: number } {
  const distances = x.map((left, index) => ({
    index,
    distance: (left - place.x) ** 2 + ((y[index] ?? 0) - place.y) ** 2,
  }));
  const of = Math.min(mostAsked, Math.ceil(distances.length * shareAsked));
  const nearest = distances.sort((a, b) => a.distance - b.distance).slice(0, of);
  return { alike: nearest.filter(({ index }) => (points.segments[index] ?? -1) === segment).length, of };
}
