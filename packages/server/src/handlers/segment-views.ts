import { selectCustomers, similarCustomers } from '@clientele/pipeline';
import { download, downloadName } from '../http/download.ts';
import type { HandlersOf } from '../http/handlers.ts';
import type { JobRunner } from '../jobs/job-runner.ts';
import { findSegmentation } from '../store/segmentations.ts';
import { lassoOf } from '../work/lasso-of.ts';
import { selectionCsv } from '../work/selection-csv.ts';
import { segmentationShown } from '../work/shown.ts';
import { umapOf } from '../work/umap-of.ts';
import type { Workshop } from '../work/workshop.ts';

type Names = 'similarCustomers' | 'selectCustomers' | 'downloadSelection' | 'umap';

/** Customers of a segmentation: who is like whom, who stands where on a map. */
export function segmentViewHandlers(workshop: Workshop, jobs: JobRunner): HandlersOf<Names> {
  const { engine } = workshop;
  return {
    async similarCustomers({ params, query }) {
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, {});
      const { recipe } = shown.segmentation.document;
      return similarCustomers(engine, table, scope, { id: params.customerId, limit: query.limit, recipe });
    },
    async selectCustomers({ params, query, body }) {
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { features } = shown.segmentation.document.recipe;
      return selectCustomers(engine, table, scope, { ...(await lassoOf(workshop, shown, body)), features });
    },
    async downloadSelection({ params, query, body }) {
      const { name, csv } = await selectionCsv(workshop, params.segmentationId, query, body);
      return download(downloadName(name, 'selected-customers.csv'), 'text/csv; charset=utf-8', csv);
    },
    async umap({ params, body }) {
      const shown = await findSegmentation(engine, params.segmentationId);
      return jobs.start('umap', (job) => umapOf(workshop, shown, body, job));
    },
  };
}
