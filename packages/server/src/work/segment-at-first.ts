import { firstSegmentationName, isClienteleError, recipeInputSchema } from '@clientele/contracts';
import type { JobContext } from '../jobs/job-runner.ts';
import { findDataset } from '../store/datasets.ts';
import { runSegmentation } from './run-segmentation.ts';
import type { Workshop } from './workshop.ts';

/** Segments a dataset just imported by the default recipe. Data that no recipe can divide, such as one customer's, stay without. */
export async function segmentAtFirst(workshop: Workshop, datasetId: string, job: JobContext): Promise<void> {
  const stored = await findDataset(workshop.engine, datasetId);
  const request = { recipe: recipeInputSchema.parse({}), name: firstSegmentationName(stored.dataset.kind) };
  try {
    await runSegmentation(workshop, stored, request, job);
  } catch (cause) {
    if (!isClienteleError(cause) || cause.code === 'internal' || cause.code === 'cancelled') throw cause;
  }
}
