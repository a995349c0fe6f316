import { type Hooks, stopIfAsked } from '../hooks.ts';
import type { Random } from '../random/create-random.ts';
import type { Simd } from '../simd/simd.ts';
import { roundingOf } from './lloyd-bounded.ts';
import type { Base, Fixed, Problem } from './problem.ts';

/** Point-centre-column steps between two looks at the hooks: a few milliseconds. */
const STEPS_A_CALL = 4e6;

/** A problem laid out in the memory of the compiled loops (simd/kmeans.ts), one block after the other. */
interface Layout {
  labels: Int32Array;
  /** Row-major, clusters x columns; then come the base's mass and sums and what the loops keep for themselves. */
  centers: Float64Array;
  base: Float64Array;
  /** Weight of each cluster, then the sums. */
  sums: Float64Array;
  moved: Float64Array;
  /** Row numbers of a scan, in the place of the gaps. */
  open: Int32Array;
  /** Numbers for k-means++. */
  draws: Float64Array;
}

/**
 * {@link lloydBounded} and then, where it converged, {@link moveSinglePointsInPlace} in compiled loops: the same operations in the same
 * order and so the same bits. `movePasses` 0 leaves the single moves out.
 */
export function settleCompiled(
  loops: Simd,
  problem: Problem,
  initial: Float64Array,
  { maxIterations, movePasses, base }: { maxIterations: number; movePasses: number; base: Base | null },
  hooks: Hooks,
): Fixed & { inertia: number } {
  const { rows, columns, points } = problem;
  const clusters = initial.length / columns;
  const layout = layOut(loops, problem, clusters, 0);
  layout.centers.set(initial);
  layout.base.fill(0);
  if (base !== null) {
    layout.base.set(base.mass);
    layout.base.set(base.sums, clusters);
  }
  const most = Math.max(1, Math.floor(STEPS_A_CALL / (rows * clusters * columns)));
  let iterations = 0;
  let converged = false;
  let isUsable = loops.lloydBegin(base?.rounding ?? roundingOf(points), base?.reach ?? Infinity) !== 0;
  while (isUsable && !converged && iterations < maxIterations) {
    stopIfAsked(hooks);
    const asked = Math.min(most, maxIterations - iterations);
    const made = loops.lloydSteps(asked);
    converged = made < 0;
    isUsable = made <= asked;
    iterations += isUsable ? Math.abs(made) : made - asked;
  }
  if (converged && movePasses > 0) {
    loops.movesBegin();
    converged = false;
    for (let pass = 0; pass < movePasses && !converged; pass++) {
      stopIfAsked(hooks);
      converged = loops.movesPass() !== 0;
    }
    if (base !== null && loops.isOut() !== 0) converged = false;
  }
  const inertia = loops.kmeansCost();
  return { labels: layout.labels.slice(), centers: layout.centers.slice(), iterations, converged, inertia };
}

/** {@link scanRows} in compiled loops; the labels are a view to be copied at once. */
export function scanCompiled(
  loops: Simd,
  problem: Problem,
  centers: Float64Array,
  reach: number,
  slack: number,
): { labels: Int32Array; open: Int32Array; mass: Float64Array; sums: Float64Array; cost: number } {
  const { columns } = problem;
  const clusters = centers.length / columns;
  const layout = layOut(loops, problem, clusters, 0);
  layout.centers.set(centers);
  const open = loops.scanAll(reach, slack);
  return {
    labels: layout.labels,
    open: layout.open.slice(0, open),
    mass: layout.sums.slice(0, clusters),
    sums: layout.sums.slice(clusters),
    cost: layout.moved[0],
  };
}

/** Greedy k-means++ in compiled loops: the same centres as {@link seedCenters}. */
export function seedCompiled(
  loops: Simd,
  problem: Problem,
  clusters: number,
  tries: number,
  random: Random,
): Float64Array {
  const layout = layOut(loops, problem, clusters, 1 + (clusters - 1) * tries);
  for (let i = 0; i < layout.draws.length; i++) layout.draws[i] = random.next();
  const found = loops.kmeansSeed(layout.draws.byteOffset, tries);
  return layout.centers.slice(0, found * problem.columns);
}

function layOut(loops: Simd, { points, rows, columns, weights }: Problem, clusters: number, drawn: number): Layout {
  const block = clusters * columns;
  const pointsAt = 16;
  const weightsAt = pointsAt + points.length * 8;
  const gapAt = weightsAt + (weights === null ? 0 : rows * 8);
  const lowerAt = gapAt + rows * 8;
  const centersAt = lowerAt + rows * 8;
  // Centres, base, sums and origins: four times clusters x columns; five numbers a cluster; centres packed in pairs.
  const drawsAt = centersAt + (4 * block + 5 * clusters + (clusters + 1) * columns + 2) * 8;
  const labelsAt = drawsAt + drawn * 8;
  const memory = loops.reserve(labelsAt + rows * 4);
  new Float64Array(memory, pointsAt, points.length).set(points);
  if (weights !== null) new Float64Array(memory, weightsAt, rows).set(weights);
  loops.kmeansBind(
    pointsAt,
    weights === null ? 0 : weightsAt,
    rows,
    columns,
    clusters,
    labelsAt,
    gapAt,
    lowerAt,
    centersAt,
  );
  return {
    labels: new Int32Array(memory, labelsAt, rows),
    centers: new Float64Array(memory, centersAt, block),
    base: new Float64Array(memory, centersAt + block * 8, clusters + block),
    sums: new Float64Array(memory, centersAt + (2 * block + clusters) * 8, clusters + block),
    moved: new Float64Array(memory, centersAt + (3 * block + 4 * clusters) * 8, clusters),
    open: new Int32Array(memory, gapAt, rows),
    draws: new Float64Array(memory, drawsAt, drawn),
  };
}
