import { checkCount } from '../checks/check-points.ts';
import type { Hooks } from '../hooks.ts';
import { checkStarts, copyProblem, fitEach, toKmeansFit } from '../kmeans/kmeans.ts';
import { prepareRows } from '../kmeans/prepare-rows.ts';
import { each, type Plan, runPlan } from '../plan/plan.ts';
import { MAX_EXACT_ROWS } from '../quality/silhouette.ts';
import { silhouetteEach } from '../quality/silhouette-each.ts';
import type { SilhouetteResult } from '../quality/summarise-silhouettes.ts';
import type { ClusterStability } from '../stability/cluster-stability.ts';
import type { GapResult } from '../structure/gap-statistic.ts';
import type { PredictionStrengthResult } from '../structure/prediction-strength.ts';
import {
  checkStructure,
  measureStructure,
  STRUCTURE_WORK,
  type StructureMeasure,
  type StructureOptions,
} from './measure-structure.ts';

/** What can be measured for each number of clusters. */
export type ClusterMeasure = 'silhouette' | 'daviesBouldin' | 'calinskiHarabasz' | 'inertia' | StructureMeasure;

const DEFAULT_MEASURES: readonly ClusterMeasure[] = ['silhouette', 'daviesBouldin', 'calinskiHarabasz', 'inertia'];
const STRUCTURE: readonly StructureMeasure[] = ['gap', 'predictionStrength', 'stability'];
/** Rows in the samples for a silhouette plot, at most. */
const MAX_PLOTTED_ROWS = 20_000;

/** Which numbers of clusters to try. */
export interface ChooseClustersOptions extends StructureOptions {
  rows: number;
  columns: number;
  /** Fewest clusters, at least 2. */
  from: number;
  /** Most clusters. */
  to: number;
  starts?: number;
  seed?: number;
  /** Above so many rows the silhouette is estimated from a sample. */
  maxExactRows?: number;
  /** Limit of one run of Lloyd's iteration. */
  maxIterations?: number;
  /**
   * What to measure; all but 'gap', 'predictionStrength' and 'stability' unless given. Those that cost one pass come in any case;
   * without 'silhouette' its pass over the pairs is saved and the candidates have NaN.
   */
  measures?: readonly ClusterMeasure[];
}

/** The fit with one number of clusters and its measures. */
export interface ClusterCandidate {
  clusters: number;
  inertia: number;
  silhouette: number;
  /** Half-width of a 95 % interval of the silhouette; 0 where exact. */
  silhouetteBound: number;
  /** Mean silhouette of each cluster. */
  clusterSilhouettes: Float64Array;
  /** Silhouettes of up to 20,000 rows, for a plot. */
  samples: Float64Array;
  /** The rows that `samples` belong to, ascending. */
  sampleRows: Int32Array;
  daviesBouldin: number;
  calinskiHarabasz: number;
  /** Rows in the smallest cluster. */
  smallest: number;
  converged: boolean;
  /** Of the best start, together with what followed it. */
  iterations: number;
  /** False where the silhouette was estimated. */
  exact: boolean;
  /** See `gapStatistic`; null where not asked for. */
  gap: number | null;
  gapError: number | null;
  /** See `predictionStrength`; null where not asked for, and where a half of the rows has fewer distinct points than clusters. */
  predictionStrength: number | null;
  /** See `bootstrapJaccard`; null where not asked for. */
  stability: ClusterStability | null;
  labels: Int32Array;
  /** Row-major, clusters x columns. */
  centers: Float64Array;
}

/** One candidate for each number of clusters, ascending. */
export interface ClusterChoice {
  candidates: ClusterCandidate[];
  /** False where the silhouettes were estimated. */
  exact: boolean;
  /** From one cluster up, with its own choice; null where not asked for. */
  gap: GapResult | null;
  /** With its own choice; null where not asked for. */
  predictionStrength: PredictionStrengthResult | null;
  /** Rows that gap, prediction strength and stability worked on; null where none was asked for. */
  fittedRows: number | null;
}

/**
 * K-means with each number of clusters from `from` to `to`, with inertia, silhouette, Davies-Bouldin and Calinski-Harabasz.
 *
 * Each fit equals {@link kmeans} with the same seed. The silhouettes of all fits come from one pass over the pairs: rows are sorted by
 * their labels in all fits, and one sum of distances a joint cell serves them all. A number of clusters above that of the distinct points
 * gives no candidate. `points` is row-major and is not changed. Cost: the fits, and n² x d once. RangeError as for `kmeans`, and where
 * there are fewer than `from` distinct points.
 *
 * Gap, prediction strength and stability are made of many quick fits on one sample of at most `maxFittedRows` rows, where asked for.
 */
