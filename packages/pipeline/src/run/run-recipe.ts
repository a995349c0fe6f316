import {
  ClienteleError,
  type KChoice,
  methodTable,
  type Recipe,
  type SegmentationDocument,
  version,
} from '@clientele/contracts';
import type { RunEffects } from '../clustering/kernel-calls.ts';
import { segmentationMethods } from '../clustering/methods.ts';
import type { FeatureTable } from '../features/feature-table.ts';
import { argueChoice } from '../k-argument/argue-choice.ts';
import { countOf } from '../preparation/format-value.ts';
import { type Prepared, prepare, rawWarnings } from '../preparation/prepare.ts';
import { describeSegments } from '../segments/describe-segments.ts';
import { hashData } from './hash-data.ts';
import { hashRecipe } from './hash-recipe.ts';
import { normaliseRecipe } from './make-recipe.ts';

/** A recipe and the features it is to run on, already filtered and chosen. */
export interface RunInput {
  table: FeatureTable;
  recipe: Recipe;
}

export interface RunResult {
  document: SegmentationDocument;
  /** For each row of the FeatureTable its segment; -1 where the customer was left out. */
  labels: Int32Array;
  /** Customers in the order of `labels`. */
  ids: string[];
}

/**
 * Runs a recipe: prepare, fit, name, freeze. The same table and recipe give the same document to the byte, with or
 * without a pool of workers.
 *
 * Throws `too-few-customers`, `feature-constant`, `feature-unknown`, `values-unreadable`, `unsupported`, `usage`, `cancelled`.
 */
export async function runRecipe({ table, recipe }: RunInput, effects: RunEffects = {}): Promise<RunResult> {
  const plan = normaliseRecipe(recipe);
  const method = segmentationMethods[plan.method];
  const needed = method.fewest(plan);
  const prepared = prepareFor(table, plan, needed, effects);
  const warnings = method.usesPreparation ? prepared.warnings : rawWarnings(prepared.warnings);
  const fit = await method.fit({ table, prepared, recipe: plan }, effects);
  effects.onProgress?.({ step: 'Naming segments', done: null, rows: prepared.rows });
  const k = fit.model.k;
  const { segments, unassigned } = describeSegments({
    table,
    prepared,
    labels: fit.labels,
    k,
    currency: plan.data.mapping.currency,
    groups: fit.groups,
  });
  const labels = new Int32Array(table.ids.length).fill(-1);
  prepared.kept.forEach((row, index) => {
    labels[row] = fit.labels[index] ?? -1;
  });
  return {
    document: {
      format: 'clientele/segmentation',
      version: 1,
      recipe: plan,
      method: plan.method,
      customers: prepared.rows,
      unassigned,
      preparation: prepared.preparation,
      model: fit.model,
      quality: fit.quality,
      segments,
      choice: fit.choice,
      warnings: [...warnings, ...fit.warnings],
      evidence: null,
      receipt: { data: hashData(table, prepared.kept), recipe: hashRecipe(plan), version },
    },
    labels,
    ids: table.ids,
  };
}

/**
 * Quality over the recipe's range of k, with a recommendation. With `evidence` gap, prediction strength, stability and the argument too, which
 * take longer and change nothing in the rest. Throws as {@link runRecipe} does, `usage` where the method is given no k.
 */
export async function kChoiceFor(
  { table, recipe: asked }: RunInput,
  effects: RunEffects = {},
  { evidence = false }: { evidence?: boolean } = {},
): Promise<KChoice> {
  const recipe = normaliseRecipe({ ...asked, k: 'auto', ...(asked.height !== undefined && { height: 'none' }) });
  const method = segmentationMethods[recipe.method];
  if (method.chooseK === undefined) {
    const { label } = methodTable[recipe.method];
    throw new ClienteleError('usage', `${label} is not given a k, so there is none to choose; take another method.`, {
      method: recipe.method,
    });
  }
  const prepared = prepareFor(table, recipe, method.fewest(recipe), effects);
  const input = { table, prepared, recipe, evidence };
  const made = await method.chooseK(input, effects);
  const choice = evidence ? await argueChoice(input, made, effects) : made.choice;
  return { ...choice, warnings: [...prepared.warnings, ...choice.warnings] };
}

function prepareFor(
  table: FeatureTable,
  recipe: Recipe,
  needed: { customers: number; because: string },
  effects: RunEffects,
): Prepared {
  checkEnough(table.ids.length, 'after cleaning', needed);
  effects.onProgress?.({ step: 'Preparing features', done: null, rows: table.ids.length });
  const prepared = prepare(table, recipe);
  checkEnough(prepared.rows, 'once those that lack a feature are left out', needed);
  return prepared;
}

function checkEnough(customers: number, when: string, needed: { customers: number; because: string }): void {
  if (customers >= needed.customers) return;
  const left =
    customers === 0 ? 'No customer is' : `${countOf(customers, 'customer')} ${customers === 1 ? 'is' : 'are'}`;
  throw new ClienteleError(
    'too-few-customers',
    `${left} left ${when}, and ${needed.because}; widen the filters, switch cleaning rules off, or choose fewer segments.`,
    { customers, needed: needed.customers },
  );
}
