import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  computeFeatures,
  customerRows,
  customersCsv,
  recipeJson,
  rulesAs,
  segmentationJson,
  segmentColumnsOf,
  writeCustomersParquet,
} from '@clientele/pipeline';
import { download, downloadName } from '../http/download.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readOnce } from '../http/read-once.ts';
import type { EvidenceJobs } from '../jobs/evidence-jobs.ts';
import { newId } from '../store/new-id.ts';
import { scratchName } from '../store/scratch-tables.ts';
import { findSegmentation } from '../store/segmentations.ts';
import { readLabels } from '../store/write-members.ts';
import { segmentationShown } from '../work/shown.ts';
import type { Workshop } from '../work/workshop.ts';

/** Files to take away. */
export function exportHandlers(
  workshop: Workshop,
  evidence: EvidenceJobs,
): HandlersOf<'downloadModel' | 'downloadRecipe' | 'downloadRules' | 'downloadCustomers' | 'downloadCustomersParquet'> {
  const { engine } = workshop;
  return {
    async downloadModel({ params }) {
      const { name, document } = await evidence.settled(params.segmentationId);
      return download(downloadName(name, 'segmentation.json'), 'application/json', segmentationJson(document));
    },
    async downloadRecipe({ params }) {
      const { name, document } = (await findSegmentation(engine, params.segmentationId)).segmentation;
      return download(downloadName(name, 'recipe.json'), 'application/json', recipeJson(document.recipe));
    },
    async downloadRules({ params, query }) {
      const { dialect, table } = query;
      const { name, document } = await evidence.settled(params.segmentationId);
      const file = downloadName(name, dialect === 'javascript' ? 'rules.js' : `${dialect}.sql`);
      return download(file, 'text/plain; charset=utf-8', rulesAs(document, dialect, { table }));
    },
    async downloadCustomers({ params, query }) {
      await evidence.settled(params.segmentationId);
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { name, document } = shown.segmentation;
      const features = await computeFeatures(engine, table, { ...scope, ids: document.recipe.features });
      const labels = await readLabels(engine, shown.members, features.ids);
      const csv = customersCsv({
        rows: customerRows(features, labels),
        features: features.features,
        segments: segmentColumnsOf(document),
      });
      return download(downloadName(name, 'customers.csv'), 'text/csv; charset=utf-8', csv);
    },
    async downloadCustomersParquet({ params, query }) {
      await evidence.settled(params.segmentationId);
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { name, document } = shown.segmentation;
      const path = join(engine.workDir, `customers-${newId()}.parquet`);
      const asked = {
        ...scope,
        ids: document.recipe.features,
        segments: segmentColumnsOf(document),
        scratch: await scratchName(engine),
        labelsOf: (ids: readonly string[]) => readLabels(engine, shown.members, ids),
      };
      try {
        await writeCustomersParquet(engine, table, asked, path);
      } catch (cause) {
        await rm(path, { force: true });
        throw cause;
      }
      return download(downloadName(name, 'customers.parquet'), 'application/vnd.apache.parquet', readOnce(path));
    },
  };
}
