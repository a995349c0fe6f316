import { createPredictor } from '@clientele/pipeline';
import type { HandlersOf } from '../http/handlers.ts';
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
  | 'predict';

/** Segmentations: choose k, run, keep, score. */
export function segmentationHandlers(workshop: Workshop, jobs: JobRunner): HandlersOf<Names> {
  const { engine, turns } = workshop;
  return {
    async chooseK({ params, body }) {
      const stored = await findDataset(engine, params.datasetId);
      return jobs.start('choose-k', (job) => chooseK(workshop, stored, body, job));
    },
    async segment({ params, body }) {
      const stored = await findDataset(engine, params.datasetId);
      return jobs.start('segment', (job) => runSegmentation(workshop, stored, body, job));
    },
    listSegmentations: ({ params }) => listSegmentations(engine, params.datasetId),
    getSegmentation: async ({ params }) => (await findSegmentation(engine, params.segmentationId)).segmentation,
    updateSegmentation: ({ params, body }) => turns.take(() => changeSegmentation(engine, params.segmentationId, body)),
    async deleteSegmentation({ params }) {
      await turns.take(() => deleteSegmentation(engine, params.segmentationId));
      return undefined;
    },
    compareSegmentations: ({ params, query }) => compareStored(engine, params.segmentationId, query.with),
    async predict({ params, body }) {
      const { segmentation } = await findSegmentation(engine, params.segmentationId);
      const predict = createPredictor(segmentation.document);
      return body.rows.map((row) => predict(row));
    },
  };
}
