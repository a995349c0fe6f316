import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import type { Problem } from '../kmeans/problem.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { pca } from '../projection/pca.ts';
import { countsBetween, MAX_FITTED_ROWS, prepareSample, type SampledProblem } from './sample-problem.ts';

/** Which numbers of clusters to hold against chance, and how. */
export interface GapOptions {
  rows: number;
  columns: number;
  /** Fewest clusters, at least 1. */
  from?: number;
  /** Most clusters. */
  to?: number;
  /** Reference sets, at least 2. */
  references?: number;
  /** Along what the box of the reference sets lies: the columns, or the principal axes of the points. */
  box?: 'axes' | 'pca';
  /** Starts of each fit, of the points and of the references alike. */
  starts?: number;
  seed?: number;
  /** Above so many rows a sample of them is used. */
  maxRows?: number;
  maxIterations?: number;
}

/** The gap at one number of clusters. */
export interface GapCandidate {
  clusters: number;
  /** Mean log of the references' sums of squares less that of the points: larger is better. Infinity where all rows sit on centres. */
  gap: number;
  /** The simulation's error s: the references' standard deviation x sqrt(1 + 1 / references). */
  error: number;
  logInertia: number;
  expectedLogInertia: number;
}

/** Whether there are clusters, and how many. */
export interface GapResult {
  /** The first k whose gap is at least that of k + 1 less its error; 1 says that there are no clusters. */
  clusters: number;
  /** False where no k but the last could be taken: the range may end too early. */
  decided: boolean;
  /** Ascending; without those above the number of distinct points. */
  candidates: GapCandidate[];
  references: number;
  /** True where all rows were used. */
  exact: boolean;
  sampledRows: number;
}

/** The numbers that chooseClusters shares. */
export interface GapEffort {
  references: number;
  box: 'axes' | 'pca';
  starts: number;
  seed: number;
  maxIterations: number;
}

/**
 * Gap statistic: how far the sum of squares within clusters lies below that of points evenly at random in a box of the same extent, for
 * each number of clusters. Source: Tibshirani, Walther and Hastie 2001, with squared distances.
 *
 * Points and references are fitted by k-means with the same few starts and no further search, so that effort cannot look like structure.
 * `points` is row-major and is not changed. Cost (references + 1) fits for each k. RangeError for sizes that do not fit, numbers that are
 * not finite, and fewer than 2 references.
 */
export function gapStatistic(points: Float64Array, options: GapOptions, hooks: Hooks = {}): GapResult {
  return runPlan(planGapStatistic(points, options, false), hooks);
}

/** The work of {@link gapStatistic} in parts. */
export function* planGapStatistic(points: Float64Array, options: GapOptions, shared: boolean): Plan<GapResult> {
  const { rows, columns, from = 1, to = 10, references = 20, box = 'axes', starts = 3, seed = 1 } = options;
  const { maxRows = MAX_FITTED_ROWS, maxIterations = 300 } = options;
  const counts = countsBetween(from, to);
  checkGap({ references, box, starts, seed, maxIterations });
  const sample = yield* prepareSample(points, { rows, columns, maxRows, seed }, shared, 0.02);
  return yield* gapOf(sample, counts, { references, box, starts, seed, maxIterations }, 0.98);
}

/** Refuses what no gap can be made with. */
export function checkGap({ references, box, starts, maxIterations }: GapEffort): void {
  checkCount('references', references, 2);
  checkCount('starts', starts, 1);
  checkCount('maxIterations', maxIterations, 1);
  if (box !== 'axes' && box !== 'pca') throw new RangeError(`box must be 'axes' or 'pca', got '${box}'`);
}

/** The gaps of points made ready. */
export function* gapOf(
  { problem, rowOf }: SampledProblem,
  counts: number[],
  { references, box, ...effort }: GapEffort,
  share: number,
): Plan<GapResult> {
  const { rows } = problem;
  const part = share / (references + 1);
  const [found] = yield* each('gapFits', [{ problem, counts, effort }], part);
  const fitted = counts.filter((_, c) => !Number.isNaN(found[c]));
  const halfWidths = halfWidthsOf(problem, box);
  const inputs = Array.from({ length: references }, (_, reference) => ({
    halfWidths,
    rows,
    counts: fitted,
    reference,
    effort,
  }));
  const hasExtent = halfWidths.some((width) => width > 0);
  const made = hasExtent ? yield* each('gapReference', inputs, share - part) : [];
  const candidates = hasExtent ? fitted.map((clusters, c) => candidateOf(clusters, found[c], made, c)) : [];
  const chosen = candidates.findIndex(
    ({ gap }, c) => c + 1 < candidates.length && gap >= candidates[c + 1].gap - candidates[c + 1].error,
  );
  const last = candidates.at(-1);
  return {
    clusters: chosen >= 0 ? candidates[chosen].clusters : (last?.clusters ?? 1),
    decided: chosen >= 0 || last === undefined || last.gap === Infinity,
    candidates,
    references,
    exact: rowOf === null,
    sampledRows: rows,
  };
}

function candidateOf(clusters: number, inertia: number, made: Float64Array[], c: number): GapCandidate {
  const logs = made.map((reference) => Math.log(reference[c]));
  const expectedLogInertia = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const variance = logs.reduce((sum, value) => sum + (value - expectedLogInertia) ** 2, 0) / logs.length;
  const logInertia = Math.log(inertia);
  return {
    clusters,
    gap: expectedLogInertia - logInertia,
    error: Math.sqrt(variance * (1 + 1 / logs.length)),
    logInertia,
    expectedLogInertia,
  };
}

/** Half the extent of the points along each axis. Turning and moving the box back would change no distance, so it stays at 0. */
function halfWidthsOf(problem: Problem, box: 'axes' | 'pca'): Float64Array {
  const { rows, columns } = problem;
  const scores =
    box === 'pca' ? pca(problem.points, { rows, columns, components: columns, scores: true }).scores : null;
  const values = scores ?? problem.points;
  const low = new Float64Array(columns).fill(Infinity);
  const high = new Float64Array(columns).fill(-Infinity);
  for (let p = 0; p < values.length; p++) {
    low[p % columns] = Math.min(low[p % columns], values[p]);
    high[p % columns] = Math.max(high[p % columns], values[p]);
  }
  return high.map((value, j) => (value - low[j]) / 2);
}
