import { createRandom } from '../src/random/create-random.ts';
import type { Points } from './load-points.ts';

/** Points drawn around known centres, made like the well-known benchmark sets of Fränti and Sieranoja 2018. */
export interface HardSet extends Points {
  name: string;
  clusters: number;
  /** Row-major, clusters x columns: what the points were drawn around. */
  truth: Float64Array;
}

interface Group {
  center: number[];
  deviation: number;
  count: number;
}

/** S1-S4: 5,000 points in 15 normal groups of growing overlap (1..4). */
export function overlapSet(overlap: number, seed: number): HardSet {
  const random = createRandom(seed, 1, overlap);
  const deviation = [0.028, 0.04, 0.055, 0.075][overlap - 1];
  const centers = apart(15, 0.17, random.next);
  return draw(
    `S${overlap}`,
    centers.map((center, c) => ({ center, deviation, count: c < 5 ? 334 : 333 })),
    seed,
  );
}

/** A1-A3: 20, 35 or 50 round groups of 150 points each. */
export function growingSet(clusters: number, seed: number): HardSet {
  const random = createRandom(seed, 2, clusters);
  const side = Math.sqrt(clusters);
  const centers = apart(clusters, 0.68 / side, random.next);
  return draw(
    `A${clusters}`,
    centers.map((center) => ({ center, deviation: 0.14 / side, count: 150 })),
    seed,
  );
}

/** Birch1: groups on a square grid. */
export function gridSet(side: number, each: number, seed: number): HardSet {
  const groups = Array.from({ length: side * side }, (_, c) => ({
    center: [c % side, Math.floor(c / side)],
    deviation: 0.25,
    count: each,
  }));
  return draw(`grid ${side}x${side}`, groups, seed);
}

/** Unbalance: three dense groups of 2,000 points and five wide ones of 100 far away. */
export function unbalancedSet(seed: number): HardSet {
  const dense = [
    [0, 0],
    [0.03, 0.04],
    [0.06, 0],
  ].map((center) => ({ center, deviation: 0.008, count: 2_000 }));
  const wide = [
    [0.6, 0.1],
    [0.8, 0.1],
    [0.7, 0.25],
    [0.6, 0.4],
    [0.8, 0.4],
  ];
  return draw('unbalance', [...dense, ...wide.map((center) => ({ center, deviation: 0.03, count: 100 }))], seed);
}

/** Dim: 16 well separated groups of 64 points in many columns. */
export function wideSet(columns: number, seed: number): HardSet {
  const random = createRandom(seed, 3, columns);
  const groups = Array.from({ length: 16 }, () => ({
    center: Array.from({ length: columns }, () => random.next()),
    deviation: 0.03,
    count: 64,
  }));
  return draw(`dim ${columns}`, groups, seed);
}

/** Places in the unit square at least so far from each other, or as far as can be had. */
function apart(count: number, least: number, next: () => number): number[][] {
  const places: number[][] = [];
  for (let distance = least; places.length < count; distance *= 0.999) {
    const place = [next(), next()];
    if (places.every((other) => Math.hypot(place[0] - other[0], place[1] - other[1]) >= distance)) places.push(place);
  }
  return places;
}

function draw(name: string, groups: Group[], seed: number): HardSet {
  const random = createRandom(seed, 4, groups.length);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  const rows = groups.flatMap(({ center, deviation, count }) =>
    Array.from({ length: count }, () => center.map((value) => value + deviation * normal())),
  );
  for (let i = rows.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  return {
    name,
    clusters: groups.length,
    truth: Float64Array.from(groups.flatMap(({ center }) => center)),
    points: Float64Array.from(rows.flat()),
    rows: rows.length,
    columns: rows[0].length,
  };
}
