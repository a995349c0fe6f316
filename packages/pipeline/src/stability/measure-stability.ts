import type { Model, Recipe, Stability } from '@clientele/contracts';
import type { RunEffects } from '../clustering/kernel-calls.ts';
import { segmentationMethods } from '../clustering/methods.ts';
import { dearRows } from '../clustering/refit.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { chooseRows } from '../preparation/choose-rows.ts';
import type { Prepared } from '../preparation/prepare.ts';
import { compareMethods } from './compare-methods.ts';
import { compareSeeds } from './compare-seeds.ts';
import { refitResamples } from './refit-resamples.ts';
import type { StabilitySample } from './stability-sample.ts';
import { takeRows } from './take-rows.ts';

/** A segmentation and the customers it was made of. */
export interface StabilityAsked {
  table: FeatureTable;
  prepared: Prepared;
  recipe: Recipe;
  /** For each row of the prepared matrix its segment, 0 to k - 1; -1 for none. */
  labels: Int32Array;
  k: number;
  /** What the method found for all customers, so that its refits do not choose again. */
  model?: Model;
}

/**
 * Whether the same segments come out again: from parts of the customers, with other seeds, by other methods. Grades go by the Jaccard of
 * `stabilityOfFits` in the kernels. The same input gives the same bytes, with or without a pool of workers. Throws `cancelled`.
 */
export async function measureStability(asked: StabilityAsked, effects: RunEffects = {}): Promise<Stability> {
  const sample = drawSample(asked, segmentationMethods[asked.recipe.method].refit.mostRows);
  const found = await refitResamples(sample, effects);
  const { rows } = sample.input.prepared;
  return {
    resamples: found.resamples,
    rows,
    exact: rows === asked.prepared.rows,
    segments: found.grades.map((grade, segment) => ({
      segment,
      jaccard: known(found.jaccard[segment]),
      plain: known(found.plain[segment]),
      grade,
      dissolved: found.dissolved[segment] ?? 0,
      recovered: found.recovered[segment] ?? 0,
    })),
    seeds: await compareSeeds(sample, effects),
    methods: await compareMethods(drawSample(asked, dearRows), effects),
  };
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

function drawSample({ table, prepared, recipe, labels, k, model }: StabilityAsked, mostRows: number): StabilitySample {
  const rowOf = chooseRows(prepared.rows, mostRows, recipe.seed);
  return {
    input: takeRows({ table, prepared, recipe }, rowOf),
    labels: rowOf.map((row) => labels[row] ?? -1),
    k,
    model,
    customers: prepared.rows,
  };
}
