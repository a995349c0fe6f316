import type { Projection, UmapRequest } from '@clientele/contracts';
import { computeFeatures, segmentProjection } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import { findSegmentation, type StoredSegmentation } from '../store/segmentations.ts';
import { findUmap, writeUmap } from '../store/umap-tables.ts';
import { readLabels } from '../store/write-members.ts';
import { asMade } from './shown.ts';
import type { Workshop } from './workshop.ts';

const mostPoints = 20_000;

/**
 * The customers of a segmentation by UMAP, from the features that it was made from: all as points up to 20,000, else so many and the
 * density of all. The places of all are kept, so that the same picture need not be drawn again and a lasso finds everybody in it.
 */
export async function umapOf(
  workshop: Workshop,
  shown: StoredSegmentation,
  umap: UmapRequest,
  job: JobContext,
): Promise<Projection> {
  const { table: data, scope } = await asMade(workshop, shown, {});
  const places = (await findUmap(workshop.engine, shown.members, umap)) ?? (await drawUmap(workshop, shown, umap, job));
  job.onProgress({ step: 'Reading the map', done: null, rows: null });
  return segmentProjection(workshop.engine, data, scope, {
    kind: 'umap',
    places,
    dimensions: umap.dimensions,
    points: mostPoints,
    features: shown.segmentation.document.recipe.features,
  });
}

async function drawUmap(
  workshop: Workshop,
  shown: StoredSegmentation,
  umap: UmapRequest,
  job: JobContext,
): Promise<string> {
  const { engine, runner, turns } = workshop;
  const { recipe, customers } = shown.segmentation.document;
  const { table: data, scope } = await asMade(workshop, shown, {});
  job.onProgress({ step: 'Computing features', done: null, rows: customers });
  const table = await computeFeatures(engine, data, { ...scope, ids: recipe.features });
  const { ids } = table;
  const places = await runner.do('umap', { recipe, table, umap }, job);
  job.onProgress({ step: 'Storing the map', done: null, rows: ids.length });
  const labels = await readLabels(engine, shown.members, ids);
  return turns.take(async () => {
    await findSegmentation(engine, shown.segmentation.id);
    return engine.transaction((session) => writeUmap(session, shown.members, umap, { ids, labels, places }), {
      signal: job.signal,
    });
  });
}
