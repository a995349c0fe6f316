import { checkCount } from '../checks/check-points.ts';
import type { Problem } from '../kmeans/problem.ts';
import type { Plan } from '../plan/plan.ts';
import { stabilityOf } from '../stability/bootstrap-jaccard.ts';
import type { ClusterStability } from '../stability/cluster-stability.ts';
import { RESAMPLE_STARTS } from '../stability/resample.ts';
import { checkGap, type GapEffort, type GapResult, gapOf } from '../structure/gap-statistic.ts';
import { type PredictionStrengthResult, strengthsOf } from '../structure/prediction-strength.ts';
import { MAX_FITTED_ROWS, sampleProblem } from '../structure/sample-problem.ts';

/** How much the measures made of many fits may cost. */
export interface StructureOptions {
  /** Reference sets of the gap statistic. */
  references?: number;
  /** The box of the gap statistic. */
  box?: 'axes' | 'pca';
  /** Halvings of the prediction strength. */
  repeats?: number;
  /** Resamples of the stability. */
  resamples?: number;
  /** Starts of each fit to a resample. */
  resampleStarts?: number;
  /** Above so many rows these measures work on one sample of the rows. */
  maxFittedRows?: number;
  /** Starts of each of the other fits. */
  fewStarts?: number;
}

/** What was asked for; null what was not. */
export interface StructureMeasures {
  gap: GapResult | null;
  predictionStrength: PredictionStrengthResult | null;
  /** One a clustering. */
  stability: ClusterStability[] | null;
  /** Rows the three worked on. */
  fittedRows: number;
}

/** The measures made of many fits, by name. */
export type StructureMeasure = 'gap' | 'predictionStrength' | 'stability';

/** Parts of the work for each measure, where all the rest is 1. */
export const STRUCTURE_WORK: Record<StructureMeasure, number> = { gap: 0.5, predictionStrength: 0.3, stability: 0.3 };

/** Fills in what was not given, and refuses counts that no measure can be made with. */
export function checkStructure(options: StructureOptions): Required<StructureOptions> {
  const { references = 20, box = 'axes', repeats = 10, resamples = 50, fewStarts = 3 } = options;
  const { maxFittedRows = MAX_FITTED_ROWS, resampleStarts = RESAMPLE_STARTS } = options;
  checkGap({ references, box, starts: fewStarts, seed: 0, maxIterations: 1 });
  checkCount('repeats', repeats, 1);
  checkCount('resamples', resamples, 1);
  checkCount('resampleStarts', resampleStarts, 1);
  checkCount('maxFittedRows', maxFittedRows, 2);
  return { references, box, repeats, resamples, resampleStarts, fewStarts, maxFittedRows };
}

/** Gap from one cluster up, prediction strength and stability of clusterings of centred points, all on the same rows. */
export function* measureStructure(
  { problem, shared }: { problem: Problem; shared: boolean },
  { labelings, counts }: { labelings: Int32Array[]; counts: number[] },
  {
    asked,
    seed,
    maxIterations,
    ...options
  }: Required<StructureOptions> & { asked: readonly StructureMeasure[]; seed: number; maxIterations: number },
  share: number,
): Plan<StructureMeasures> {
  const { references, box, repeats, resamples, resampleStarts, fewStarts, maxFittedRows: maxRows } = options;
  const sample = sampleProblem(problem, { maxRows, seed, shared });
  const effort = { starts: fewStarts, seed, maxIterations };
  const gapEffort: GapEffort = { ...effort, references, box };
  const upTo = Array.from({ length: counts[counts.length - 1] }, (_, i) => i + 1);
  const strength = { ...effort, repeats, threshold: 0.8 };
  const has = (name: StructureMeasure): boolean => asked.includes(name);
  const part = (name: StructureMeasure): number => share * STRUCTURE_WORK[name];
  return {
    gap: has('gap') ? yield* gapOf(sample, upTo, gapEffort, part('gap')) : null,
    predictionStrength: has('predictionStrength')
      ? yield* strengthsOf(sample, counts, strength, part('predictionStrength'))
      : null,
    stability: has('stability')
      ? yield* stabilityOf(
          sample,
          labelings,
          counts,
          { ...effort, starts: resampleStarts, resamples },
          part('stability'),
        )
      : null,
    fittedRows: sample.problem.rows,
  };
}
