import type { KChoice, RecipeInput } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import type { StoredDataset } from '../store/datasets.ts';
import { prepareRun } from './prepare-run.ts';
import type { Workshop } from './workshop.ts';

/** Quality over the range of k of a recipe; with `evidence` the slow measures and the argument too. */
export async function chooseK(
  workshop: Workshop,
  stored: StoredDataset,
  { recipe, evidence }: { recipe: RecipeInput; evidence: boolean },
  job: JobContext,
): Promise<KChoice> {
  const run = await prepareRun(workshop, stored, recipe, job);
  return workshop.runner.do('chooseK', { ...run, evidence }, job);
}
