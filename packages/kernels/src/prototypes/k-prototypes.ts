import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { checkStarts } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { checkMixed, copyMixed, levelsOf, type MixedShape, usualGamma } from './mixed-problem.ts';
import { sampleMixed } from './sample-mixed.ts';

/** What k-prototypes needs to know. */
export interface KPrototypesOptions extends MixedShape {
  /** How many clusters to look for. */
  clusters: number;
  /**
   * What a category that differs counts for, beside squared distances of the numbers. `auto`, the default, is half the mean of the columns'
   * standard deviations (Huang 1997, and the package kmodes), meant for standardised columns; 1 where there are no numbers or all are constant.
   */
  gamma?: number | 'auto';
  /** Independent starts; more find a better optimum. */
  starts?: number;
  seed?: number;
  /** Limit of one run. */
  maxIterations?: number;
}

/** A partition around means and modes. */
export interface KPrototypesFit {
  /** The cluster of each row, 0..clusters-1; numbered by their means, first column first, then by their modes. */
  labels: Int32Array;
  /** Clusters found: fewer than asked for where fewer rows differ. */
  clusters: number;
  /** Rows in each cluster. */
  sizes: Int32Array;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
  /** Row-major, clusters x categoricalColumns: the commonest code, the lowest among equals; -1 where no row has a known one. */
  modes: Int32Array;
  /** Sum of squared distances to the own centre, and gamma for each category that is not the own mode. */
  cost: number;
  /** As used. */
  gamma: number;
  iterations: number;
  /** True where every row is at its nearest prototype. */
  converged: boolean;
}

/** Up to so many rows every start sees all; more go through a random sample of as many. */
const ROWS_SEEN = 8_192;

/**
 * K-prototypes for rows of numbers and categories: greedy seeds, passes, then moves of single rows; the best of several starts.
 * Source: Huang 1998, the seeds after Arthur and Vassilvitskii 2007.
 *
 * `numbers` and `categories` are row-major and are not changed; either may have no columns (without numbers it is k-modes). Codes are whole
 * numbers of at least 0 in any numbering; -1 is a missing category: it costs nothing in any cluster and counts for no mode. Above 8,192 rows
 * the starts see a random sample of as many, and the best is carried to all. Cost n x k x d a pass; memory one copy. RangeError for sizes
 * that do not fit and for numbers that are not finite. Throws `Stopped` where `hooks.shouldStop` says so.
 */
export function kPrototypes(
  numbers: Float64Array,
  categories: Int32Array,
  options: KPrototypesOptions,
  hooks: Hooks = {},
): KPrototypesFit {
  return runPlan(planKPrototypes(numbers, categories, options, false), hooks);
}

/** The work of {@link kPrototypes} in parts. */
export function* planKPrototypes(
  numbers: Float64Array,
  categories: Int32Array,
  options: KPrototypesOptions,
  shared: boolean,
): Plan<KPrototypesFit> {
  const { clusters, starts = 10, seed = 1, maxIterations = 100, gamma: asked = 'auto' } = options;
  checkMixed(numbers, categories, options);
  checkCount('clusters', clusters, 1);
  checkStarts(starts, seed, maxIterations);
  if (asked !== 'auto' && !(asked >= 0 && asked < Infinity)) {
    throw new RangeError(`gamma must be auto or a number of at least 0, got ${asked}`);
  }
  const gamma = asked === 'auto' ? usualGamma(numbers, options) : asked;
  const levels = levelsOf(categories, options.categoricalColumns);
  const problem = copyMixed(numbers, categories, options, levels, gamma, shared);
  const seen = sampleMixed(problem, Math.max(ROWS_SEEN, 40 * clusters), seed, shared);
  const ran = yield* each(
    'prototypesStart',
    Array.from({ length: starts }, (_, start) => ({ problem: seen, clusters, seed, start, maxIterations })),
    seen === problem ? 0.9 : 0.6,
  );
  const best = ran.reduce((a, b) => (b.cost < a.cost ? b : a));
  const share = seen === problem ? 0.1 : 0.4;
  const [fit] = yield* each('prototypesFinish', [{ problem, best, maxIterations }], share);
  const modes = fit.modes.map((level, m) => (level < 0 ? -1 : levels[m % options.categoricalColumns][level]));
  return { ...fit, modes, clusters: fit.sizes.length, gamma };
}
