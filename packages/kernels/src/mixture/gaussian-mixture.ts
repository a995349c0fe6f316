import { checkCount } from '../checks/check-points.ts';
import { numberByMeans } from '../clusters/number-by-means.ts';
import type { Hooks } from '../hooks.ts';
import { checkStarts, copyProblem } from '../kmeans/kmeans.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { assignChunks } from './assign-chunks.ts';
import { type Components, type Covariance, checkCovariance, countParameters, pickComponents } from './components.ts';
import { type FittedMixture, fitMixtures } from './fit-mixtures.ts';

/** What a mixture of Gaussians needs to know. */
export interface GaussianMixtureOptions {
  rows: number;
  columns: number;
  /** How many components to fit. */
  clusters: number;
  /** `full` unless given. */
  covariance?: Covariance;
  /** Independent starts; more find a better optimum. */
  starts?: number;
  seed?: number;
  /** Limit of one run of EM. */
  maxIterations?: number;
  /** A run ends once a pass adds less than this to the mean log-likelihood of a row. */
  tolerance?: number;
  /** This part of each column's variance is added to its variance in each component, so that none collapses. Above 0. */
  regularisation?: number;
}

/** A mixture of Gaussians and what it says of the rows. */
export interface GaussianMixtureFit extends Components {
  /** The component of the largest posterior of each row; numbered by the means of their rows, first column first. */
  labels: Int32Array;
  /** Labels in use. */
  clusters: number;
  /** Rows of each label. */
  sizes: Int32Array;
  /** Components found: fewer than asked where some died out. Those that win no row are numbered last, from `clusters` on. */
  components: number;
  /** Of all rows together, natural logarithm. */
  logLikelihood: number;
  /** p ln n - 2 ln L and 2 p - 2 ln L with p free parameters: smaller is better. */
  bic: number;
  aic: number;
  /** Row-major, rows x components; each row sums to 1. */
  posteriors: Float64Array;
  iterations: number;
  /** True where the last pass gained less than `tolerance` a row. */
  converged: boolean;
  /** True where a component has no width even so: likelihood, BIC and AIC then say little. */
  flat: boolean;
  /** True where every start ended with a component of no width, on values that repeat, and all were held as wide as the rounding of the values. */
  held: boolean;
}

/** Up to so many rows every start sees all; more go through a random sample of as many. */
export const ROWS_SEEN = 8_192;

/** What {@link gaussianMixture} does unless told otherwise. */
export const MIXTURE_DEFAULTS = { starts: 10, seed: 1, maxIterations: 500, tolerance: 1e-6, regularisation: 1e-6 };

/**
 * Mixture of Gaussians by expectation and maximisation; the best of several starts, the first from k-means. A start in which a component
 * loses all width does not count; where all do, components are held as wide as the rounding of the values ({@link roundingVariances}).
 * Source: Dempster, Laird and Rubin 1977, its steps lengthened after Varadhan and Roland 2008; BIC of Schwarz 1978, AIC of Akaike 1974,
 * their parameters counted as in scikit-learn.
 *
 * `points` is row-major and is not changed. Each start draws from its own stream of (seed, clusters, start). Above 8,192 rows the starts
 * see a random sample of as many, and the best is carried to all rows. Cost about n x k x d² a pass; memory one copy of the points and
 * k + 1 numbers a row. RangeError for sizes that do not fit, and for numbers that are not finite, naming row and column. Throws `Stopped`
 * where `hooks.shouldStop` says so.
 */
export function gaussianMixture(
  points: Float64Array,
  options: GaussianMixtureOptions,
  hooks: Hooks = {},
): GaussianMixtureFit {
  return runPlan(planGaussianMixture(points, options, false), hooks);
}

/** The work of {@link gaussianMixture} in parts. */
export function* planGaussianMixture(
  points: Float64Array,
  options: GaussianMixtureOptions,
  shared: boolean,
): Plan<GaussianMixtureFit> {
  const { clusters, covariance = 'full', ...effort } = { ...MIXTURE_DEFAULTS, ...options };
  checkCount('clusters', clusters, 1);
  checkCovariance(covariance);
  checkEffort(effort);
  const { regularisation, seed } = effort;
  const problem = copyProblem(points, { rows: options.rows, columns: options.columns }, shared);
  const seen = rowsSeen(clusters, problem.columns);
  const [prepared] = yield* each('mixturePrepare', [{ problem, regularisation, seen, seed, shared }], 0.02);
  const [state] = yield* fitMixtures({ problem, prepared }, [{ clusters, covariance }], effort, 0.9);
  return yield* finishMixture(problem, state, 0.08);
}

/** Checks what all calls share. */
export function checkEffort({ starts, seed, maxIterations, tolerance, regularisation }: typeof MIXTURE_DEFAULTS): void {
  checkStarts(starts, seed, maxIterations);
  if (!(tolerance >= 0 && tolerance < Infinity)) throw new RangeError(`tolerance must be at least 0, got ${tolerance}`);
  if (!(regularisation > 0 && regularisation < Infinity)) {
    throw new RangeError(`regularisation must be a number above 0, got ${regularisation}`);
  }
}

/** Rows a start needs to see: more where there are many parameters. */
export function rowsSeen(clusters: number, columns: number): number {
  return Math.max(ROWS_SEEN, 20 * clusters * (columns + 1));
}

/** Renumbering moves only rows that two components claim alike, so it settles at once but for those. */
const RENUMBERINGS = 4;

/** Posteriors and labels of all rows under the components of a run, everything numbered by the labels' means. */
export function* finishMixture(problem: Problem, state: FittedMixture, share: number): Plan<GaussianMixtureFit> {
  const { rows, columns } = problem;
  const own = { rows: state.components.weights.length, columns };
  const byMeans = numberByMeans(state.components.means, { ...own, labels: Int32Array.from(Array(own.rows).keys()) });
  let components = pickComponents(state.components, columns, inverse(byMeans.numberOf));
  let found = yield* assignChunks(problem, components, share / 2);
  for (let tries = 0; tries < RENUMBERINGS; tries++) {
    const order = orderOf(problem, found.labels, own.rows);
    if (order.every((c, at) => c === at)) break;
    components = pickComponents(components, columns, order);
    found = yield* assignChunks(problem, components, share / 2 / RENUMBERINGS);
  }
  const { labels, logLikelihood, posteriors } = found;
  const sizes = new Int32Array(own.rows);
  for (let i = 0; i < rows; i++) sizes[labels[i]]++;
  const clusters = sizes.filter((size) => size > 0).length;
  const parameters = countParameters(components.covariance, own.rows, columns);
  return {
    labels,
    clusters,
    sizes: sizes.slice(0, clusters),
    components: own.rows,
    ...components,
    logLikelihood,
    bic: parameters * Math.log(rows) - 2 * logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    posteriors,
    iterations: state.iterations,
    converged: state.converged,
    flat: state.flat,
    held: state.held,
  };
}

/** Components by the means of the rows they win, then, as they stand, those that win none. */
function orderOf({ points, rows, columns }: Problem, labels: Int32Array, components: number): number[] {
  const { numberOf } = numberByMeans(points, { rows, columns, labels });
  const rank = (c: number): number => ((numberOf[c] ?? -1) >= 0 ? numberOf[c] : components + c);
  return Array.from({ length: components }, (_, c) => c).sort((a, b) => rank(a) - rank(b));
}

function inverse(numberOf: Int32Array): number[] {
  const order = new Array<number>(numberOf.length);
  numberOf.forEach((number, c) => {
    order[number] = c;
  });
  return order;
}
