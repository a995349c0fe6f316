import { join } from 'node:path';
import type { SegmentationDocument } from '@clientele/contracts';
import { customerRows, customersCsv, type FeatureTable, recipeJson, segmentationJson } from '@clientele/pipeline';
import { writeWhole } from './write-whole.ts';

/** Writes the three files of a segmentation into a folder. */
export async function writeResults(
  folder: string,
  document: SegmentationDocument,
  table: FeatureTable,
  labels: Int32Array,
): Promise<void> {
  const segmentNames = document.segments.map((segment) => segment.name);
  const rows = customerRows(table, labels);
  await writeWhole(join(folder, 'customers.csv'), customersCsv({ rows, features: table.features, segmentNames }));
  await writeWhole(join(folder, 'segmentation.json'), [segmentationJson(document)]);
  await writeWhole(join(folder, 'recipe.json'), [recipeJson(document.recipe)]);
}
