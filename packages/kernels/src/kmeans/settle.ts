import type { Hooks } from '../hooks.ts';
import { lloydBounded } from './lloyd-bounded.ts';
import { moveSinglePointsInPlace } from './move-single-points.ts';
import type { Fixed, Problem } from './problem.ts';

/** Passes of single moves at most; a handful is usual. */
const MOVE_PASSES = 100;

/** Lloyd's iteration and then single moves, each to its end. */
export function settle(problem: Problem, centers: Float64Array, maxIterations: number, hooks: Hooks): Fixed {
  const fixed = lloydBounded(problem, centers, centers.length / problem.columns, maxIterations, hooks);
  if (fixed.converged)
    fixed.converged = moveSinglePointsInPlace(problem, fixed.labels, fixed.centers, MOVE_PASSES, hooks);
  return fixed;
}
