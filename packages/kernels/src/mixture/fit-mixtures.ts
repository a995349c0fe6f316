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

/** A start need not be exact: the best goes on over all rows. */
const START_TOLERANCE = 1e-5;

/** Where a mixture ended. */
export interface FittedMixture extends MixtureState {
  /** True where the components were held as wide as the rounding of the values. */
  held: boolean;
}

/**
 * Fits each mixture: all starts of all of them are independent tasks; the best of each goes on over all rows, a pass in chunks. A start that
 * ended flat is taken only where all did; then all are run once more with components held as wide as {@link roundingVariances} says.
 */
export function* fitMixtures(
  { problem, prepared }: { problem: Problem; prepared: PrepareResult },
  specs: MixtureSpec[],
  effort: MixtureEffort,
  share: number,
): Plan<FittedMixture[]> {
  const { floors, deviations, sample } = prepared;
  const seen = sample ?? problem;
  const best = yield* bestStarts(seen, specs, { ...effort, floors, deviations, stopsFlat: true }, share * 0.4);
  const flat = specs.filter((_, s) => best[s].flat);
  let wide = floors;
  if (flat.length > 0) {
    const [rounding] = yield* each('mixtureRounding', [seen], share * 0.01);
    wide = floors.map((floor, j) => Math.max(floor, rounding[j]));
    const again = yield* bestStarts(
      seen,
      flat,
      { ...effort, floors: wide, deviations, stopsFlat: false },
      share * 0.29,
    );
    flat.forEach((spec, f) => {
      best[specs.indexOf(spec)] = { ...again[f], held: true };
    });
  }
  const fits: FittedMixture[] = [];
  for (const { held, ...state } of best) {
    const options = { ...effort, rows: problem.rows, deviations, floors: held ? wide : floors, stopsFlat: false };
    fits.push({ ...(yield* goOn(problem, state, options, (share * 0.3) / specs.length)), held });
  }
  return fits;
}

/** The best start of each mixture, near its end. */
function* bestStarts(
  problem: Problem,
  specs: MixtureSpec[],
  { starts, tolerance, ...how }: MixtureEffort & Pick<EmOptions, 'floors' | 'deviations' | 'stopsFlat'>,
  share: number,
): Plan<FittedMixture[]> {
  const ran = yield* each(
    'mixtureStart',
    specs.flatMap((spec) =>
      Array.from({ length: starts }, (_, start) => ({
        problem,
        ...spec,
        ...how,
        start,
        tolerance: Math.max(tolerance, START_TOLERANCE),
      })),
    ),
    share,
  );
  const ended = ran.map((state) => ({ ...state, held: false }));
  return specs.map((_, s) => ended.slice(s * starts, (s + 1) * starts).reduce((a, b) => (isBetter(b, a) ? b : a)));
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
