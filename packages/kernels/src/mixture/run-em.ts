import type { Components } from './components.ts';
import type { Densities } from './densities.ts';
import { toDensities } from './densities.ts';
import type { Moments } from './em-pass.ts';
import { extrapolate } from './extrapolate.ts';
import { isFlat } from './is-flat.ts';
import { updateComponents } from './update-components.ts';

/** The scale of the columns, and when to end. */
export interface EmOptions {
  rows: number;
  /** Added to the variance of each column. */
  floors: Float64Array;
  /** Of each column. */
  deviations: Float64Array;
  maxIterations: number;
  /** A run ends once a pass adds less than this a row. */
  tolerance: number;
  /** Whether to end as soon as a component has lost its width. */
  stopsFlat: boolean;
}

/** Where a run of EM ended. */
export interface MixtureState {
  components: Components;
  /** Of the components before the last update. */
  logLikelihood: number;
  iterations: number;
  converged: boolean;
  /** See {@link isFlat}. */
  flat: boolean;
}

/** How far the first leap goes at most, and how that grows where leaps succeed. */
const LEAP = { first: 4, growth: 4 };

/**
 * EM as a generator that asks for passes over the rows: two plain steps, then a leap along them ({@link extrapolate}), which is taken back
 * where it lost likelihood. Every pass counts as an iteration.
 */
export function* runEm(first: Components, options: EmOptions): Generator<Densities, MixtureState, Moments> {
  const { rows, floors, deviations, maxIterations, tolerance } = options;
  const d = floors.length;
  let components = first;
  let limit = LEAP.first;
  let iterations = 0;
  const step = (moments: Moments, from: Densities): Components =>
    updateComponents(moments, from.means, first.covariance, floors);

  for (;;) {
    const zero = toDensities(components, d);
    const before = yield zero;
    const nextComponents = step(before, zero);
    const one = toDensities(nextComponents, d);
    const after = yield one;
    const lastComponents = step(after, one);
    iterations += 2;
    const { logLikelihood } = after;
    const converged = Math.abs(logLikelihood - before.logLikelihood) <= tolerance * rows;
    const flat = isFlat(lastComponents, floors);
    if (converged || iterations >= maxIterations || (flat && options.stopsFlat)) {
      return { components: lastComponents, logLikelihood, iterations, converged, flat };
    }
    const two = toDensities(lastComponents, d);
    const weights: [Float64Array, Float64Array, Float64Array] = [
      components.weights,
      nextComponents.weights,
      lastComponents.weights,
    ];
    components = lastComponents;
    if (zero.k !== two.k) continue;
    const leap = extrapolate([zero, one, two], weights, deviations, limit);
    if (leap.length === 1) continue;
    const leapt = yield leap.densities;
    iterations++;
    if (leapt.logLikelihood >= logLikelihood) {
      components = step(leapt, leap.densities);
      if (leap.length === limit) limit *= LEAP.growth;
    } else limit = Math.max(LEAP.first, limit / LEAP.growth);
  }
}
