import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { copyProblem } from '../kmeans/kmeans.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { planDipTest } from './dip-test.ts';
import { gapOf } from './gap-statistic.ts';
import { planHopkins } from './hopkins.ts';
import { leadingAxes } from './leading-axes.ts';
import { naturalGroups } from './natural-groups.ts';
import { referencesOf } from './references-of.ts';
import { checkSeed, countsBetween } from './sample-problem.ts';
import { scaledPlan } from './scaled-plan.ts';
import { spreadTiesInPlace } from './spread-ties.ts';
import type { StructureFit } from './structure-fits.ts';
import type { StructureCandidate, StructureResult } from './structure-result.ts';
import { sampleProblem } from './take-sample.ts';
import { centredColumns, variedColumns } from './varied-columns.ts';

/** What to look for groups in, and how hard. */
export interface StructureOptions {
  rows: number;
  columns: number;
  /** Most clusters tried. */
  maxClusters?: number;
  /** Reference sets of each kind, at least 2; half as many with permuted columns, which decide nothing. */
  references?: number;
  /** Reference sets of the gap statistic, at least 2. */
  gapReferences?: number;
  seed?: number;
  /** Above so many rows a sample of them is used. */
  maxRows?: number;
  maxIterations?: number;
}

const MAX_ROWS = 4_000;
const REFERENCE_ROWS = 1_000;
const GAP_ROWS = 1_500;
const DIP_ROWS = 500;
const STARTS = 3;
const REFERENCE_STARTS = 2;

/**
 * Verdict on structure: how many groups are parted by valleys of density, 1 where the rows are one cloud whatever its shape.
 *
 * K-means with 2 to `maxClusters` clusters; neighbouring clusters without a valley between them (dip test, Hartigan and Hartigan 1985, of
 * the places of rows along the line through both centres, in a convex region) are joined; the evidence of all valleys that are left (Fisher's combined
 * p-value, 0.001) has to be stronger than in any reference: even in a box along the principal axes, and one Gaussian of the same covariance.
 * Rounded columns are spread over their rounding first. One cloud of log-concave density has no valley; of skewed clouds tried, neither.
 * Groups whose centres are under 5 standard deviations apart are often not told apart in few hundred rows; under 6 to 8 where one has five times the
 * rows of the other. Where rows are fewer than 20 for each column, as many leading principal axes take the place of the columns.
 *
 * `points` is row-major, on the scale in which distances count, and is not changed. Cost: 9 fits of up to `maxRows` rows, and 9 of up to 1,000 for each
 * reference; n x k x d for the labels. RangeError for sizes that do not fit, numbers that are not finite, and fewer than 2 references.
 */
export function assessStructure(points: Float64Array, options: StructureOptions, hooks: Hooks = {}): StructureResult {
  return runPlan(planAssessStructure(points, options, false), hooks);
}

/** The work of {@link assessStructure} in parts. */
export function* planAssessStructure(
  points: Float64Array,
  options: StructureOptions,
  shared: boolean,
): Plan<StructureResult> {
  const {
    rows,
    columns,
    maxClusters = 10,
    references = 4,
    gapReferences = 8,
    seed = 1,
    maxRows = MAX_ROWS,
    maxIterations = 100,
  } = options;
  const counts = countsBetween(2, maxClusters);
  checkCount('references', references, 2);
  checkCount('gapReferences', gapReferences, 2);
  checkCount('maxRows', maxRows, 2);
  checkCount('maxIterations', maxIterations, 1);
  checkSeed(seed);
  const problem = copyProblem(points, { rows, columns }, shared);
  yield* each('centre', [{ problem, shared, summary: false }], 0.02);
  const { problem: sample, rowOf } = sampleProblem(problem, { maxRows, seed, shared });
  const { varied, binary } = variedColumns(sample);
  const { problem: spread, offsets } = centredColumns(sample, varied, shared);
  spreadTiesInPlace(spread, seed);
  const { problem: seen, axes } = varied.length > 0 ? leadingAxes(spread, shared) : { problem: spread, axes: null };

  const effort = { starts: STARTS, seed, maxIterations };
  const [fits] = varied.length > 0 ? yield* each('structureFits', [{ problem: seen, counts, effort }], 0.2) : [[]];
  const fitted = fits.map(({ clusters }) => clusters);
  const fewRows = sampleProblem(seen, { maxRows: REFERENCE_ROWS, seed, shared }).problem;
  const few = { ...effort, starts: REFERENCE_STARTS };
  const found = yield* referencesOf(fewRows, fitted, { references, effort: few }, 0.4);
  // Permuted columns keep the groups that single columns have.
  const withoutGroups = found.flatMap(({ summary, sets }) => (summary.kind === 'permuted' ? [] : sets));
  const natural = naturalGroups(fits, withoutGroups);

  // The figures beside the verdict see what it saw: values that rounding made equal are no structure.
  const shown = varied.length > 0 ? spread : sample;
  const gapSample = sampleProblem(shown, { maxRows: GAP_ROWS, seed, shared });
  const gap = yield* gapOf(gapSample, [1, ...counts], { ...few, references: gapReferences, box: 'pca' }, 0.2);
  const shape = { rows: shown.rows, columns: shown.columns, seed };
  const dip =
    rows < 2 ? null : yield* scaledPlan(planDipTest(shown.points, { ...shape, maxRows: DIP_ROWS }, shared), 0.05);
  const hasExtent = varied.length + binary.length > 0;
  const hopkins = hasExtent ? yield* scaledPlan(planHopkins(shown.points, { ...shape, maxRows }, shared), 0.08) : null;
  const { fit } = natural;
  const labels =
    fit === null
      ? new Int32Array(rows)
      : (yield* each('labelStructure', [{ problem, varied, offsets, axes, fit, isWhole: natural.isWhole }], 0.05))[0];
  return {
    groups: natural.groups,
    candidates: fits.map(candidateOf),
    references: found.map(({ summary }) => summary),
    gap,
    dip,
    hopkins,
    labels,
    clusters: fit?.clusters ?? 1,
    outlierRows: fit?.outlierRows ?? 0,
    binaryColumns: Int32Array.from(binary),
    rows,
    exact: rowOf === null,
    sampledRows: sample.rows,
  };
}

function candidateOf({
  clusters,
  groups,
  evidence,
  weakest,
  silhouette,
  inertia,
  smallest,
}: StructureFit): StructureCandidate {
  const { dip: weakestDip, pValue: weakestPValue } = weakest ?? { dip: 0, pValue: 1 };
  return { clusters, parted: groups, evidence, weakestDip, weakestPValue, silhouette, inertia, smallest };
}
