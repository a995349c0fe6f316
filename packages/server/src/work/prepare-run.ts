import type { Recipe, RecipeInput } from '@clientele/contracts';
import { computeFeatures, type FeatureTable, makeRecipe } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import type { StoredDataset } from '../store/datasets.ts';
import type { Workshop } from './workshop.ts';

/** A recipe as it is to run, and the features of the customers that it runs on. */
export interface PreparedRun {
  recipe: Recipe;
  table: FeatureTable;
}

/** Completes what the user chose with what the dataset says, and computes its features. */
export async function prepareRun(
  { engine }: Workshop,
  { dataset, table: data }: StoredDataset,
  input: RecipeInput,
  { onProgress }: Pick<JobContext, 'onProgress'>,
): Promise<PreparedRun> {
  onProgress({ step: 'Computing features', done: null, rows: dataset.kept });
  const { filters, asOf, features: ids } = input;
  const table = await computeFeatures(engine, data, { filters, asOf, ids });
  const { currency } = dataset;
  const recipe = makeRecipe(
    { ...input, features: table.features.map(({ id }) => id) },
    { name: dataset.source.name, mapping: { ...data.mapping, currency }, rules: data.rules },
  );
  return { recipe, table };
}
