import type { Projection, UmapRequest } from '@clientele/contracts';
import { computeFeatures } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import type { StoredSegmentation } from '../store/segmentations.ts';
import { readPlaces } from '../store/write-members.ts';
import { asMade } from './shown.ts';
import type { Workshop } from './workshop.ts';

/** The customers of a segmentation by UMAP, from the features that it was made from. */
export async function umapOf(
  workshop: Workshop,
  shown: StoredSegmentation,
  umap: UmapRequest,
  job: JobContext,
): Promise<Projection> {
  const { engine, runner } = workshop;
  const { recipe, customers } = shown.segmentation.document;
  const { table: data, scope } = await asMade(workshop, shown, {});
  job.onProgress({ step: 'Computing features', done: null, rows: customers });
  const table = await computeFeatures(engine, data, { ...scope, ids: recipe.features });
  const { points, ...projection } = await runner.do('umap', { recipe, table, umap }, job);
  const places = await readPlaces(engine, shown.members, points.ids);
  return { ...projection, points: { ...points, segments: points.ids.map((id) => places.get(id)?.segment ?? -1) } };
}
