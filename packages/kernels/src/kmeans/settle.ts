import type { Hooks } from '../hooks.ts';
import { simd } from '../simd/simd.ts';
import { sumOfSquares } from './cluster-sums.ts';
import { settleCompiled } from './compiled.ts';
import { isOut, lloydBounded } from './lloyd-bounded.ts';
import { moveSinglePointsInPlace } from './move-single-points.ts';
import type { Base, Fixed, Problem } from './problem.ts';

/** Passes of single moves at most; a handful is usual. */
const MOVE_PASSES = 100;

/** How to settle. */
export interface SettleOptions {
  maxIterations: number;
  /** False ends with Lloyd's iteration. */
  moves?: boolean;
  /** The rows that are left out because they stay where they are. */
  base?: Base | null;
}

/** A fixed point and its sum of squares (of the rows looked at). */
export interface Settled extends Fixed {
  inertia: number;
}

/**
 * Lloyd's iteration and then single moves, each to its end; in compiled loops where there are any, with the same bits. With a base it is
 * converged only where the centres stayed within its reach.
 */
export function settle(
  problem: Problem,
  centers: Float64Array,
  { maxIterations, moves = true, base = null }: SettleOptions,
  hooks: Hooks,
): Settled {
  const loops = simd();
  if (loops !== null) {
    return settleCompiled(loops, problem, centers, { maxIterations, movePasses: moves ? MOVE_PASSES : 0, base }, hooks);
  }
  const clusters = centers.length / problem.columns;
  const fixed = lloydBounded(problem, centers, clusters, maxIterations, hooks, { scans: 0 }, base);
  if (fixed.converged && moves) {
    fixed.converged = moveSinglePointsInPlace(problem, fixed.labels, fixed.centers, MOVE_PASSES, hooks, base);
    if (base !== null && isOut(fixed.centers, centers, problem.columns, base)) fixed.converged = false;
  }
  return { ...fixed, inertia: sumOfSquares(problem, fixed.labels, fixed.centers) };
}
