import type { RecipeInput } from '@clientele/contracts';
import { computeFeatures, makeRecipe, recipeData } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import type { RunInput } from '../runs/run-tasks.ts';
import type { StoredDataset } from '../store/datasets.ts';
import type { Workshop } from './workshop.ts';

/** Completes what the user chose with what the dataset says, and computes its features. */
export async function prepareRun(
  { engine }: Workshop,
  { dataset, table: data }: StoredDataset,
  input: RecipeInput,
  { onProgress }: Pick<JobContext, 'onProgress'>,
): Promise<RunInput> {
  onProgress({ step: 'Computing features', done: null, rows: dataset.kept });
  const { filters, asOf, features: ids, method } = input;
  const table = await computeFeatures(engine, data, { filters, asOf, ids, method });
  const { currency } = dataset;
  const recipe = makeRecipe(
    { ...input, features: table.features.map(({ id }) => id) },
    recipeData({ ...data, mapping: { ...data.mapping, currency } }, dataset.source.name, table.features),
  );
  return { recipe, table };
}
