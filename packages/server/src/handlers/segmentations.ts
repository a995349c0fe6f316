import type { HandlersOf } from '../http/handlers.ts';
import type { EvidenceJobs } from '../jobs/evidence-jobs.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { findDataset } from '../store/datasets.ts';
import { changeSegmentation, deleteSegmentation, findSegmentation, listSegmentations } from '../store/segmentations.ts';
import { chooseK } from '../work/choose-k.ts';
import { compareStored } from '../work/compare-stored.ts';
import { runSegmentation } from '../work/run-segmentation.ts';
import type { Workshop } from '../work/workshop.ts';

type Names =
  | 'chooseK'
  | 'segment'
  | 'listSegmentations'
  | 'getSegmentation'
  | 'updateSegmentation'
  | 'deleteSegmentation'
  | 'compareSegmentations'
  | 'gatherEvidence';

/** Segmentations: choose k, run, keep, name, compare. */
export function segmentationHandlers(workshop: Workshop, jobs: JobRunner, evidence: EvidenceJobs): HandlersOf<Names> {
  const { engine, turns, views } = workshop;
  return {
    async chooseK({ params, query, body }) {
      const stored = await findDataset(engine, params.datasetId);
      const asked = { recipe: body, evidence: query.evidence === 'true' };
      return jobs.start('choose-k', (job) => chooseK(workshop, stored, asked, job));
    },
    async segment({ params, body }) {
      const stored = await findDataset(engine, params.datasetId);
      return jobs.start('segment', async (job) => {
        const segmentation = await runSegmentation(workshop, stored, body, job);
        evidence.start(segmentation);
        return segmentation;
      });
    },
    listSegmentations: ({ params }) => listSegmentations(engine, params.datasetId),
    getSegmentation: async ({ params }) => (await findSegmentation(engine, params.segmentationId)).segmentation,
    updateSegmentation: ({ params, body }) => turns.take(() => changeSegmentation(engine, params.segmentationId, body)),
    async deleteSegmentation({ params }) {
      await turns.take(() => deleteSegmentation(engine, params.segmentationId));
      views.forget(params.segmentationId);
      return undefined;
    },
    gatherEvidence: async ({ params }) =>
      evidence.start((await findSegmentation(engine, params.segmentationId)).segmentation),
    compareSegmentations: ({ params, query }) => compareStored(engine, params.segmentationId, query.with),
  };
}
