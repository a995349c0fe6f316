import type { KChoice, RecipeInput } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import type { StoredDataset } from '../store/datasets.ts';
import { prepareRun } from './prepare-run.ts';
import type { Workshop } from './workshop.ts';

/** Quality over the range of k of a recipe. */
export async function chooseK(
  workshop: Workshop,
  stored: StoredDataset,
  input: RecipeInput,
  job: JobContext,
): Promise<KChoice> {
  const run = await prepareRun(workshop, stored, input, job);
  return workshop.runner.do('chooseK', run, job);
}
