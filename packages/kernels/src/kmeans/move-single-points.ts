import { type Hooks, stopIfAsked } from '../hooks.ts';
import { moveRow, sumClusters } from './cluster-sums.ts';
import { type Base, type Problem, squaredDistance } from './problem.ts';

/** What has to be gained, relative to what is there, for a move to be made: above rounding. */
const LEAST_GAIN = 1e-10;

/**
 * Moves single points between clusters while that lowers the sum of squares, in place: unlike Lloyd's iteration it counts that the
 * means follow the point. Source: Hartigan and Wong 1979; Telgarsky and Vattani 2010. Cost at most n x k x d a pass; a point well inside
 * half the way to the nearest other centre costs one distance. Gives true where it ended because no move was left.
 */
export function moveSinglePointsInPlace(
  problem: Problem,
  labels: Int32Array,
  centers: Float64Array,
  maxPasses: number,
  hooks: Hooks = {},
  base: Base | null = null,
): boolean {
  const { points, rows, columns, weights } = problem;
  const clusters = centers.length / columns;
  const cluster = sumClusters(problem, labels, clusters, base);
  const { mass } = cluster;
  const heaviest = weights === null ? 1 : weights.reduce((most, w) => Math.max(most, w), 0);
  const setCenter = (c: number): void => {
    for (let p = c * columns; p < (c + 1) * columns; p++) centers[p] = cluster.sums[p] / mass[c];
  };
  for (let c = 0; c < clusters; c++) if (mass[c] > 0) setCenter(c);
  const safe = safeDistances(centers, columns, mass, heaviest);

  let settled = 0;
  for (let pass = 0; pass < maxPasses; pass++) {
    stopIfAsked(hooks);
    for (let i = 0; i < rows; i++) {
      const next = nextUnsafe(problem, labels, centers, safe, i, Math.min(rows, i + rows - settled));
      settled += next - i;
      if (settled >= rows) return true;
      if (next === rows) break;
      i = next;
      settled++;
      const own = labels[i];
      const at = i * columns;
      const distance = squaredDistance(points, at, centers, own * columns, columns);
      const w = weights === null ? 1 : weights[i];
      if (w === 0 || mass[own] <= w) continue;
      let best = own;
      let least = ((distance * mass[own]) / (mass[own] - w)) * (1 - LEAST_GAIN);
      for (let c = 0; c < clusters; c++) {
        if (c === own) continue;
        const cost = (squaredDistance(points, at, centers, c * columns, columns) * mass[c]) / (mass[c] + w);
        if (cost < least) {
          least = cost;
          best = c;
        }
      }
      if (best === own) continue;
      moveRow(problem, cluster, i, own, best);
      labels[i] = best;
      setCenter(own);
      setCenter(best);
      safe.set(safeDistances(centers, columns, mass, heaviest));
      settled = 0;
    }
  }
  return settled === rows;
}

/** The first row from `from` on, before `end`, that is not well inside its cluster; `end` where there is none. */
function nextUnsafe(
  { points, columns }: Problem,
  labels: Int32Array,
  centers: Float64Array,
  safe: Float64Array,
  from: number,
  end: number,
): number {
  for (let i = from; i < end; i++) {
    const own = labels[i];
    if (squaredDistance(points, i * columns, centers, own * columns, columns) >= safe[own]) return i;
  }
  return end;
}

/**
 * Squared distance to its own centre up to which a point has nothing to gain elsewhere: another centre at distance s is at least s - d
 * away, and a move pays only if that is below d x f, f from the weights of the two clusters.
 */
function safeDistances(centers: Float64Array, columns: number, mass: Float64Array, heaviest: number): Float64Array {
  const safe = new Float64Array(mass.length);
  for (let a = 0; a < mass.length; a++) {
    let least = mass[a] > heaviest ? Infinity : 0;
    for (let b = 0; b < mass.length; b++) {
      if (a === b) continue;
      const apart = Math.sqrt(squaredDistance(centers, a * columns, centers, b * columns, columns));
      const f = Math.sqrt((mass[a] / (mass[a] - heaviest)) * ((mass[b] + heaviest) / mass[b]));
      least = Math.min(least, apart / (1 + f));
    }
    safe[a] = mass[a] > heaviest ? least * least * (1 - 1e-9) : 0;
  }
  return safe;
}
