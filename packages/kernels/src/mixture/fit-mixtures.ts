import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import type { Covariance } from './components.ts';
import { addMoments } from './em-pass.ts';
import type { PrepareResult } from './prepare-mixture.ts';
import { type EmOptions, type MixtureState, runEm } from './run-em.ts';
import { chunksOf } from './start-mixture.ts';

/** One mixture to fit. */
export interface MixtureSpec {
  clusters: number;
  covariance: Covariance;
}

/** How to run EM. */
export interface MixtureEffort {
  starts: number;
  seed: number;
  maxIterations: number;
  tolerance: number;
}

/** A run on a sample need not be exact: it goes on over all rows. */
const SAMPLE_TOLERANCE = 1e-5;

/** Fits each mixture: all starts of all of them are independent tasks; the best of each goes on over all rows, a pass in chunks. */
export function* fitMixtures(
  { problem, prepared: { floors, deviations, sample } }: { problem: Problem; prepared: PrepareResult },
  specs: MixtureSpec[],
  { starts, seed, maxIterations, tolerance }: MixtureEffort,
  share: number,
): Plan<MixtureState[]> {
  const ran = yield* each(
    'mixtureStart',
    specs.flatMap((spec) =>
      Array.from({ length: starts }, (_, start) => ({
        problem: sample ?? problem,
        ...spec,
        floors,
        deviations,
        seed,
        start,
        maxIterations,
        tolerance: sample === null ? tolerance : Math.max(tolerance, SAMPLE_TOLERANCE),
      })),
    ),
    share * (sample === null ? 1 : 0.4),
  );
  const best = specs.map((_, s) =>
    ran.slice(s * starts, (s + 1) * starts).reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a)),
  );
  if (sample === null) return best;
  const options = { rows: problem.rows, floors, deviations, maxIterations, tolerance };
  const fits: MixtureState[] = [];
  for (const state of best) {
    fits.push(yield* goOn(problem, state, options, (share * 0.6) / specs.length));
  }
  return fits;
}

/** EM over all rows from where a start on a sample ended. */
function* goOn(
  { points, rows, columns }: Problem,
  from: MixtureState,
  options: EmOptions,
  share: number,
): Plan<MixtureState> {
  const em = runEm(from.components, options);
  let left = share;
  let step = em.next();
  while (!step.done) {
    const densities = step.value;
    const part = left / 20;
    left -= part;
    const chunks = chunksOf(rows, densities.k, columns).map((chunk) => ({ points, ...chunk, densities }));
    step = em.next(addMoments(yield* each('mixturePass', chunks, part)));
  }
  return { ...step.value, iterations: from.iterations + step.value.iterations };
}
