import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import type { FewStarts } from '../kmeans/fit-few-starts.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { countsBetween, MAX_FITTED_ROWS, prepareSample, type SampledProblem } from './sample-problem.ts';

/** Which numbers of clusters to try on halves of the rows, and how. */
export interface PredictionStrengthOptions {
  rows: number;
  columns: number;
  /** Fewest clusters, at least 1. */
  from?: number;
  /** Most clusters. */
  to?: number;
  /** Halvings, each measured in both directions. */
  repeats?: number;
  /** From which strength on a number of clusters is predicted well. */
  threshold?: number;
  /** Starts of each fit. */
  starts?: number;
  seed?: number;
  /** Above so many rows a sample of them is used. */
  maxRows?: number;
  maxIterations?: number;
}

/** The prediction strength of one number of clusters. */
export interface StrengthCandidate {
  clusters: number;
  /** 0 to 1, the mean over the halvings. */
  strength: number;
  /** Standard error of that mean; 0 of a single halving. */
  error: number;
}

/** How many clusters show again in other rows. */
export interface PredictionStrengthResult {
  /** The largest k of at least the threshold; 1 where there is none. */
  clusters: number;
  /** Ascending; without those that some half had too few distinct points for. */
  candidates: StrengthCandidate[];
  threshold: number;
  repeats: number;
  /** True where all rows were used. */
  exact: boolean;
  sampledRows: number;
}

/**
 * Prediction strength: the rows are parted in two halves again and again; centres found in one half part the other, and the strength is the
 * share of pairs that its own clusters keep together, in the worst of them. Source: Tibshirani and Walther 2005, who take the largest k of
 * at least 0.8. A cluster is predicted well only if a half of its rows is enough to find it.
 *
 * K-means with few starts and no further search. `points` is row-major and is not changed. Cost 2 x repeats fits of half the rows for
 * each k. RangeError for sizes that do not fit, numbers that are not finite, and fewer than 4 rows.
 */
export function predictionStrength(
  points: Float64Array,
  options: PredictionStrengthOptions,
  hooks: Hooks = {},
): PredictionStrengthResult {
  return runPlan(planPredictionStrength(points, options, false), hooks);
}

/** The work of {@link predictionStrength} in parts. */
export function* planPredictionStrength(
  points: Float64Array,
  options: PredictionStrengthOptions,
  shared: boolean,
): Plan<PredictionStrengthResult> {
  const { rows, columns, from = 1, to = 10, repeats = 10, threshold = 0.8, starts = 3, seed = 1 } = options;
  const { maxRows = MAX_FITTED_ROWS, maxIterations = 300 } = options;
  const counts = countsBetween(from, to);
  checkCount('starts', starts, 1);
  checkCount('maxIterations', maxIterations, 1);
  checkCount('rows', rows, 4);
  checkCount('maxRows', maxRows, 4);
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError(`threshold must be 0 to 1, got ${threshold}`);
  checkCount('repeats', repeats, 1);
  const sample = yield* prepareSample(points, { rows, columns, maxRows, seed }, shared, 0.02);
  return yield* strengthsOf(sample, counts, { repeats, threshold, starts, seed, maxIterations }, 0.98);
}

/** The prediction strengths of points made ready. */
export function* strengthsOf(
  { problem, rowOf }: SampledProblem,
  counts: number[],
  { repeats, threshold, ...effort }: FewStarts & { repeats: number; threshold: number },
  share: number,
): Plan<PredictionStrengthResult> {
  const inputs = Array.from({ length: repeats }, (_, repeat) => ({ problem, counts, repeat, effort }));
  const splits = yield* each('splitStrength', inputs, share);
  const candidates = counts
    .map((clusters, c) =>
      strengthCandidate(
        clusters,
        splits.map((split) => split[c]),
      ),
    )
    .filter(({ strength }) => !Number.isNaN(strength));
  return {
    clusters: candidates.findLast(({ strength }) => strength >= threshold)?.clusters ?? 1,
    candidates,
    threshold,
    repeats,
    exact: rowOf === null,
    sampledRows: problem.rows,
  };
}

function strengthCandidate(clusters: number, values: number[]): StrengthCandidate {
  const strength = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - strength) ** 2, 0);
  return { clusters, strength, error: Math.sqrt(squares / Math.max(1, values.length - 1) / values.length) };
}
