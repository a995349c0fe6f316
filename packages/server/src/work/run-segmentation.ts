import { type Method, methodTable, type RecipeInput, type Segmentation } from '@clientele/contracts';
import type { Session } from '@clientele/engines';
import type { JobContext } from '../jobs/job-runner.ts';
import { nextNumber, type StoredDataset } from '../store/datasets.ts';
import { newId } from '../store/new-id.ts';
import { insertSegmentation } from '../store/segmentations.ts';
import { writeMembers } from '../store/write-members.ts';
import { prepareRun } from './prepare-run.ts';
import type { Workshop } from './workshop.ts';

/** What is asked for: a recipe, and a name where the result is to be kept. */
export interface SegmentRequest {
  recipe: RecipeInput;
  name?: string | undefined;
}

/** Runs a recipe and stores what comes of it: under its name, or as the draft that the next run replaces. */
export async function runSegmentation(
  workshop: Workshop,
  stored: StoredDataset,
  { recipe: input, name }: SegmentRequest,
  job: JobContext,
): Promise<Segmentation> {
  const run = await prepareRun(workshop, stored, input, job);
  const { ids } = run.table;
  const { document, labels, plane } = await workshop.runner.do('segment', run, job);
  job.onProgress({ step: 'Storing segments', done: null, rows: ids.length });
  const store = async (session: Session): Promise<Segmentation> => {
    const number = await nextNumber(session);
    const members = await writeMembers(session, number, { ids, labels, plane });
    const segmentation: Segmentation = {
      id: newId(),
      datasetId: stored.dataset.id,
      name: name ?? draftName(document.method, document.model.k),
      createdAt: new Date().toISOString(),
      draft: name === undefined,
      document,
      notes: {},
    };
    const attributes = document.recipe.data.attributes === undefined ? undefined : stored.table.attributes;
    const kept = { segmentation, members, axes: plane.axes, ...(attributes !== undefined && { attributes }) };
    await insertSegmentation(session, number, kept);
    return segmentation;
  };
  return workshop.turns.take(() => workshop.engine.transaction(store, { signal: job.signal }));
}

function draftName(method: Method, k: number): string {
  return `${methodTable[method].label}, ${k} segments`;
}
