import type { Evidence } from '@clientele/contracts';
import { computeFeatures } from '@clientele/pipeline';
import type { JobContext } from '../jobs/job-runner.ts';
import { findSegmentation, storeEvidence } from '../store/segmentations.ts';
import { readLabels } from '../store/write-members.ts';
import { asMade } from './shown.ts';
import type { Workshop } from './workshop.ts';

/** The evidence of a segmentation: what is stored, or gathered from the customers it was made from and stored. */
export async function evidenceOf(workshop: Workshop, segmentationId: string, job: JobContext): Promise<Evidence> {
  const { engine, runner, turns } = workshop;
  const shown = await findSegmentation(engine, segmentationId);
  const { document } = shown.segmentation;
  if (document.evidence !== null) return document.evidence;
  job.onProgress({ step: 'Computing features', done: null, rows: document.customers });
  const { table: data, scope } = await asMade(workshop, shown, {});
  const table = await computeFeatures(engine, data, { ...scope, ids: document.recipe.features });
  const labels = await readLabels(engine, shown.members, table.ids);
  const evidence = await runner.do('evidence', { table, document, labels }, job);
  await turns.take(() => engine.transaction((session) => storeEvidence(session, segmentationId, evidence)));
  return evidence;
}
