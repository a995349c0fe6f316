import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan } from '../plan/plan.ts';
import type { Covariance } from './components.ts';
import { addMoments } from './em-pass.ts';
import { isFlat } from './is-flat.ts';
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

/** Where a mixture ended. */
export interface FittedMixture extends MixtureState {
  /** See {@link isFlat}. */
  flat: boolean;
}

/**
 * Fits each mixture: all starts of all of them are independent tasks; the best of each goes on over all rows, a pass in chunks. A start that
 * ended flat is taken only where all did.
 */
export function* fitMixtures(
  { problem, prepared: { floors, deviations, sample } }: { problem: Problem; prepared: PrepareResult },
  specs: MixtureSpec[],
  { starts, seed, maxIterations, tolerance }: MixtureEffort,
  share: number,
): Plan<FittedMixture[]> {
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
  const ended = ran.map((state) => ({ ...state, flat: isFlat(state.components, floors) }));
  const best = specs.map((_, s) =>
    ended.slice(s * starts, (s + 1) * starts).reduce((a, b) => (isBetter(b, a) ? b : a)),
  );
  if (sample === null) return best;
  const options = { rows: problem.rows, floors, deviations, maxIterations, tolerance };
  const fits: FittedMixture[] = [];
  for (const state of best) {
    const fit = yield* goOn(problem, state, options, (share * 0.6) / specs.length);
    fits.push({ ...fit, flat: isFlat(fit.components, floors) });
  }
  return fits;
}

function isBetter(a: FittedMixture, b: FittedMixture): boolean {
  return a.flat === b.flat ? a.logLikelihood > b.logLikelihood : b.flat;
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
