import { dipTailPValue } from './dip-p-value.ts';
import { dipOfSorted } from './dip-statistic.ts';

/** Two neighbouring clusters, and whether there is a valley between them. */
export interface ValleyEdge {
  a: number;
  b: number;
  /** Rows looked at. */
  rows: number;
  dip: number;
  pValue: number;
}

/** Centres, and how all rows and all centres lie to them: products of vectors are all that the tests need. */
export interface ValleyField {
  rows: number;
  clusters: number;
  /** Row-major, rows x clusters. */
  along: Float64Array;
  /** Row-major, clusters x clusters. */
  gram: Float64Array;
  /** The clusters that still stand. */
  standing: number[];
  /** Room for the places of one pair. */
  places: Float64Array;
}

/** How far beyond the two centres rows are looked at, in distances of the centres. */
const BEYOND = 0.5;

/** Points and centres made ready. Cost n x k x d. */
export function valleyField(points: Float64Array, columns: number, centers: Float64Array): ValleyField {
  const rows = points.length / columns;
  const clusters = centers.length / columns;
  return {
    rows,
    clusters,
    along: products(points, rows, centers, clusters, columns),
    gram: products(centers, clusters, centers, clusters, columns),
    standing: Array.from({ length: clusters }, (_, c) => c),
    places: new Float64Array(rows),
  };
}

/**
 * The dip test between two neighbouring centres, of the places of rows along the line through both; null where a third centre lies in the ball
 * between them, so that they are no neighbours (Gabriel and Sokal 1969). Rows count that lie between the two ends, and on the near side of the
 * plane halfway from each other centre to the line: a convex region, whatever the labels, so the places have one peak wherever the
 * density is log-concave (Prekopa 1973), and no border between clusters can look like a valley. Cost n x k and a sort.
 */
export function valleyEdge(field: ValleyField, a: number, b: number): ValleyEdge | null {
  const planes = planesAround(field, a, b);
  if (planes === null) return null;
  const used = placesBetween(field, a, b, planes);
  const places = balanced(field.places.subarray(0, used).sort());
  const dip = places.length === 0 ? 0 : dipOfSorted(places).dip;
  return { a, b, rows: places.length, dip, pValue: dipTailPValue(Math.min(0.5, dip), places.length) };
}

/** Leaves out the far end of the side that has too many rows: the dip is a share of all, and a small group would drown beside a large one. */
function balanced(places: Float64Array): Float64Array {
  let left = 0;
  while (left < places.length && places[left] < 0.5) left++;
  const right = places.length - left;
  const most = Math.min(left, right);
  return places.subarray(left - most, left + most);
}

/** Puts cluster b into a, whose centre becomes the mean of both by their sizes. */
export function mergeInPlace(
  { rows, clusters, along, gram, standing }: ValleyField,
  a: number,
  b: number,
  sizes: Float64Array,
): void {
  const share = sizes[b] / (sizes[a] + sizes[b]);
  for (let i = 0; i < rows; i++) mix(along, i * clusters + a, i * clusters + b, share);
  for (let c = 0; c < clusters; c++) mix(gram, c * clusters + a, c * clusters + b, share);
  for (let c = 0; c < clusters; c++) mix(gram, a * clusters + c, b * clusters + c, share);
  sizes[a] += sizes[b];
  standing.splice(standing.indexOf(b), 1);
}

function mix(values: Float64Array, into: number, from: number, share: number): void {
  values[into] += share * (values[from] - values[into]);
}

/** The plane halfway between another centre c and the nearest point p of the line from a to b: x (c - p) is at most `limit`. */
interface Plane {
  other: number;
  /** Where p is between a (0) and b (1). */
  at: number;
  limit: number;
}

/** Null where the two are no neighbours. */
function planesAround({ gram, clusters, standing }: ValleyField, a: number, b: number): Plane[] | null {
  const g = (i: number, j: number): number => gram[i * clusters + j];
  const length = g(a, a) - 2 * g(a, b) + g(b, b);
  if (!(length > 0)) return null;
  const planes: Plane[] = [];
  for (const c of standing) {
    if (c === a || c === b) continue;
    const toA = g(a, a) - 2 * g(a, c) + g(c, c);
    const toB = g(b, b) - 2 * g(b, c) + g(c, c);
    // The ball over a and b: the angle at c is blunt.
    if (toA + toB < length) return null;
    const at = Math.min(1, Math.max(0, (g(c, b) - g(c, a) - g(a, b) + g(a, a)) / length));
    const pp = (1 - at) ** 2 * g(a, a) + 2 * at * (1 - at) * g(a, b) + at * at * g(b, b);
    planes.push({ other: c, at, limit: (g(c, c) - pp) / 2 });
  }
  return planes;
}

/** Writes the places, 0 at a and 1 at b, of the rows in the region; answers how many. */
function placesBetween(
  { along, rows, clusters, gram, places }: ValleyField,
  a: number,
  b: number,
  planes: Plane[],
): number {
  const aa = gram[a * clusters + a];
  const ab = gram[a * clusters + b];
  const length = aa - 2 * ab + gram[b * clusters + b];
  let used = 0;
  for (let i = 0, row = 0; i < rows; i++, row += clusters) {
    const xa = along[row + a];
    const xb = along[row + b];
    const place = (xb - xa - ab + aa) / length;
    if (!(place >= -BEYOND && place <= 1 + BEYOND)) continue;
    let isInside = true;
    for (let p = 0; p < planes.length && isInside; p++) {
      const { other, at, limit } = planes[p];
      isInside = along[row + other] - (1 - at) * xa - at * xb <= limit;
    }
    if (isInside) places[used++] = place;
  }
  return used;
}

/** The products of all rows of one matrix with all rows of another, row-major. */
function products(a: Float64Array, rowsA: number, b: Float64Array, rowsB: number, columns: number): Float64Array {
  const into = new Float64Array(rowsA * rowsB);
  for (let i = 0, at = 0; i < rowsA; i++) {
    for (let j = 0; j < rowsB; j++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += a[i * columns + c] * b[j * columns + c];
      into[at++] = sum;
    }
  }
  return into;
}