export function chooseClusters(points: Float64Array, options: ChooseClustersOptions, hooks: Hooks = {}): ClusterChoice {
  return runPlan(planChooseClusters(points, options, false), hooks);
}

/** The work of {@link chooseClusters} in parts. */
export function* planChooseClusters(
  points: Float64Array,
  options: ChooseClustersOptions,
  shared: boolean,
): Plan<ClusterChoice> {
  const {
    rows,
    columns,
    from,
    to,
    starts = 10,
    seed = 1,
    maxIterations = 300,
    maxExactRows = MAX_EXACT_ROWS,
    measures = DEFAULT_MEASURES,
  } = options;
  checkCount('from', from, 2);
  checkCount('to', to, from);
  checkCount('maxExactRows', maxExactRows, 1);
  checkStarts(starts, seed, maxIterations);
  const structureOptions = checkStructure(options);
  for (const name of measures) {
    if (!DEFAULT_MEASURES.includes(name) && !STRUCTURE.includes(name as StructureMeasure)) {
      throw new RangeError(`measures must be among ${[...DEFAULT_MEASURES, ...STRUCTURE].join(', ')}, got '${name}'`);
    }
  }
  const extras = STRUCTURE.filter((name) => measures.includes(name));
  const unit = 1 / extras.reduce((sum, name) => sum + STRUCTURE_WORK[name], 1);
  const problem = copyProblem(points, { rows, columns }, shared);
  const counts = Array.from({ length: to - from + 1 }, (_, i) => from + i);

  const { offsets, ...prepared } = yield* prepareRows(problem, shared, unit * 0.03);
  const asked = yield* fitEach(prepared, counts, { starts, seed, maxIterations, search: true }, unit * 0.6);
  const fits = asked.filter((fit, i) => fit.sizes.length === counts[i]);
  if (fits.length === 0) {
    throw new RangeError(`the points must have at least from = ${from} distinct rows, got ${asked[0].sizes.length}`);
  }
  const labelings = fits.map((fit) => fit.labels);
  const found = fits.map((fit) => fit.sizes.length);
  const separations = yield* each(
    'measure',
    labelings.map((labels, i) => ({ problem, labels, clusters: found[i] })),
    unit * 0.02,
  );
  const silhouettes = measures.includes('silhouette')
    ? yield* silhouetteEach({ problem, shared }, labelings, found, { maxExactRows, seed }, unit * 0.35)
    : null;
  const structure =
    extras.length > 0
      ? yield* measureStructure(
          { problem, shared },
          { labelings, counts: found },
          { ...structureOptions, asked: extras, seed, maxIterations },
          unit,
        )
      : null;

  const gapOf = new Map(structure?.gap?.candidates.map((each) => [each.clusters, each]));
  const strengthOf = new Map(structure?.predictionStrength?.candidates.map((each) => [each.clusters, each]));
  const candidates = fits.map((each, i) => {
    const { labels, centers, inertia, converged, iterations, clusters, sizes } = toKmeansFit(each, offsets);
    return {
      clusters,
      inertia,
      ...silhouetteParts(silhouettes?.[i]),
      ...separations[i],
      smallest: sizes.reduce((least, size) => Math.min(least, size)),
      converged,
      iterations,
      gap: gapOf.get(clusters)?.gap ?? null,
      gapError: gapOf.get(clusters)?.error ?? null,
      predictionStrength: strengthOf.get(clusters)?.strength ?? null,
      stability: structure?.stability?.[i] ?? null,
      labels,
      centers,
    };
  });
  return {
    candidates,
    exact: candidates.every((candidate) => candidate.exact),
    gap: structure?.gap ?? null,
    predictionStrength: structure?.predictionStrength ?? null,
    fittedRows: structure?.fittedRows ?? null,
  };
}

function silhouetteParts(
  result: SilhouetteResult | undefined,
): Pick<
  ClusterCandidate,
  'silhouette' | 'silhouetteBound' | 'clusterSilhouettes' | 'samples' | 'sampleRows' | 'exact'
> {
  if (result === undefined) {
    const none = { clusterSilhouettes: new Float64Array(), samples: new Float64Array(), sampleRows: new Int32Array() };
    return { silhouette: Number.NaN, silhouetteBound: Number.NaN, ...none, exact: true };
  }
  const step = Math.ceil(result.samples.length / MAX_PLOTTED_ROWS);
  const isKept = (_: number, i: number): boolean => i % step === 0;
  return {
    silhouette: result.mean,
    silhouetteBound: result.bound,
    clusterSilhouettes: result.clusterMeans,
    samples: step > 1 ? result.samples.filter(isKept) : result.samples,
    sampleRows: step > 1 ? result.sampleRows.filter(isKept) : result.sampleRows,
    exact: result.exact,
  };
}
