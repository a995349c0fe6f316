import type { HandlersOf } from '../http/handlers.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { deleteDataset, findDataset, listDatasets } from '../store/datasets.ts';
import { changeDataset } from '../work/change-dataset.ts';
import { importSampleShop } from '../work/import-sample.ts';
import { importUpload } from '../work/import-upload.ts';
import { readingOf } from '../work/inspect-upload.ts';
import type { Workshop } from '../work/workshop.ts';

type Names = 'listDatasets' | 'importDataset' | 'importSample' | 'getDataset' | 'updateDataset' | 'deleteDataset';

/** Datasets: import, change, remove. */
export function datasetHandlers(workshop: Workshop, jobs: JobRunner): HandlersOf<Names> {
  const { engine, uploads, turns, views } = workshop;
  return {
    listDatasets: async () => (await listDatasets(engine)).map(({ dataset }) => dataset),
    async importDataset({ body }) {
      const upload = await uploads.find(body.uploadId);
      return jobs.start('import', (job) =>
        importUpload(workshop, upload, { name: body.name, reading: readingOf(upload, body) }, job),
      );
    },
    importSample: () => jobs.start('import', (job) => importSampleShop(workshop, job)),
    getDataset: async ({ params }) => (await findDataset(engine, params.datasetId)).dataset,
    updateDataset: ({ params, body }) => changeDataset(workshop, params.datasetId, body),
    async deleteDataset({ params }) {
      await turns.take(() => deleteDataset(engine, params.datasetId));
      views.forget(params.datasetId);
      return undefined;
    },
  };
}
