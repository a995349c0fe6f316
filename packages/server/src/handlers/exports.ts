import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  computeFeatures,
  customerRows,
  customersCsv,
  recipeJson,
  segmentationJson,
  writeCustomersParquet,
} from '@clientele/pipeline';
import { download, downloadName } from '../http/download.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readOnce } from '../http/read-once.ts';
import { newId } from '../store/new-id.ts';
import { findSegmentation } from '../store/segmentations.ts';
import { readLabels } from '../store/write-members.ts';
import { segmentationShown } from '../work/shown.ts';
import type { Workshop } from '../work/workshop.ts';

/** Files to take away. */
export function exportHandlers(
  workshop: Workshop,
): HandlersOf<'downloadModel' | 'downloadRecipe' | 'downloadCustomers' | 'downloadCustomersParquet'> {
  const { engine } = workshop;
  return {
    async downloadModel({ params }) {
      const { name, document } = (await findSegmentation(engine, params.segmentationId)).segmentation;
      return download(downloadName(name, 'segmentation.json'), 'application/json', segmentationJson(document));
    },
    async downloadRecipe({ params }) {
      const { name, document } = (await findSegmentation(engine, params.segmentationId)).segmentation;
      return download(downloadName(name, 'recipe.json'), 'application/json', recipeJson(document.recipe));
    },
    async downloadCustomers({ params, query }) {
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { name, document } = shown.segmentation;
      const features = await computeFeatures(engine, table, { ...scope, ids: document.recipe.features });
      const labels = await readLabels(engine, shown.members, features.ids);
      const csv = customersCsv({
        rows: customerRows(features, labels),
        features: features.features,
        segmentNames: document.segments.map((segment) => segment.name),
      });
      return download(downloadName(name, 'customers.csv'), 'text/csv; charset=utf-8', csv);
    },
    async downloadCustomersParquet({ params, query }) {
      const { table, scope, shown } = await segmentationShown(workshop, params.segmentationId, query);
      const { name, document } = shown.segmentation;
      const path = join(engine.workDir, `customers-${newId()}.parquet`);
      const segmentNames = document.segments.map((segment) => segment.name);
      try {
        await writeCustomersParquet(engine, table, { ...scope, ids: document.recipe.features, segmentNames }, path);
      } catch (cause) {
        await rm(path, { force: true });
        throw cause;
      }
      return download(downloadName(name, 'customers.parquet'), 'application/vnd.apache.parquet', readOnce(path));
    },
  };
}
