import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { COVARIANCES, type Covariance, checkCovariance, countParameters } from './components.ts';
import { fitMixtures } from './fit-mixtures.ts';
import {
  checkEffort,
  finishMixture,
  type GaussianMixtureFit,
  type GaussianMixtureOptions,
  MIXTURE_DEFAULTS,
  rowsSeen,
} from './gaussian-mixture.ts';

/** Which mixtures to try. */
export interface ChooseMixtureOptions extends Omit<GaussianMixtureOptions, 'clusters' | 'covariance'> {
  /** Fewest components, at least 1. */
  from: number;
  /** Most components. */
  to: number;
  /** All four unless given. */
  covariances?: Covariance[];
}

/** One mixture and how well it describes the rows for its number of parameters. */
export interface MixtureCandidate {
  /** Components asked for. */
  clusters: number;
  /** Components found. */
  components: number;
  covariance: Covariance;
  logLikelihood: number;
  bic: number;
  aic: number;
  converged: boolean;
  /** See {@link GaussianMixtureFit}. */
  flat: boolean;
  held: boolean;
}

/** The table, each number of clusters with each covariance, and the fit with the smallest BIC of those that are not flat, if any. */
export interface MixtureChoice {
  candidates: MixtureCandidate[];
  /** Where in `candidates` that BIC is, the first among equals; and the smallest AIC of the same. */
  bestByBic: number;
  bestByAic: number;
  /** The fit of `candidates[bestByBic]`. */
  best: GaussianMixtureFit;
}

/**
 * Mixtures of Gaussians with each number of components and each kind of covariance, with BIC and AIC: smaller is better.
 * Source: Fraley and Raftery 2002 for the choice by BIC. The figures are those of the last pass of EM; the fit of the best is complete.
 * Each fit equals {@link gaussianMixture} with the same options. Cost: the fits.
 */
export function chooseMixture(points: Float64Array, options: ChooseMixtureOptions, hooks: Hooks = {}): MixtureChoice {
  return runPlan(planChooseMixture(points, options, false), hooks);
}

/** The work of {@link chooseMixture} in parts. */
export function* planChooseMixture(
  points: Float64Array,
  options: ChooseMixtureOptions,
  shared: boolean,
): Plan<MixtureChoice> {
  const { rows, columns, from, to, covariances = COVARIANCES, ...effort } = { ...MIXTURE_DEFAULTS, ...options };
  checkCount('from', from, 1);
  checkCount('to', to, from);
  if (covariances.length === 0) throw new RangeError('covariances must name at least one kind, got none');
  for (const covariance of covariances) checkCovariance(covariance);
  checkEffort(effort);
  const problem = copyProblem(points, { rows, columns }, shared);
  const { regularisation, seed } = effort;
  const specs = Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((clusters) =>
    covariances.map((covariance) => ({ clusters, covariance })),
  );
  const seen = rowsSeen(to, columns);
  const [prepared] = yield* each('mixturePrepare', [{ problem, regularisation, seen, seed, shared }], 0.02);
  const states = yield* fitMixtures({ problem, prepared }, specs, effort, 0.93);
  const candidates = specs.map((spec, s): MixtureCandidate => {
    const { components, logLikelihood, converged, flat, held } = states[s];
    const found = components.weights.length;
    const parameters = countParameters(spec.covariance, found, columns);
    const bic = parameters * Math.log(rows) - 2 * logLikelihood;
    return {
      ...spec,
      components: found,
      logLikelihood,
      bic,
      aic: 2 * parameters - 2 * logLikelihood,
      converged,
      flat,
      held,
    };
  });
  const isAnyWide = candidates.some(({ flat }) => !flat);
  const among = candidates.map(({ flat }) => !(flat && isAnyWide));
  const bestByBic = smallest(candidates.map(({ bic }, at) => (among[at] ? bic : Infinity)));
  const bestByAic = smallest(candidates.map(({ aic }, at) => (among[at] ? aic : Infinity)));
  const best = yield* finishMixture(problem, states[bestByBic], 0.05);
  return { candidates, bestByBic, bestByAic, best };
}

function smallest(values: number[]): number {
  return values.reduce((best, value, at) => (value < values[best] ? at : best), 0);
}
